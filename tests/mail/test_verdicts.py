"""Every raw mail is what its verdict says, which was written before the reader saw the mail."""

import pytest
from tests.mail.verdicts import differences, raw_of, verdicts

from landsea_core.mailtext import House, Kind, read_mail

ROWS = [(folder, row) for folder in (".", "held_out", "tester", "corridor") for row in verdicts(folder)]


@pytest.mark.parametrize(("folder", "row"), ROWS, ids=[row["file"] for _, row in ROWS])
def test_a_mail_is_what_its_verdict_says(folder, row):
    assert differences(row, read_mail(raw_of(folder, row), House())) == {}


def test_there_are_enough_of_every_kind():
    rows = verdicts(".")
    assert len(rows) >= 120
    assert {row["kind"] for row in rows} == set(Kind)
    assert {row["language"] for row in rows} >= {"zh", "vi", "th", "lo", "km", "my", "id", "ms", "en"}
