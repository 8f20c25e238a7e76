"""Synthetic corpora of our shape, and what building and asking them costs beside its peers."""
