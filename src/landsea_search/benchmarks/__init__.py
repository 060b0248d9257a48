"""Measurements of the search on sets of its work sheet: how fast, how right, what it takes, and beside other programs."""
