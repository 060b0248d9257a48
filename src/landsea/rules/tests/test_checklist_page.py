"""The checklist's page: its verdict in words, what was not looked at, refused ways and what is missing in a question."""

import pytest

from landsea.rules.tests.conftest import ASKED
from landsea.rules.tests.test_pages import get

pytestmark = pytest.mark.django_db


def test_a_question_that_says_no_purpose_is_about_selling(measures, client):
    asked = {name: words for name, words in ASKED.items() if name != "purpose"}
    for link in (asked, asked | {"purpose": ""}):
        page = get(client, "checklist", **link)
        assert "HS 110814" in page and 'name="purpose" value="sell"' in page


def test_a_lao_starch_firm_gets_steps_from_its_own_words(measures, client):
    page = get(client, "checklist", **ASKED)
    assert "These goods may pass" not in page  # nobody has looked through all that can stop starch
    for words in (
        "No rule known to us stops these goods. That is not a permission. What we know to be asked of them is listed here.",
        "For these goods and countries we have not looked systematically at: ",
        "HS 110814",
        "Decree 280",
        "Certificate of origin (Form E, RCEP or LDC)",
        "start not found",
    ):
        assert words in page
    assert page.index("registration of producers") < page.index("taxes and fees")


FRIDGE = ASKED | {"goods": "841810", "origin": "CN", "destination": "MM", "mode": "road"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "No rule known to us stops these goods.",
                "not looked systematically at: bans and stops; ",
                "standards and labels",
            ),
        ),
        ("zh-hans", ("我们所知的规定都没有禁止这些货物", "禁令和暂停")),
        ("vi", ("Chúng tôi không biết quy định nào chặn hàng này", "lệnh cấm và tạm ngừng")),
        ("lo", ("ບໍ່ມີກົດລະບຽບທີ່ພວກເຮົາຮູ້ຈັກຢຸດສິນຄ້ານີ້", "ການຫ້າມ ແລະ ການຢຸດ")),
    ],
)
def test_goods_that_only_a_general_row_lets_in_are_never_said_to_pass(measures, client, language, words):
    client.cookies["language"] = language
    page = get(client, "checklist", **FRIDGE)
    assert "These goods may pass" not in page
    for said in words:
        assert said in page


def test_goods_admitted_by_name_may_pass_where_their_leaving_was_looked_at_too(measures, client):
    page = get(client, "checklist", **ASKED | {"goods": "081060", "origin": "VN", "transit": [], "mode": "road"})
    assert "These goods may pass, with what is listed below." in page
    assert "not looked systematically" not in page


@pytest.mark.parametrize(
    ("language", "words", "open_way"),
    [
        ("en", "These goods may come in, with what is listed below.", "what may leave the country of origin"),
        ("zh-hans", "这些货物可以进入", "原产国的出口规定"),
        ("vi", "Hàng này được nhập, với điều kiện bên dưới.", "quy định của nước xuất xứ về hàng được xuất"),
        ("lo", "ສິນຄ້ານີ້ເຂົ້າໄດ້ ດ້ວຍສິ່ງຂ້າງລຸ່ມ.", "ສິ່ງທີ່ອອກຈາກປະເທດຕົ້ນກຳເນີດໄດ້"),
    ],
)
def test_goods_admitted_by_name_may_come_in_and_their_leaving_is_named(measures, client, language, words, open_way):
    client.cookies["language"] = language
    page = get(client, "checklist", **ASKED | {"goods": "080719", "origin": "BN", "transit": [], "mode": "sea"})
    assert words in page and open_way in page


def test_a_refused_way_says_which_measure(measures, client):
    page = get(client, "checklist", **ASKED | {"goods": "081060", "origin": "MY", "transit": ["TH", "LA"]})
    assert "These goods may not pass." in page
    assert "Fresh durian from Malaysia" in page


def test_words_with_two_meanings_are_asked_only_where_it_matters(measures, client):
    page = get(client, "checklist", **ASKED | {"goods": "durian, frozen durian", "origin": "ID", "mode": "sea"})
    assert "Which of these is it?" in page
    assert "hs=081060" in page


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"goods": ""}, "Say which goods"),
        ({"goods": "qwxyz"}, "We do not know the goods"),
        ({"destination": "LA"}, "Choose another country"),
        ({"destination": ""}, "Choose a country"),
        ({"on": "soon"}, "Write the day like"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(measures, client, changed, words):
    page = get(client, "checklist", **ASKED | changed)
    assert words in page
    assert ASKED["origin"] in page


def test_people_and_investors_get_their_own_lists(measures, client):
    assert "mutual visa exemption" in get(
        client, "checklist", purpose="people", origin="MY", destination="CN", on="2026-11-25"
    )
    assert "EV 3.5" in get(
        client, "checklist", purpose="invest", goods="870380", origin="CN", destination="TH", on="2026-11-25"
    )


@pytest.mark.parametrize("name", ["origin", "destination"])
def test_a_country_that_is_none_gets_a_sentence(measures, client, name):
    assert "Which goods" in get(client, "checklist", **ASKED | {name: "XX"})
