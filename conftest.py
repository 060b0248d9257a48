"""What holds for all tests, those of the core, which run without Django, among them."""

import sys

import pytest


@pytest.fixture(autouse=True)
def nothing_kept_from_another_test():
    """Each test has a directory of its own, so nothing that the process kept of an earlier one may be read."""
    for module in ("landsea.directory.kept", "landsea.directory.routing", "landsea.corridor.kept_network"):
        if module in sys.modules:
            sys.modules[module].forget()
