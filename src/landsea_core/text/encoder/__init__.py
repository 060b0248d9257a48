"""The embedder once more, with its last layers gone on learning from filings, and what it says of where the trouble is.

`packed_file` reads the file that the embedder's package packs, `filing_encoder` what was learnt, `filer_names` writes who files
before a text. How it is learnt is one room down, in `learning`, and no installation needs that.
"""
