"""Commands in another terminal write links to the web server that was started last, unless a public address is set."""

import os
import subprocess
import sys

import pytest

from landsea.serving import choose_address
from landsea.settings.environment import own_port
from landsea_dev.listening import note_port

SAY = "import django; django.setup(); from django.conf import settings; print(settings.PUBLIC_ADDRESS)"


@pytest.fixture
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDSEA_VAR", str(tmp_path))
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("HOST", "")
    return tmp_path


def address_said_by_a_command(**more):
    """Return the public address as another process of this installation knows it."""
    left_out = {"LANDSEA_PUBLIC_ADDRESS", "PORT"}
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    environment |= {"DJANGO_SETTINGS_MODULE": "landsea.settings.base"} | more
    return subprocess.run(
        [sys.executable, "-c", SAY], env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_a_command_in_another_terminal_knows_the_port_that_the_web_server_noted(var):
    note_port(18081)
    assert address_said_by_a_command() == "http://127.0.0.1:18081"
    assert address_said_by_a_command(PORT="18082") == "http://127.0.0.1:18082"
    assert address_said_by_a_command(LANDSEA_PUBLIC_ADDRESS="https://landsea.example/") == "https://landsea.example"


def test_without_a_note_or_with_one_that_is_no_number_it_is_8000(var):
    assert own_port(var / "port") == "8000"
    for spoilt in (b"", b"not a port\n", b"\xff\xfe"):
        (var / "port").write_bytes(spoilt)
        assert own_port(var / "port") == "8000"


def test_a_folder_that_cannot_be_written_stops_no_web_server(var, monkeypatch):
    (var / "file").write_text("")
    monkeypatch.setenv("LANDSEA_VAR", str(var / "file" / "folder"))
    note_port(18083)


def test_what_is_started_now_leads_to_itself_and_not_to_an_earlier_port(var):
    note_port(18084)
    assert choose_address() == ("127.0.0.1", 8000)
    assert own_port(var / "port") == "8000"
