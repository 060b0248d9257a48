"""Vietnamese writes 1.234,5 (CLDR 44, vi), as Django has it, who groups nothing."""

NUMBER_GROUPING = 3
