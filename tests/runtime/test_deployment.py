"""An installation behind a proxy passes Django's own checks, and shares its port with no other."""

import logging
import os
import signal
import subprocess
import sys

import pytest

from landsea import web_server
from landsea_dev import RuntimeProblem
from landsea_dev.listening import NewsFilter, claim_port, list_web_options


def test_check_deploy_has_nothing_to_say_behind_a_proxy(tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LANDSEA_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        "LANDSEA_VAR": str(tmp_path),
        "LANDSEA_PUBLIC_ADDRESS": "https://landsea.example",
        "LANDSEA_ALLOWED_HOSTS": "landsea.example",
        "LANDSEA_TRUSTED_PROXIES": "10.0.0.0/8",
    }
    command = [sys.executable, "-m", "landsea", "check", "--deploy", "--fail-level", "INFO"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "no issues" in done.stdout, done.stdout + done.stderr


def test_a_second_installation_on_the_same_port_is_refused_before_the_first_listens():
    first = claim_port("127.0.0.1", 18973)
    with pytest.raises(RuntimeProblem, match="Port 18973 on 127.0.0.1 cannot be used"):
        claim_port("127.0.0.1", 18973)
    first.close()
    claim_port("127.0.0.1", 18973).close()


def test_a_second_web_server_is_refused_with_a_sentence():
    first = claim_port("127.0.0.1", 18974)
    command = [sys.executable, "-m", "landsea", "web"]
    done = subprocess.run(command, env=os.environ | {"PORT": "18974"}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "landsea: Port 18974 on 127.0.0.1 cannot be used" in done.stderr and "make run PORT=18975" in done.stderr
    first.close()


def test_a_web_server_that_still_loads_ends_when_told_to(monkeypatch, tmp_path):
    """As process 1 of a container it went on for the seconds of loading, and was then killed."""
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    monkeypatch.setattr(web_server, "load_what_is_shared", lambda: signal.raise_signal(signal.SIGTERM))
    monkeypatch.setattr("landsea_dev.listening.serve_pages", lambda *_: 0)
    monkeypatch.setenv("PORT", "18976")
    monkeypatch.setenv("LANDSEA_VAR", str(tmp_path))
    try:
        with pytest.raises(SystemExit) as ended:
            web_server.main([])
    finally:
        signal.signal(signal.SIGTERM, before)
    assert ended.value.code == 128 + signal.SIGTERM


def test_granian_says_all_but_its_doubt_about_the_measured_number_of_threads():
    def line(words):
        return logging.LogRecord("_granian", logging.WARNING, "", 0, words, None, None)

    assert not NewsFilter().filter(
        line("Configuration allows spawning up to 16 Python threads, which seems quite high")
    )
    assert NewsFilter().filter(line("Killing worker-1 after it refused to gracefully stop"))
    options = list_web_options("127.0.0.1", 18085)
    assert options[options.index("--blocking-threads") + 1] == "16"
