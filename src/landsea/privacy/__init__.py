"""People's rights over their data: see, take a copy, put right, erase; how long things stay; who opened whose name."""
