"""The search compiled with Numba: the same answers as the plain one, a hundred times faster and more.

A network stands in arrays (`tables`); loops (`search`) go through it in memory that is kept (`room`), and journeys are
read back (`legs`). `packing` puts a label's time, cost, CO2e and risk into one machine word. `landsea_search.answering`
calls them all.
"""
