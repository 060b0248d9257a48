"""Which version this is: the day of its newest entry in CHANGELOG.md. Backups carry it, and upgrades compare by it."""

VERSION = "2026.11.28"
