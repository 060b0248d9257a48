"""A smallest complete set of reference files, which tests break in one place each."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from landsea_core.countries import COUNTRIES
from landsea_core.reference import Problem, find_reference_problems
from landsea_core.translations import name_key
from landsea_core.translations.fields import TOPIC_LANGUAGES

GROUNDS = {"source": "test", "grade": "assumed", "checked": "2026-11-25"}
SHOWN = {"en": "a", "zh": "b", "vi": "c", "lo": "d", "th": "e", "id": "f", "ms": "g", "fil": "h", "km": "i", "my": "j"}
ALL = dict.fromkeys(["en", *map(name_key, TOPIC_LANGUAGES)], "name")


def scope(**filled):
    open_scope = {
        "topic": "",
        "matter": "",
        "country": "",
        "places": [],
        "hs": [],
        "direction": "",
        "filer_country": "",
    }
    return {**open_scope, **filled}


def desk(code, *scopes):
    prepare = {language: ["paper"] for language in SHOWN}
    office = code.split(".")[0]
    return {"code": code, "office": office, "names": SHOWN, "competences": list(scopes), "prepare": prepare, **GROUNDS}


def office(code, **changed):
    usual = {
        "code": code,
        "country": "CN",
        "host_country": "",
        "kind": "customs",
        "parent": "",
        "names": SHOWN,
        "place": "CNAAA",
        "seat": "A",
        "answers_for": "Clearance.",
        "website": "",
        "languages": ["zh"],
        "tz": "Asia/Shanghai",
        "weekend": [5, 6],
        "hours": [["09:00", "12:00"], ["14:00", "17:30"]],
        "hours_grade": "assumed",
        "subdivision": "",
        **GROUNDS,
    }
    return {**usual, **changed}


def place(code, **changed):
    usual = {
        "code": code,
        "code_sure": False,
        "country": code[:2],
        "kind": "city",
        "names": {"en": code},
        "other_names": {},
        "within": "",
        "lat": 20.5,
        "lon": 100,
        "position": "near",
        "tz": "Asia/Shanghai",
        **GROUNDS,
    }
    return {**usual, **changed}


def telephone(office, **changed):
    usual = {
        "office": office,
        "number": "12360",
        "display": "12360",
        "kind": "hotline",
        "whose": "authority",
        "hours": "24 h",
        "note": {},
        "said_on": "2026-11",
        **GROUNDS,
    }
    return {**usual, **changed}


@dataclass
class Files:
    """The rows of a folder, to be changed and checked."""

    folder: Path
    rows: dict[str, list[dict]]

    def check(self) -> list[Problem]:
        for name, rows in self.rows.items():
            text = "".join(json.dumps(row) + "\n" for row in rows)
            (self.folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
        return find_reference_problems(self.folder)

    def sentence(self) -> str:
        """The sentence of the one problem there is."""
        (problem,) = self.check()
        return problem.sentence


@pytest.fixture
def files(tmp_path):
    matters = [{"matter": "inspection", "names": ALL, "hint": SHOWN}]
    everywhere = [scope(topic="customs_clearance", country=country) for country in COUNTRIES]
    return Files(
        tmp_path,
        {
            "topics": [{"topic": "customs_clearance", "names": ALL, "matters": matters}],
            "places": [place("CNAAA"), place("CNBBB", within="CNAAA"), place("VNAAA", tz="Asia/Ho_Chi_Minh")],
            "offices": [
                office("mechanism", kind="coordinator"),
                office("cn-customs"),
                office("vn-mission", host_country="VN", kind="embassy_commercial", place="VNAAA"),
            ],
            "desks": [
                desk("mechanism.coordinator", scope()),
                desk("cn-customs.clearance", *everywhere),
                desk("vn-mission.trade", scope(country="VN", filer_country="CN")),
            ],
            "elsewhere": [],
            "coverage_gaps": [],
            "telephones": [telephone("cn-customs"), telephone("vn-mission", number="+861012308", display="010-12308")],
        },
    )
