"""A believable year of the whole mechanism for the demonstration, played through the acts that everybody uses."""
