"""Background work: waking it by name, taking turns, the command that runs it."""
