"""The graph in formats of others, each with a list of what it does not hold."""
