"""The addresses of the API, and the pages around it."""
