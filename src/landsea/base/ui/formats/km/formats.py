"""Khmer writes 1,234.5 (CLDR 44, km); Django's own formats of it have the marks the other way round and group nothing."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
