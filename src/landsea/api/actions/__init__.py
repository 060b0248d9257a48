"""The only writes of the API's own tables."""
