"""The planner's work sheet: a GTFS feed read as a network by the benchmark's rules of cost, CO2e and risk.

`feed` reads files, `rules` holds the sheet's figures and makes the network. They are the benchmark's, not the real
network's: `planner.network` has its own prices, factors and times.
"""
