"""Which version this is: the day of its newest entry in CHANGELOG.md. Backups carry it, and upgrades compare by it."""

VERSION = "2026.12.03"
OLDEST_BEFORE = "2026.11.25"
"""The oldest version that may be upgraded to this one in one step; raised when a change needs one in between to have run."""
