"""The calendar of rules read by a calendar program that people use: khal imports it and lists the day on which one begins."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import reverse

from landsea.consequences.actions import spread
from landsea.consequences.tests.test_spread import STARCH, changed_version
from landsea.rules.tests.conftest import NOW, watching
from landsea.rules.watch_links import FEED_LINKS

pytestmark = pytest.mark.django_db
CONFIG = """
[calendars]
[[rules]]
path = {folder}/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Vientiane
default_timezone = Asia/Vientiane
[sqlite]
path = {folder}/khal.db
"""


def khal(folder: Path, *words: str) -> str:
    """What khal says, with nothing of the machine's own settings."""
    environment = os.environ | {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "LC_ALL": "C.UTF-8"}
    program = Path(sys.executable).with_name("khal")
    command = [program, "-c", folder / "config", *words]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.parametrize("whose", ["everybody", "watch"])
def test_khal_reads_the_days_of_effect(measures, editors, client, tmp_path, whose):
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(CONFIG.format(folder=tmp_path))
    watch = watching(**STARCH | {"hs": ("081060",), "origins": ("VN",)})
    changed_version(editors, "M012")
    spread.spread_waiting(NOW)
    address = (
        reverse("rule_feed", args=["ics"])
        if whose == "everybody"
        else reverse("watch_feed", args=[FEED_LINKS.secret_of(watch.feed_nonce), "ics"])
    )
    (tmp_path / "rules.ics").write_bytes(client.get(address).content)
    khal(tmp_path, "import", "--batch", "-a", "rules", "rules.ics")
    listed = khal(tmp_path, "list", "--format", "{title}|{all-day}|{url}", "2022-07-11", "1d")
    assert "M012 Fresh durian from Viet Nam" in listed
    assert "/rules/measure/M012/" in listed
    assert "M012" not in khal(tmp_path, "list", "2022-07-12", "1d")
