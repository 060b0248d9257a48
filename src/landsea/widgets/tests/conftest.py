"""The small world of the barriers app's tests, with a barrier of six firms."""

from landsea.barriers.tests.conftest import barrier, cases, now, world

__all__ = ["barrier", "cases", "now", "world"]
