"""The directory as spreadsheets: offices, desks and contacts in and out, with the difference shown before anything changes."""
