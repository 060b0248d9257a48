"""How an encoder goes on learning from filings: tokens, its last layers learnt in full, then rounded to the form of its file.

Needs JAX and Optax (`requirements/dev.txt`); no installation does.
"""
