"""The search compiled with Numba: the same answers as `planner.reference`, a hundred times faster and more.

`tables` says a network in arrays, `packing` puts a label's time, cost, CO2e and risk into one machine word, `bounds`
and `search` and `earliest` are the compiled loops, `planner` calls them and reads journeys back.
"""
