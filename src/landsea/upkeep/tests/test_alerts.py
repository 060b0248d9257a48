"""Each alert has a page that says what to do, and asks only for metrics that exist."""

import re
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from landsea.base.version import VERSION
from landsea.upkeep.metrics import LAST, WAITING, ActivityCollector

ROOT = Path(settings.ROOT)
RULES = yaml.safe_load((ROOT / "ops/prometheus/alerts.yml").read_text())["groups"][0]["rules"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_each_alert_has_a_page_that_says_what_to_do(rule):
    page = ROOT / rule["annotations"]["runbook"]
    assert page.stem == rule["alert"] and "\n1. " in page.read_text()
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert f"alerts/{page.name}" in (ROOT / "docs/operators/watching.md").read_text()


def test_no_page_stands_for_an_alert_that_is_gone():
    assert {page.stem for page in (ROOT / "docs/operators/alerts").glob("*.md")} == {rule["alert"] for rule in RULES}


@pytest.mark.django_db
def test_alerts_ask_for_metrics_that_exist():
    known = {family.name for family in ActivityCollector().collect()}
    known |= {*LAST.values(), *(name for name, _ in WAITING.values())}
    known |= {f"landsea_answer_seconds_{part}" for part in ("count", "sum", "bucket")}
    for rule in RULES:
        asked = set(re.findall(r"landsea_\w+", rule["expr"])) - {"landsea"}
        assert asked <= known, f"{rule['alert']} asks for {asked - known}"


def test_the_version_is_said_alike_everywhere():
    assert f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text()
