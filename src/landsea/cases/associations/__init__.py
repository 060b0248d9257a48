"""Filing for members: what an association sees, its forms, and its spreadsheets."""
