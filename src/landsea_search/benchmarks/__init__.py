"""Measurements of the search on sets of its work sheet: how fast, how right, what it takes, and beside other programs.

`sheet` times it, `scan` compares whole fronts with a search that shares no code with it, `nigiri` asks another router.
"""
