"""How the text of a page is read, and what of it is held to be foreign to its reader."""

import pytest
from tests.contract.page_text import Expected, Why, find_foreign, read_runs

PAGE = """<html lang="th"><head><title>หน้าแรก</title><style>a {}</style></head><body><p>ข้อความ <span lang="en">As it was
written</span> <b translate="no">An Phat</b><code>make test</code></p><textarea>typed words</textarea>
<input placeholder="ค้นหา" value="typed words"></body></html>"""


def test_a_page_is_read_with_what_it_says_of_its_languages():
    found = {run.text: run.marked for run in read_runs(PAGE)}
    assert found == {
        "ข้อความ": False,
        "As it was written": True,
        "An Phat": True,
        "make test": True,
        "ค้นหา": False,
    }


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("ใบรับรอง 3 ฉบับ, HS 081060", "th", None),
        ("ดู https://www.example.org/a?b=c และ a@example.org", "th", None),
        ("Not translated yet", "th", Why.ENGLISH),
        ("Mohan", "lo", Why.NAME),
        ("ทุเรียน", "lo", Why.SCRIPT),
        ("No one knows where it is and who has it", "vi", Why.OTHER),
        ("Closed", "vi", Why.OTHER),
        ("E-mail", "vi", None),
        ("I-save", "fil", None),
        ("I-save", "vi", Why.OTHER),
        ("ไม่เกิน 0.05 mg/kg", "th", None),
        ("Container đến cảng Mohan", "vi", None),
        ("Ba xe đang chờ ở cửa khẩu", "vi", None),
        ("Ba xe đang chờ ở cửa khẩu", "en", Why.OTHER),
        ("Tiga truk menunggu di perbatasan", "id", None),
        ("Tiga truk menunggu di perbatasan", "fil", Why.OTHER),
        ("Three lorries wait at the border", "en", None),
        ("貨物在口岸受阻", "zh-hant", None),
        ("货物在口岸受阻", "zh-hant", Why.SIMPLIFIED),
    ],
)
def test_what_is_foreign_to_a_reader(text, language, why):
    found = find_foreign(text, language)
    assert (found.why if found else None) == why


def test_words_that_are_written_so_everywhere_are_expected():
    expected = Expected(
        {("form", ""): "name of a certificate", ("calm", "words/"): "code"}, {"Cn Mohan": "name in the tests"}
    )
    assert expected.find(find_foreign("หนังสือรับรอง Form E", "th")) == "name of a certificate"
    assert not expected.find(find_foreign("หนังสือรับรอง Form Other", "th"))
    assert expected.find(find_foreign("รหัส calm", "th"), "words/") and not expected.find(find_foreign("รหัส calm", "th"))
    assert expected.leave_out("ถึง Cn Mohan Other") == ("ถึง   Other", "name in the tests")
    assert expected.leave_out("ถึง Mohan") == ("ถึง Mohan", "")
