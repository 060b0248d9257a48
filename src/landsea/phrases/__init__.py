"""Asking and answering on a case by the sentences of the phrasebook, each side in its own language."""
