"""Cards for phone books: escaping, folding, and that other readers read what was written."""

import unicodedata
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from landsea_core.contacts.cards import Card, CardTelephone, drop_controls, escape_value, fold_line, write_card

LAO_AND_CHINESE = "ດ່ານພາສີສາກົນບໍ່ເຕັນ磨憨海关植物检疫口岸ທ່າບົກທ່ານາແລ້ງ老中铁路货运服务台ຫ້ອງການກວດກາພືດ"
CARD = Card(
    uid="0b0f0a4e-7c0e-5d7c-9e55-1d2a8a0f9a11",
    kind="org",
    name="Plant quarantine, Mohan",
    units=("Mohan Customs; Yunnan", "Plant quarantine"),
    telephones=(CardTelephone("+868718122222", "switchboard"), CardTelephone("12360")),
    emails=("desk@mohan.example.org",),
    languages=("zh", "en"),
    address="https://landsea.example.org/who/desks/cn-mohan.quarantine/",
    note="Ask for the hall.\nC:\\papers",
    topics=("Plants, animals", "Customs"),
)
AT = datetime(2026, 11, 28, 3, 4, 5, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def read_back(written: str) -> str:
    """Undo the escapes, as RFC 6350 (3.4) says."""
    out, letters = "", iter(written)
    for one in letters:
        following = next(letters, "") if one == "\\" else one
        out += "\n" if one == "\\" and following in "nN" else following
    return out


def test_a_card_of_version_3_is_written_line_by_line():
    assert unfolded(write_card(CARD, AT)) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Plant quarantine\\, Mohan",
        "N:Plant quarantine\\, Mohan;;;;",
        "UID:0b0f0a4e-7c0e-5d7c-9e55-1d2a8a0f9a11",
        "X-ABSHOWAS:COMPANY",
        "ORG:Mohan Customs\\; Yunnan;Plant quarantine",
        "item1.TEL;TYPE=VOICE:+868718122222",
        "item1.X-ABLABEL:switchboard",
        "TEL;TYPE=VOICE:12360",
        "EMAIL;TYPE=INTERNET:desk@mohan.example.org",
        "URL:https://landsea.example.org/who/desks/cn-mohan.quarantine/",
        "CATEGORIES:Plants\\, animals,Customs",
        "NOTE:Ask for the hall.\\nC:\\\\papers",
        "REV:2026-11-28T03:04:05Z",
        "END:VCARD",
        "",
    ]


def test_a_card_of_version_4_says_its_kind_its_languages_and_its_identifier_as_an_address():
    lines = unfolded(write_card(CARD, AT, "4.0"))
    assert {
        "VERSION:4.0",
        "KIND:org",
        "UID:urn:uuid:0b0f0a4e-7c0e-5d7c-9e55-1d2a8a0f9a11",
        "LANG:zh",
        "LANG:en",
        "item1.TEL;TYPE=VOICE:+868718122222",
        "REV:20261128T030405Z",
    } <= set(lines)
    assert "X-ABSHOWAS:COMPANY" not in lines


def test_only_the_lines_that_were_asked_for_are_given():
    lines = unfolded(write_card(CARD, AT, only=frozenset({"TEL"})))
    assert {line.partition(":")[0] for line in lines if line} == {
        "BEGIN",
        "VERSION",
        "UID",
        "FN",
        "N",
        "item1.TEL;TYPE=VOICE",
        "TEL;TYPE=VOICE",
        "END",
    }


def test_sixty_characters_of_lao_and_chinese_are_folded_between_characters():
    assert len(LAO_AND_CHINESE) >= 60
    raw = write_card(Card(uid="x", kind="org", name=LAO_AND_CHINESE), None).encode()
    parts = raw.split(b"\r\n")
    assert max(map(len, parts)) <= 75
    for part in parts:
        shown = part.decode()
        assert not unicodedata.category(shown.removeprefix(" ")[:1] or "a").startswith("M"), "a mark without its letter"
    assert f"FN:{LAO_AND_CHINESE}" in unfolded(raw.decode())


@given(st.text(max_size=400))
def test_what_is_escaped_reads_back(text):
    assert read_back(escape_value(text)) == drop_controls(text)
    assert "\n" not in escape_value(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=400))
def test_what_is_folded_unfolds_and_no_line_is_too_long(line):
    folded = fold_line(line)
    assert folded.replace("\r\n ", "") == line
    parts = folded.split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts) and all(part.startswith(" ") for part in parts[1:])


@given(st.text(max_size=60), st.text(max_size=200), st.lists(st.text(max_size=40), max_size=3))
def test_whatever_a_card_says_it_has_its_lines_once(name, note, units):
    card = Card(uid="x", kind="individual", name=name, units=tuple(units), note=note)
    for version in ("3.0", "4.0"):
        lines = unfolded(write_card(card, AT, version))
        names = [line.partition(":")[0] for line in lines if line]
        assert names[:2] == ["BEGIN", "VERSION"] and names[-1] == "END" and lines[-1] == ""
        assert len(set(names)) == len(names)
