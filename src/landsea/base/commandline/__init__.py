"""Commands of the ground floor that must answer at once: modules with `main(argv)`, without Django and database."""
