"""A translator's file: all texts of a language in one PO file, and what is taken back from it."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from landsea.base.translation.catalogues import read_catalogue
from landsea.base.translation.collecting import collect_by_home
from landsea.base.translation.translator_files import make_translator_file, take_translator_file
from landsea_core.translations import Word, read_words, write_words

MODULE = 'from x import gettext as _, pgettext\n\nWORDS = [_("Send"), _("%(count)s left"), pgettext("case", "open")]\n'
CORE = 'from landsea_core.sentences import Sentence\n\nLATE = Sentence("Due at %(due)s.")\n'
MEASURE = {"id": "M1", "title": "Decree 280", "authority": "Customs", "requires": [{"what": "Form E."}]}
OFFICE = {"code": "th-fish", "names": {"en": "Department of Fisheries"}}


@pytest.fixture
def house(tmp_path):
    """An app, the core, a measure and an office; nothing is said in Thai but the office's name."""
    for name, text in (("cases/apps.py", ""), ("cases/labels.py", MODULE), ("landsea_core/clock.py", CORE)):
        (tmp_path / "src" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "src" / name).write_text(text)
    reference = tmp_path / "reference"
    reference.mkdir()
    (reference / "measures.jsonl").write_text(json.dumps(MEASURE) + "\n")
    (reference / "offices.jsonl").write_text(json.dumps(OFFICE) + "\n")
    write_words(reference / "words/th/offices.jsonl", [Word("Department of Fisheries", "th-fish", "กรมประมง")])
    return tmp_path


def written(house: Path, *, only_missing: bool = False) -> Catalog:
    """The file as a translator opens it."""
    homes = collect_by_home(house / "src")
    file = BytesIO()
    write_po(file, make_translator_file(homes, house / "reference", "th", only_missing=only_missing), width=0)
    file.seek(0)
    return read_po(file, locale="th")


def take(house: Path, **said: str):
    """What comes of a file in which these texts are said, by their English."""
    catalog = written(house)
    for message in catalog:
        message.string = said.get(str(message.id), message.string)
    with open(house / "th.po", "wb") as file:
        write_po(file, catalog, width=0)
    return take_translator_file(house / "th.po", collect_by_home(house / "src"), house / "reference", "th")


def texts(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, str(message.id)) for message in catalog if message.id}


def test_texts_of_code_of_the_core_and_of_data_stand_in_one_file(house):
    assert texts(written(house)) == {
        (None, "Send"),
        (None, "%(count)s left"),
        ("case", "open"),
        (None, "Due at %(due)s."),
        ("reference: measures", "Decree 280"),
        ("reference: measures", "Customs"),
        ("reference: measures", "Form E."),
        ("reference: offices", "Department of Fisheries"),
        ("reference: offices, th-fish", "Department of Fisheries"),
    }


def test_what_is_said_already_may_be_left_out(house):
    assert len(texts(written(house))) == 9
    missing = written(house, only_missing=True)
    assert ("reference: offices, th-fish", "Department of Fisheries") not in texts(missing) and len(texts(missing)) == 8


def test_what_a_translator_wrote_is_taken_to_where_it_belongs(house):
    taken = take(
        house, **{"Send": "ส่ง", "Due at %(due)s.": "ครบกำหนด %(due)s", "Decree 280": "ประกาศ 280", "open": "เปิด"}
    )
    assert (taken.written, taken.refused) == (4, [])
    of_cases = read_catalogue(house / "src/cases/locale/th/LC_MESSAGES/django.po")
    assert of_cases.get("Send").string == "ส่ง" and of_cases.get("open", "case").string == "เปิด"
    of_core = read_catalogue(house / "src/landsea_core/locale/th/LC_MESSAGES/django.po")
    assert of_core.get("Due at %(due)s.").string == "ครบกำหนด %(due)s"
    assert read_words(house / "reference/words/th/measures.jsonl") == [Word("Decree 280", "", "ประกาศ 280")]
    assert take(house).written == 0


def test_names_stand_in_the_order_of_the_rows_whenever_they_came(house):
    rows = [{"code": code, "names": {"en": name}} for code, name in (("a", "Customs"), ("b", "Port authority"))]
    (house / "reference/offices.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    take(house, **{"Port authority": "การท่าเรือ"})
    take(house, **{"Customs": "ศุลกากร"})
    file = house / "reference/words/th/offices.jsonl"
    assert [word.english for word in read_words(file)] == ["Customs", "Port authority"]


def test_a_part_of_a_list_is_kept_until_the_rest_comes(house):
    desk = {"code": "d", "names": {"en": "Front desk"}, "prepare": {"en": ["the invoice", "a photo"]}}
    (house / "reference/desks.jsonl").write_text(json.dumps(desk) + "\n")
    file = house / "reference/words/th/desks.jsonl"
    take(house, **{"a photo": "ภาพถ่าย"})
    assert read_words(file) == [Word("a photo", "", "ภาพถ่าย")]
    take(house, **{"the invoice": "ใบแจ้งหนี้"})
    assert [word.english for word in read_words(file)] == ["the invoice", "a photo"]


def test_what_lost_a_place_or_a_number_is_refused_and_all_else_taken(house):
    taken = take(house, **{"%(count)s left": "เหลือ", "Decree 280": "ประกาศ", "Customs": "ศุลกากร"})
    assert taken.written == 1
    assert taken.refused == ["'%(count)s left': %(count)s is missing.", "'Decree 280': 280 is missing."]


def test_what_was_changed_in_english_meanwhile_is_told(house):
    written(house)
    catalog = written(house)
    catalog.get("Send").string, catalog.get("Form E.", "reference: measures").string = "ส่ง", "ฟอร์ม E"
    with open(house / "th.po", "wb") as file:
        write_po(file, catalog, width=0)
    (house / "src/cases/labels.py").write_text(MODULE.replace("Send", "Hand over"))
    changed = {**MEASURE, "requires": [{"what": "Form D."}]}
    (house / "reference/measures.jsonl").write_text(json.dumps(changed) + "\n")
    taken = take_translator_file(house / "th.po", collect_by_home(house / "src"), house / "reference", "th")
    assert taken.refused == ["'Send' is said nowhere any more.", "'Form E.' is said nowhere any more."]


def test_a_file_that_is_no_po_is_a_fault(house):
    (house / "th.po").write_text("Dear colleague, here are the texts.")
    with pytest.raises(ValueError, match="misformatted"):
        take_translator_file(house / "th.po", {}, house / "reference", "th")
