"""The coordinator's board: what may not fall through, from all rooms below."""
