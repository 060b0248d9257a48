"""Tests of health, metrics, backups and restores."""
