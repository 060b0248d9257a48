"""Goods: what a text names of them, under which codes, and which of several it is about."""
