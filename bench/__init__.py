"""Benchmarks: generated stores, the real server over HTTP, one table. `make bench` runs them all."""
