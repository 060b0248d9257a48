"""A year of the mechanism in two minutes: people with habits, a fast clock, the real acts, database and watcher."""
