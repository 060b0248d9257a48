"""The Landsea platform: a Django project around the pure rules of `landsea_core`."""
