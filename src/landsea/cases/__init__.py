"""Problems and their way to an outcome."""
