"""The search in plain Python: what the compiled one is held against, and what answers where that one is not ready.

`planner` prepares a network, `search` answers one query on it, `found` keeps the journeys found so far, and `least_ahead`
says what the destination takes at least from every stop.
"""
