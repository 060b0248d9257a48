"""An optional part of the compiled search, for queries of very many labels: rows of what lies ahead, and two halves.

It is loaded by the first query that needs it (`landsea_search.answering.stages`), and never on a network with haulages, as real
ones of lorries are. One scan over all departures, the latest first (`scan`), says what each ride still has to pay at best
(`foresight`). The search asks these rows about every label (`judging`), in two halves by arrival, each in a thread (`halves`).
"""
