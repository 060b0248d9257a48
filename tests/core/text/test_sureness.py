"""What is asked and what is taken: counted by field, with the right answer among the choices."""

from landsea_core.text.evidence import TAKEN_FROM, Guess
from landsea_core.text.quality.calibration import Band
from landsea_core.text.quality.sureness import Sureness, count_sureness, write_bands, write_sureness


class Reading:
    def __init__(self, topics, authorities, countries, goods=()):
        self.topics, self.authorities, self.countries, self.goods = topics, authorities, countries, goods


class Reader:
    """Reads each text as it was told to."""

    def __init__(self, **readings):
        self.readings = readings

    def read(self, text, filer):
        return self.readings[text]


def guesses(*pairs):
    return [Guess(value, confidence) for value, confidence in pairs]


SURE = Reading(
    guesses(("ip", 0.9)), guesses(("ip_office", TAKEN_FROM), ("customs", 0.1)), guesses(("CN", 0.7), ("VN", 0.3))
)
UNSURE = Reading(
    guesses(("ip", 0.5), ("other", 0.3), ("investment", 0.1), ("ecommerce", 0.05)),
    [],
    guesses(("CN", 0.55), ("VN", 0.41), ("LA", 0.02)),
)
ROWS = [
    {"text": "sure", "from": "VN", "where": "VN", "topic": "other", "alt_topic": ["ip"], "authority": "ip_office"},
    {"text": "unsure", "from": "VN", "where": "VN", "topic": "ecommerce", "authority": "customs"},
    {"text": "unsure", "from": "VN", "where": "LA", "topic": "investment"},
]


def test_what_is_sure_is_taken_and_the_rest_is_asked_with_choices():
    topic, authority, where, _ = count_sureness(ROWS, Reader(sure=SURE, unsure=UNSURE))
    assert topic == Sureness("topic", taken=1, taken_right=1, asked=2, offered_right=1)
    assert authority == Sureness("authority", taken=1, taken_right=1, asked=1, offered_right=0)
    assert where == Sureness("where", taken=1, taken_right=0, asked=2, offered_right=1)


def test_goods_of_several_chapters_are_asked_and_those_of_one_are_taken():
    rice, broken, sugar = (
        Guess(code, sure, (words,))
        for code, sure, words in (("100630", 0.4, "rice"), ("100640", 0.25, "broken rice"), ("170199", 0.3, "sugar"))
    )
    named = {
        "one": Reading([], [], [], [rice]),
        "same chapter": Reading([], [], [], [rice, broken, sugar]),
        "two": Reading([], [], [], [rice, sugar]),
        "by likeness": Reading([], [], [], [Guess("17", 0.9)]),
    }
    rows = [{"text": text, "hs": "1701" if text == "two" else "10"} for text in named]
    goods = count_sureness(rows, Reader(**named))[-1]
    assert goods == Sureness("hs", taken=2, taken_right=2, asked=2, offered_right=1)


def test_the_lines_say_what_was_counted():
    lines = write_sureness([Sureness("where", 113, 106, 37, 35)])
    assert lines == "where: 113 taken from 0.6 on, 106 right; 37 asked, 35 with the right one among 2"
    table = write_bands([Band(0.0, 0, 0.0, 0), Band(0.6, 4, 0.65, 3)])
    assert table.splitlines()[1:] == ["0.6 to 0.7             4   0.65   0.75"]
