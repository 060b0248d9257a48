"""Writes small reference folders: two topics, three places, three offices, four desks, to be changed by a test."""

import json
from copy import deepcopy
from pathlib import Path

FACT = {"source": "made up for a test", "grade": "assumed", "checked": "2026-11-01"}
OPEN = {"topic": "", "matter": "", "country": "", "places": [], "hs": [], "direction": "", "filer_country": ""}


def _place(
    code: str, country: str, kind: str, names: dict, within: str = "", tz: str = "Asia/Shanghai", **more
) -> dict:
    return {
        "code": code,
        "code_sure": False,
        "country": country,
        "kind": kind,
        "names": names,
        "other_names": {},
        "within": within,
        "lat": 21.2,
        "lon": 101.7,
        "position": "rough",
        "tz": tz,
        **FACT,
        **more,
    }


def _office(
    code: str, country: str, kind: str, names: dict, place: str = "", tz: str = "Asia/Shanghai", **more
) -> dict:
    return {
        "code": code,
        "country": country,
        "host_country": "",
        "kind": kind,
        "parent": "",
        "names": names,
        "place": place,
        "seat": "",
        "answers_for": "",
        "website": "",
        "languages": ["zh", "en"],
        "tz": tz,
        "weekend": [5, 6],
        "hours": [["09:00", "12:00"], ["14:00", "17:30"]],
        "hours_grade": "assumed",
        "subdivision": "",
        **FACT,
        **more,
    }


def _desk(code: str, names: dict, *competences: dict, **more) -> dict:
    return {
        "code": code,
        "office": code.partition(".")[0],
        "names": names,
        "competences": [{**OPEN, **one} for one in competences],
        "prepare": {"en": ["the declaration number"], "zh": ["报关单号"], "vi": ["số tờ khai"], "lo": ["ເລກໃບແຈ້ງພາສີ"]},
        **FACT,
        **more,
    }


def _matter(code: str, en: str, zh: str, vi: str) -> dict:
    return {"matter": code, "names": {"en": en, "zh": zh, "vi": vi}, "hint": {"en": en, "zh": zh, "vi": vi, "lo": en}}


def _telephone(office: str, number: str, **more) -> dict:
    usual = {"display": number, "kind": "hotline", "whose": "own", "hours": "", "note": {}, "said_on": ""}
    return {"office": office, "number": number, **usual, **FACT, **more}


ROWS = {
    "topics": [
        {
            "topic": "customs_clearance",
            "names": {"en": "Customs clearance", "zh": "海关通关", "vi": "Thông quan hải quan"},
            "matters": [
                _matter("declaration", "Customs declaration", "报关单", "Tờ khai hải quan"),
                _matter("inspection", "Opening and checking of goods", "开箱查验", "Kiểm tra, mở hàng"),
            ],
        },
        {
            "topic": "sps_tbt",
            "names": {"en": "Quarantine and standards", "zh": "检疫和标准", "vi": "Kiểm dịch và tiêu chuẩn"},
            "matters": [_matter("plant_health", "Plant health", "植物检疫", "Kiểm dịch thực vật")],
        },
    ],
    "places": [
        _place("CNMOH", "CN", "border_post", {"en": "Mohan", "zh": "磨憨", "vi": "Ma Hàm", "th": "โม่หาน"}),
        _place("CNMOR", "CN", "rail_terminal", {"en": "Mohan railway port", "zh": "磨憨铁路口岸"}, within="CNMOH"),
        _place(
            "LABOT",
            "LA",
            "border_post",
            {"en": "Boten", "zh": "磨丁", "lo": "ບໍ່ເຕັນ", "th": "บ่อเต็น", "my": "ဘိုတင်", "km": "បូតែន"},
            tz="Asia/Vientiane",
        ),
    ],
    "offices": [
        _office("mechanism", "CN", "coordinator", {"en": "Coordinating mechanism", "zh": "协调机制秘书处"}),
        _office(
            "cn-mohan", "CN", "customs", {"en": "Mohan Customs", "zh": "磨憨海关", "vi": "Hải quan Ma Hàm"}, "CNMOH"
        ),
        _office(
            "la-boten",
            "LA",
            "customs",
            {"en": "Boten Customs", "zh": "磨丁海关", "lo": "ດ່ານພາສີ ບໍ່ເຕັນ", "th": "ด่านศุลกากรบ่อเต็น"},
            "LABOT",
            "Asia/Vientiane",
            languages=["lo", "en"],
            parent="mechanism",
        ),
    ],
    "desks": [
        _desk("mechanism.coordinator", {"en": "Coordinator", "zh": "协调员", "vi": "Điều phối viên"}, {}),
        _desk(
            "cn-mohan.quarantine",
            {"en": "Plant quarantine", "zh": "植物检疫", "vi": "Kiểm dịch thực vật"},
            {"topic": "sps_tbt", "matter": "plant_health", "country": "CN", "places": ["CNMOH"], "hs": ["08", "07"]},
        ),
        _desk(
            "cn-mohan.clearance",
            {"en": "Clearance hall", "zh": "通关大厅", "vi": "Phòng thông quan"},
            {"topic": "customs_clearance", "country": "CN", "places": ["CNMOH"]},
        ),
        _desk(
            "la-boten.clearance",
            {"en": "Clearance", "lo": "ແຈ້ງພາສີ", "th": "พิธีการศุลกากร", "vi": "Thông quan"},
            {"topic": "customs_clearance", "country": "LA"},
        ),
    ],
    "telephones": [
        _telephone("cn-mohan", "12360", whose="authority", hours="24 h", said_on="2023-08-29"),
        _telephone(
            "cn-mohan",
            "+868718122222",
            display="+86 871 812 2222",
            kind="switchboard",
            hours="Mon-Fri 09:00-12:00 14:00-17:30",
            note={"en": "Ask for the hall.", "zh": "请转大厅。", "vi": "Hãy hỏi phòng.", "lo": "ຂໍຕໍ່ຫ້ອງ."},
        ),
    ],
}


def reference_rows() -> dict[str, list[dict]]:
    """Return a copy of the small directory's rows, to be changed and written."""
    return deepcopy(ROWS)


def write_reference(folder: Path, rows: dict[str, list[dict]] | None = None) -> Path:
    """Write the rows as reference files and return their folder."""
    for name, lines in {"elsewhere": [], "coverage_gaps": [], **(rows or ROWS)}.items():
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder
