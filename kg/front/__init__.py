"""What stands behind the front door: what a build is, and the graph that people open and ask."""
