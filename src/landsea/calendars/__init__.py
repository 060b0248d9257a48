"""Calendars of the twelve countries for people: pages, feeds, and one deadline counted on the command line."""
