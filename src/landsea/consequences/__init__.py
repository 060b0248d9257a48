"""What the change of a rule brings about: whom it concerns is told, and the cases it answers are answered."""
