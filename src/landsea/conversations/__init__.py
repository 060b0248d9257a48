"""Filing a case by messenger: a short dialogue, from the first words to the case."""
