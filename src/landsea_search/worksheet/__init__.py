"""The search's work sheet: a GTFS feed read as a network by a benchmark's rules of cost, CO2e and risk.

`feed_reading` reads a feed (`feed`), `rules` has the sheet's figures and makes the network, `command` times searches on it. The
rules are the benchmark's: whoever has a real network has prices, factors and times of their own.
"""
