"""Spreadsheets that people hand over and take away: reading them with distrust, writing them without formulas."""
