"""Typed rows → explorer page, pyvis network, networkx graph, tables."""
