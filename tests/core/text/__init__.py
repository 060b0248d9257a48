"""A package, so that what its fixtures set for all of it ends with it, and not with the run."""
