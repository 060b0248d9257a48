"""What cannot be loaded before processes are forked keeps no page from being served."""

import logging

import pytest
from django.db import OperationalError, connections

from landsea import preloading
from landsea.search import public_things


@pytest.mark.parametrize("fault", [OperationalError("away"), ValueError("a row that no index can be made of")])
def test_rows_that_cannot_be_loaded_are_logged_and_left_to_whoever_needs_them(monkeypatch, caplog, fault):
    def fail():
        raise fault

    done = []
    monkeypatch.setattr(public_things, "make_indexes", fail)
    monkeypatch.setattr(connections, "close_all", lambda: done.append("closed"))
    monkeypatch.setattr(preloading, "pass_over_what_stays", lambda: done.append("settled"))
    with caplog.at_level(logging.WARNING, preloading.logger.name):
        preloading.load_rows()
    assert done == ["closed", "settled"]
    assert str(fault) in caplog.text
