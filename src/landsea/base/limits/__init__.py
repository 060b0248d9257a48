"""How often one network may do what costs or what can be guessed, counted for all processes and machines together."""
