"""Lao writes 1.234,5 (CLDR 44, lo); Django has no formats of Lao."""

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
