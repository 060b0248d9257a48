"""The demonstration: invented people at real desks, problems at every stage, a played year, and the simulation.

Installed only where LANDSEA_DEMO is set and in tests; nothing of the platform imports it.
"""
