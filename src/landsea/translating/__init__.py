"""Translations beside what people write: offered by people, or made by a program that an operator set; never official."""
