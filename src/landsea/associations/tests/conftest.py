"""The small world of the cases, for chambers and their members."""

from landsea.cases.tests.conftest import filed, filer, fresh_folder_and_limits, typed, world

__all__ = ["filed", "filer", "fresh_folder_and_limits", "typed", "world"]
