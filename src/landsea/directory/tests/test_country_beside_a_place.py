"""A country that no words name, where the words name a place of another one: it is asked for, and not decided."""

import pytest

from landsea.directory.question_reading import _is_unnamed_beside_a_place
from landsea_core.text.evidence import Guess

MYAWADDY = "မြဝတီမှာ အကောက်ခွန်က ကားကို ပိတ်ထားတယ်"


@pytest.mark.parametrize(
    ("guess", "about", "filer_country", "expected"),
    [
        (Guess("CN", 0.629), MYAWADDY, "", True),
        (Guess("CN", 0.629), MYAWADDY, "CN", False),
        (Guess("CN", 0.629, ("တရုတ်",)), MYAWADDY, "", False),
        (Guess("MM", 0.629), MYAWADDY, "", False),
        (Guess("CN", 0.629), "our ministry does not answer", "", False),
    ],
)
def test_a_country_that_no_words_name_does_not_decide_beside_a_place(guess, about, filer_country, expected):
    assert _is_unnamed_beside_a_place(guess, about, filer_country) is expected
