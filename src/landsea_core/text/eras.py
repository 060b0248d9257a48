"""The Buddhist era of Thailand, Laos and Cambodia: its years as years of the common era."""

BUDDHIST_AHEAD = 543
"""Years by which the Buddhist era is ahead of the common era."""
BUDDHIST_YEARS = range(2530, 2600)
"""Years that are more likely of the Buddhist era than a future of ours: 1987 to 2056 of the common era."""
