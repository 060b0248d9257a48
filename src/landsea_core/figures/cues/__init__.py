"""Cues: the words around a figure that say what it is for, read from `data/lexicon/figure_cues.jsonl` and `fact_cues.jsonl`.

A row gives terms, or patterns, of one cue in one language:

    {"kind": "figure_cue", "value": "up", "lang": "en", "terms": [["rise", 1.0], ["increas*", 1.0]], "source": "..."}

To teach the check a wording, add it to its row and a statement to `data/examples/figures/statements.jsonl`. How a term is
matched stands in `notation`, which cues there are in `read_statement_cues` and `read_fact_cues`.
"""
