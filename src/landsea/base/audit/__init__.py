"""What was done, in chains."""
