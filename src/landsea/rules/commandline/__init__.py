"""Commands that answer without Django: the gate is asked by programs, many times in a row."""
