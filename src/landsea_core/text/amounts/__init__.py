"""How much and how long: money, weights, lorries, days."""
