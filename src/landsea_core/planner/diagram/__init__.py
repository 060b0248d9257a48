"""The corridor drawn as a diagram in the manner of a metro plan: where each stop and name stands, what runs between stops.

Pure arithmetic over a layout that is held as data (`data/reference/diagram`); colours and words are decided by who draws.
"""
