"""Units: which words name them, what they measure, how large they are.

The words are `data/lexicon/units.jsonl` and, for statements alone, `statement_units.jsonl`; the sizes `unit_sizes.jsonl`.
"""
