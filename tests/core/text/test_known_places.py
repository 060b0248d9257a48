"""Places that an installation knows in place of the file's: understood like all others, and the rest as before."""

import pytest

from landsea_core.text.default_reader import (
    get_default_reader,
    get_reader_of_files,
    read_countries,
    read_places,
    renew_words,
    use_added_words,
    use_known_places,
)
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.places import PLACES_OF_FILE, KnownPlaces

NEW = {
    "code": "LAQIA",
    "country": "LA",
    "kind": "dry_port",
    "names": {"en": "Phonsavang dry port", "zh": "丰沙旺无水港", "lo": "ທ່າບົກໂພນສະຫວັງໃໝ່"},
    "other_names": {"en": ["Sky gate"]},
}
RENAMED = {
    "code": "BNKBC",
    "country": "BN",
    "kind": "city",
    "names": {"en": "Qiaotou", "zh": "桥头镇"},
    "other_names": {},
}


def reading_with(*rows: dict):
    """The reader of the files with these rows in place of its own."""
    known = KnownPlaces("1", {row["code"]: row for row in rows})
    return get_reader_of_files().with_places(known)


def places_in(used, text: str) -> list[str]:
    """Codes of the places that a reader finds in a text, best first."""
    return [guess.value for guess in used.read(text).places]


def test_a_place_put_on_record_is_understood_in_each_of_its_names():
    used = reading_with(NEW)
    for text in (
        "Our lorry waits at Phonsavang dry port.",
        "我们的货车停在丰沙旺无水港",
        "Stuck at Sky Gate since Monday.",
    ):
        assert places_in(used, text)[:1] == ["LAQIA"], text
        assert "LAQIA" not in places_in(get_reader_of_files(), text)
    assert used.read("Our lorry waits at Phonsavang dry port.").countries[0].value == "LA"


def test_a_place_called_otherwise_is_understood_by_its_new_name_and_no_longer_by_the_old():
    used, text = reading_with(RENAMED), "The queue at Qiaotou is long."
    assert places_in(used, text) == ["BNKBC"] and places_in(get_reader_of_files(), text) == []
    old = "The queue at Kuala Belait is long."
    assert places_in(get_reader_of_files(), old) == ["BNKBC"] and places_in(used, old) == []


def test_everything_else_is_read_as_before():
    used = reading_with(NEW, RENAMED)
    for text in ("Durian for Chongqing stands at Huu Nghi, goods spoil.", "Hàng nằm ở cảng Hải Phòng", "ຄ້າງຢູ່ວຽງຈັນ"):
        assert used.read(text, "VN") == get_reader_of_files().read(text, "VN")


def test_heavy_parts_are_shared_and_the_file_s_reader_stays_as_it_is():
    """A new place costs milliseconds, not a new lexicon."""
    files = get_reader_of_files()
    used = reading_with(NEW)
    assert used.lexicon is files.lexicon and used.goods is files.goods and used.matters is files.matters
    assert used.countries is not files.countries and files.gazetteer is not used.gazetteer
    assert files.gazetteer.read_places(PreparedText("Phonsavang dry port")) == []


def test_what_is_known_is_asked_for_by_whoever_reads_for_people():
    known = [PLACES_OF_FILE]
    use_added_words(None)
    use_known_places(lambda: known[0])
    try:
        renew_words()
        before = get_default_reader()
        known[0] = KnownPlaces("LAQIA.1", {"LAQIA": NEW})
        assert read_places("Phonsavang dry port") == [] and get_default_reader() is before
        renew_words()
        assert [one.value for one in read_places("Phonsavang dry port")] == ["LAQIA"]
        assert read_countries("Stuck at Sky Gate")[0].value == "LA" and get_reader_of_files() is before
    finally:
        use_known_places(None)
    assert get_default_reader() is before


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ពូខ្ញុំលក់នៅព្រះត្រពាំង", "VN"),
        ("ທ່າເຮືອລໍຖ້າເຂື່ອນຈິ່ງຫົງປ່ອຍນໍ້າ", "CN"),
        ("塔銮湖那块地还没拆完", "LA"),
        ("亚齐的矿区要不要许可", "ID"),
        ("xe nằm ở Đen Savẳn hai ngày", "LA"),
        ("warung di Becora mau tutup", "TL"),
    ],
)
def test_places_are_known_as_their_neighbours_spell_them(text, country):
    assert read_countries(text)[0].value == country
