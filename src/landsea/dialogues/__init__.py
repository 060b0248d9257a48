"""Dialogues of the parties: agenda, papers, minutes, and the promises made there."""
