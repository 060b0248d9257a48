"""Days that texts speak of, counted from a day that is given: Thursday, 26 November 2026."""

import time
from datetime import date

import pytest

from landsea_core.text.amounts import AmountReader
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.days import DayReader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def reader():
    lexicon = Lexicon.load(find_default_data_folder() / "lexicon")
    return DayReader(lexicon, AmountReader(lexicon))


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("stuck since Tuesday", "2026-11-24"),
        ("They hold it since the 20th of November", "2026-11-20"),
        ("Arrived 12/11/2026", "2026-11-12"),
        ("refused on Nov 3", "2026-11-03"),
        ("waiting for four days", "2026-11-22"),
        ("三车木薯压了四天", "2026-11-22"),
        ("11月20日到港", "2026-11-20"),
        ("上周五退回来的", "2026-11-20"),
        ("去年3月5日", None),
        ("chờ từ hôm qua", "2026-11-25"),
        ("từ ngày 12 tháng 11 đến nay", "2026-11-12"),
        ("ba ngày nay không nhích", "2026-11-23"),
        ("สามคืนแล้ว", "2026-11-23"),
        ("ตั้งแต่วันที่ 20 พ.ย. 2569", "2026-11-20"),
        ("4 ມື້ແລ້ວ", "2026-11-22"),
        ("ແຕ່ວັນທີ 12 ເດືອນ 11", "2026-11-12"),
        ("ជាប់បីថ្ងៃហើយ", "2026-11-23"),
        ("តាំងពីថ្ងៃសៅរ៍", "2026-11-21"),
        ("သုံးရက်ရှိပြီ", "2026-11-23"),
        ("ကားက တနင်္လာနေ့ကတည်းက ရပ်နေတယ်", "2026-11-23"),
        ("sejak 21/11", "2026-11-21"),
        ("sudah dua malam", "2026-11-24"),
        ("tatlong araw na", "2026-11-23"),
        ("waiting 30 hours now", "2026-11-25"),
        ("sejak Maret belum dibayar", None),
        ("the market opens in May", None),
        ("the ship sails 2 December", None),
    ],
)
def test_since_when_in_ten_languages(reader, text, began):
    found = reader.find_beginning(PreparedText(text), TODAY)
    assert (found.first.isoformat() if found else None) == began


def test_a_length_of_time_without_a_word_that_it_runs_is_doubted(reader):
    term = reader.find_beginning(PreparedText("The permit takes 30 days."), TODAY)
    wait = reader.find_beginning(PreparedText("We wait for 30 days already."), TODAY)
    assert term.confidence < 0.5 < wait.confidence


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("တနင်္လာနေ့ကတည်းက ရပ်နေတယ်", True),
        ("မနေ့ကတည်းက ပိတ်ထားတယ်", True),
        ("သောကြာနေ့ကစပြီး ပိတ်ထားတယ်", True),
        ("11月20日起停在口岸", True),
        ("星期五以来一直没动", True),
        ("昨天开始不收货", True),
        ("တနင်္လာနေ့ ရောက်တယ်", False),
        ("11月20日到口岸", False),
    ],
)
def test_a_word_behind_a_day_says_since(reader, text, since):
    """Chinese and Burmese have it there; `landsea suggest` says "since" in a gist only where the text does."""
    (found,) = reader.read_days(PreparedText(text), TODAY)
    assert found.since is since


def test_what_is_said_with_since_wins(reader):
    text = PreparedText("On 3 November we sent the papers; the lorry stands since Monday.")
    assert reader.find_beginning(text, TODAY).first == date(2026, 11, 23)


def test_months_are_spans_and_a_year_may_be_of_the_buddhist_era(reader):
    (month,) = reader.read_days(PreparedText("ตั้งแต่มีนาคม 2568"), TODAY)
    assert (month.first, month.last, month.since) == (date(2025, 3, 1), date(2025, 3, 31), True)


def test_a_day_without_a_year_is_the_nearest(reader):
    ahead, behind = reader.read_days(PreparedText("2 February; 20 June"), TODAY)
    assert (ahead.first, behind.first) == (date(2027, 2, 2), date(2026, 6, 20))


@pytest.mark.parametrize("text", ["31/2/2026", "2026-13-45", "0月0日", "24/7", "1/2 load", "HS 0810.60", "99/99/9999"])
def test_what_is_no_day_is_read_as_none(reader, text):
    assert reader.read_days(PreparedText(text), TODAY) == []


@pytest.mark.parametrize(
    ("words", "days"), [("12/11 ", 10), ("may 3 ", 10), ("3月", 10), ("yesterday ", 10), ("since ", 0)]
)
def test_a_hostile_text_gives_few_days_in_time_that_grows_with_its_length(reader, words, days):
    assert len(reader.read_days(PreparedText(words * 3000), TODAY)) == days

    def seconds(times):
        text = PreparedText(words * times)
        before = time.process_time()
        assert len(reader.read_days(text, TODAY)) <= days
        return time.process_time() - before

    seconds(10)  # what is loaded at first use is no matter of length
    short, long = min(seconds(150) for _ in range(3)), min(seconds(1200) for _ in range(3))
    assert long < 8 * 4 * short + 0.02  # with the square it would be 64 times
