"""Burmese pages write 1,234.5 (CLDR 44, my), in Western digits; Django has no formats of Burmese and groups nothing."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
