"""Chambers and associations: filing for members one by one, jointly, or by spreadsheet."""
