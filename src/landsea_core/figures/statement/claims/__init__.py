"""What one word claims of figures that stand elsewhere: rose, fell short, a surplus, ever faster, altogether, on average.

Each claim is read in every way that its figures allow ("rose" of each series near it). It is
accused only when there is such a reading and none of them bears it out. Words are looked for in the text as typed.
"""

from landsea_core.figures.statement.claims.check_claims import check_claims

__all__ = ["check_claims"]
