"""What keeps an installation up: how it is watched, backed up, restored and brought to a newer version."""
