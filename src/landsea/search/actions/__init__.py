"""The only writes of search."""
