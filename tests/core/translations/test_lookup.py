"""Looking translations up by the exact English, and filling them into rows that have names."""

from landsea_core.translations import Translations, Word, name_key, write_words

FISH = "Department of Fisheries"


def translations(tmp_path, kind: str, **languages: list[Word]) -> Translations:
    for language, words in languages.items():
        write_words(tmp_path / "words" / language.replace("_", "-") / f"{kind}.jsonl", words)
    return Translations.load(tmp_path, kind)


def test_a_text_is_found_by_language_and_exact_english(tmp_path):
    found = translations(tmp_path, "measures", vi=[Word("Form E, 2 copies.", "", "Mẫu E, 2 bản.")])
    assert found.find("Form E, 2 copies.", "vi") == "Mẫu E, 2 bản."
    assert found.find("Form E, 2 copies.", "lo") is None
    assert found.find("Form E, 3 copies.", "vi") is None
    assert found.find_everywhere("Form E, 2 copies.") == ["Form E, 2 copies.", "Mẫu E, 2 bản."]


def test_without_files_all_stays_english(tmp_path):
    found = translations(tmp_path, "offices")
    assert found.find_everywhere(FISH) == [FISH]
    assert found.fill({"code": "th-fish", "names": {"en": FISH}}) == {"code": "th-fish", "names": {"en": FISH}}


def test_what_editors_wrote_goes_before_the_files_the_last_one_first(tmp_path):
    found = translations(tmp_path, "measures", vi=[Word("A", "", "cũ"), Word("B", "", "giữ")])
    over = found.put_over([{"vi": {"A": "mới"}, "lo": {"A": "ໃໝ່"}}, {"vi": {"A": "mới nhất"}}])
    assert [over.find("A", "vi"), over.find("B", "vi"), over.find("A", "lo")] == ["mới nhất", "giữ", "ໃໝ່"]
    assert found.find("A", "vi") == "cũ"


def test_a_row_is_filled_with_what_is_said_of_it_or_of_all_and_keeps_its_own(tmp_path):
    words = [Word(FISH, "", "渔业局"), Word(FISH, "th-fish", "泰国渔业厅")]
    found = translations(tmp_path, "offices", zh_hans=words, lo=[Word(FISH, "", "ກົມປະມົງ")])
    assert found.fill({"code": "th-fish", "names": {"en": FISH}})["names"] == {
        "en": FISH,
        "zh": "泰国渔业厅",
        "lo": "ກົມປະມົງ",
    }
    filled = found.fill({"code": "bn-fish", "names": {"en": FISH, "lo": "ຂອງຕົນເອງ"}})
    assert filled["names"] == {"en": FISH, "zh": "渔业局", "lo": "ຂອງຕົນເອງ"}


def test_names_within_rows_and_lists_of_texts_are_filled_too_and_the_row_given_stays_as_it_was(tmp_path):
    found = translations(tmp_path, "topics", vi=[Word("Gates", "", "Cửa khẩu"), Word("A queue", "", "Hàng chờ")])
    row = {"topic": "t", "names": {"en": "Gates"}, "matters": [{"names": {"en": "A queue"}, "hint": {"en": "Any"}}]}
    filled = found.fill(row)
    assert filled["matters"] == [{"names": {"en": "A queue", "vi": "Hàng chờ"}, "hint": {"en": "Any"}}]
    assert row["matters"][0]["names"] == {"en": "A queue"}
    desks = translations(tmp_path, "desks", vi=[Word("form", "", "mẫu"), Word("photo", "", "ảnh")])
    asked = {"code": "d", "names": {"en": "Desk"}, "prepare": {"en": ["form", "photo"]}}
    assert desks.fill(asked)["prepare"] == {"en": ["form", "photo"], "vi": ["mẫu", "ảnh"]}
    asked["prepare"]["en"].append("stamp")
    assert desks.fill(asked)["prepare"] == {"en": ["form", "photo", "stamp"]}


def test_languages_stand_in_rows_by_their_first_part_and_as_pages_name_them_in_series(tmp_path):
    assert [name_key(one) for one in ("zh-hans", "vi")] == ["zh", "vi"]
    found = translations(tmp_path, "figures", zh_hans=[Word("Trains", "", "列车")])
    assert found.fill({"series": "s", "title": {"en": "Trains"}})["title"] == {"en": "Trains", "zh-hans": "列车"}
