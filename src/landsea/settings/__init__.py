"""Settings: `base` for every installation (driven by the environment), `test` for the test run."""
