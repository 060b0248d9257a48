"""What was understood as chips: how sure in words, by which words of the text, what else it may be, and what answers it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from landsea.cases.labels import describe_confidence
from landsea.cases.tests.browsing import page_of
from landsea.cases.understanding.amounts import write_amounts
from landsea.cases.understanding.chips import find_question, make_chips
from landsea.cases.understanding.meaning import Understood, understand_filing
from landsea.cases.understanding.suggestions import Suggested, suggest_from_text
from landsea.directory.models import Matter
from landsea_core.text import Guess, read_amounts
from landsea_core.text.default_reader import read_text

DURIAN = "Our durian waits at Mohan <script>alert(1)</script>, the plant quarantine does not accept our report."


def chips(**typed) -> dict:
    """Return the chips of a form by their kind."""
    understood = understand_filing(typed)
    found = make_chips(typed.get("text", ""), understood, suggest_from_text(typed, understood), "en")
    return {chip.kind: chip for chip in found}


def test_each_chip_says_how_sure_and_by_which_words(world):
    found = chips(text=DURIAN)

    goods = found["goods"]
    assert (goods.words, goods.field) == ("durian HS 081060", "goods")
    assert goods.sure in ("almost sure", "likely")
    assert [piece.words for piece in goods.pieces if piece.found] == ["durian"]
    assert found["place"].words == "Mohan"
    assert found["language"].words == "English"


def test_what_was_chosen_is_not_called_a_guess_and_shows_no_words(world):
    matter = chips(text=DURIAN, matter="rail")["matter"]

    assert (matter.words, matter.sure, matter.pieces) == ("rail", "", ())
    assert "rail" not in [choice.value for choice in matter.choices]


def test_choices_stand_by_confidence_and_only_matters_that_exist(world):
    Matter.objects.filter(code="inspection").update(hint={"en": "Goods are opened."})
    text = "We stand in the queue at the gate for two days."
    understood = understand_filing({"text": text, "matter": "gate_queue"})
    matters = [Guess("gate_queue", 0.5), Guess("rail", 0.35), Guess("no_such_matter", 0.3), Guess("inspection", 0.1)]
    found = Suggested(understood, type(read_text("x"))(**{**vars(read_text("x")), "matters": matters}))

    (chip,) = [one for one in make_chips(text, understood, found, "en") if one.kind == "matter"]
    assert [(choice.value, choice.sure) for choice in chip.choices] == [("rail", "possible"), ("inspection", "a guess")]
    assert [choice.about for choice in chip.choices] == ["", "Goods are opened."]


@pytest.mark.parametrize(
    ("confidence", "words"), [(1, "almost sure"), (0.85, "almost sure"), (0.84, "likely"), (0, "a guess")]
)
def test_confidence_is_told_in_words(confidence, words):
    assert describe_confidence(confidence) == words


def test_the_page_escapes_what_it_highlights(client, world):
    page = page_of(client.post("/file/understood", {"text": DURIAN}))

    assert "<mark>durian</mark>" in page
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_a_struck_chip_is_gone_and_stays_gone_while_the_form_goes_on(client, world, typed):
    form = typed | {"text": DURIAN, "goods": "", "place_text": ""}
    page = page_of(client.post("/file/", form | {"strike": "goods"}))

    assert 'data-chip="goods"' not in page and 'data-chip="place"' in page
    assert '<input type="hidden" name="struck" value="goods"' in page
    assert DURIAN.split("<", maxsplit=1)[0] in page


def test_one_word_for_two_goods_leads_to_a_question():
    reading = read_text("dates")
    two = [Guess("080410", 0.5, ("date",), "dates"), Guess("910211", 0.4, ("date",), "calendars")]
    found = Suggested(Understood(), type(reading)(**{**vars(reading), "goods": two}))
    guessed = Understood(hs="080410", guessed=frozenset({"goods"}))

    assert "“date” mean dates or calendars" in find_question(guessed, found)
    assert find_question(Understood(hs="080410"), found) == ""  # chosen: nothing to ask
    near = [two[0], Guess("080420", 0.4, ("date",), "figs")]
    assert find_question(guessed, Suggested(Understood(), type(reading)(**{**vars(reading), "goods": near}))) == ""


def test_what_already_answers_it_comes_with_what_was_understood(client, world):
    page = page_of(client.post("/file/understood", {"text": DURIAN, "matter": "plant_health"}))

    assert "What the desk will ask for" in page


def test_names_of_languages_are_those_of_the_reader(world):
    with translation.override("vi"):
        understood = understand_filing({"text": DURIAN})
        found = make_chips(DURIAN, understood, suggest_from_text({"text": DURIAN}, understood), "vi")
    assert "Tiếng Anh" in [chip.words for chip in found if chip.kind == "language"]


def test_enter_in_a_field_checks_the_form_and_strikes_nothing_out(client, world):
    page = page_of(client.post("/file/", {"text": DURIAN, "action": "check"}))
    form = page[page.index('data-draft="filing"') :]
    first = re.search(r"<button[^>]*type=.submit[^>]*>", form)

    assert 'name="strike"' in form and "name=" not in first.group()


def test_the_nearest_goods_by_meaning_are_no_choice_since_no_word_speaks_for_them(world):
    typed, reading = {"text": "grumblefrotz", "goods": "durian", "filer_country": "VN"}, read_text("grumblefrotz")
    goods = [Guess("901180", 0.5, (), "microscopes"), Guess("080450", 0.3, ("mango",), "mango")]
    understood = understand_filing(typed)
    found = Suggested(understood, type(reading)(**{**vars(reading), "goods": goods}))
    (chip,) = [one for one in make_chips(typed["text"], understood, found, "en") if one.kind == "goods"]
    assert [one.words for one in chip.choices] == ["mango 0804.50"]


def test_since_when_is_offered_and_never_taken_by_itself(world):
    today = timezone.localdate()
    text = "ລົດ 3 ຄັນຄ້າງຢູ່ດ່ານ 4 ມື້ແລ້ວ"
    day = chips(text=text)["day"]

    began = (today - timedelta(4)).isoformat()
    assert (day.field, [choice.value for choice in day.choices]) == ("happened_on", [began])
    assert [piece.words for piece in day.pieces if piece.found] == ["4 ມື້"]
    assert day.can_be_struck
    assert "day" not in chips(text=text, happened_on=began)
    assert "day" not in chips(text=text, struck="day")
    assert "day" not in chips(text="The permit takes 30 days.")


def test_amounts_are_told_in_the_readers_language():
    amounts = read_amounts("3 ຄັນ, 1,500 ກິໂລ, 20 ລ້ານກີບ, 3 ຄັນ, 4 ມື້")
    with translation.override("en"):
        assert write_amounts(amounts) == "3 lorries · 1,500 kilograms · 20,000,000 LAK · 4 days"
    with translation.override("zh-hans"):
        assert write_amounts(amounts) == "3 辆货车 · 1,500 公斤 · 20,000,000 LAK · 4 天"
    with translation.override("vi"):
        assert write_amounts(read_amounts("2.5 tấn, một xe")) == "2,5 tấn · 1 xe tải"


def test_what_sounds_urgent_is_said_in_the_filers_own_words(world):
    found = understand_filing({"text": "ລົດກ້ວຍຄ້າງຢູ່ດ່ານໂມຫານ 4 ມື້ແລ້ວ, ກ້ວຍກຳລັງເນົ່າ"})
    assert found.urgent_words and "banana" not in found.urgent_words
    assert found.place.code == "CNMHN"
