"""The chain: one small question a file, each with its own examples, and the first that answers decides (`chain`)."""
