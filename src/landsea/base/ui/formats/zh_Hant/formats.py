"""Chinese writes 1,234.5 (CLDR 44, zh); Django groups by four with nothing between, so that no thousands are seen."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
