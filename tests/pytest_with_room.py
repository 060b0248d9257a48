"""Run pytest as the web server runs pages, with room for the frames of calls (`landsea.base.frame_room`).

Usage: python -m tests.pytest_with_room [what pytest takes]...
"""

import sys

import pytest

from landsea.base.frame_room import call_with_room

if __name__ == "__main__":
    sys.exit(call_with_room(pytest.main))
