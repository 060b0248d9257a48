"""What is loaded before processes are forked: what cannot be keeps no page from being served, and nothing in it is old."""

import json
import logging

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import OperationalError, connections

from landsea import preloading
from landsea.corridor import kept_network
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


def test_styles_gathered_after_the_code_was_loaded_are_those_that_pages_name(monkeypatch, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    monkeypatch.setattr(public_things, "make_indexes", lambda: None)
    monkeypatch.setattr(kept_network, "find_network", lambda: None)
    monkeypatch.setattr(connections, "close_all", lambda: None)

    def gather(name: str) -> None:
        manifest = {"paths": {"landsea.css": name}, "version": "1.1", "hash": name}
        (tmp_path / "staticfiles.json").write_text(json.dumps(manifest), encoding="utf-8")

    gather("landsea.old.css")
    assert staticfiles_storage.url("landsea.css").endswith("landsea.old.css")
    gather("landsea.new.css")
    preloading.load_rows()
    assert staticfiles_storage.url("landsea.css").endswith("landsea.new.css")
