"""The end of the filing form tells what will be sent; what spoils is urgent; a place in doubt has buttons; papers stay."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from landsea.base.secret_links import compute_digest
from landsea.cases.models import Case, HeldFile
from landsea.cases.tests.browsing import KEY, page_of
from landsea.cases.tests.uploads import pdf, upload
from landsea.cases.tests.world_rows import FACT
from landsea.directory.models import Place
from landsea.directory.name_search import find_nearest_places
from landsea.directory.reference_mapping import name_tokens

SPOILING = "Our durian has stood at the gate of Mohan since yesterday and is spoiling."


def sending(page: str) -> dict[str, str]:
    """What the end of the form says of each line: label to words."""
    line = r'<span class="sending-label">(.*?)</span><div>(.*?)</div>\s<a href="#(\w+)"'
    rows = re.findall(line, page.replace("<wbr>", ""), re.DOTALL)
    return {label: " ".join(unescape(re.sub(r"<[^>]+>", " ", words)).split()) for label, words, _target in rows}


def check(client, typed, **more) -> str:
    return page_of(client.post("/file/", typed | {"action": "check"} | more))


def test_the_end_says_each_thing_that_goes_with_a_way_to_change_it(client, typed):
    page = check(client, typed, happened_on="2026-11-20")
    told = sending(page)
    assert told["Your words"] == typed["text"]
    assert told["Place"] == "Mohan" and told["Country"] == "China"
    assert told["Goods"] == "fresh durian 0810.60 HS 081060"
    assert "2026" in told["Since"] and "20" in told["Since"]
    assert told["Lane"] == "normal" and told["Papers"] == "none"
    assert told["You"].endswith("Nguyen Thi Demo, filer@demo.example.org")
    for target in ("id_text", "id_place_text", "id_goods", "id_matter", "id_happened_on", "id_lane", "id_visibility"):
        assert f'href="#{target}"' in page and f'id="{target}"' in page


def test_nothing_of_a_filer_whom_nobody_may_know_is_shown_as_sent(client, typed):
    told = sending(check(client, typed, visibility="pseudonymous"))
    assert "Nguyen" not in told["You"] and "filer@demo.example.org" in told["You"]


def test_a_long_mail_address_breaks_at_its_signs(client, typed):
    page = check(client, typed, email="a.demo@fruit.example.org")
    assert "a.<wbr>demo@<wbr>fruit.<wbr>example.<wbr>org" in page
    assert "a.demo@fruit.example.org" in sending(page)["You"]


def test_what_spoils_is_urgent_unless_the_filer_says_no(client, typed):
    left_open = typed | {"text": SPOILING, "lane": "", "lane_reason": ""}
    page = check(client, left_open)
    assert sending(page)["Lane"].startswith("border-urgent: ")
    assert "because you wrote" in page and 'value="normal"' in page
    assert re.search(r'name="lane" value=""[^>]* checked', page), "a lane left to the words stays so"

    client.post("/file/", left_open | {"action": "send"})
    case = Case.objects.get()
    assert case.lane == "urgent" and "spoil" in case.lane_reason


def test_one_press_says_that_it_can_wait(client, typed):
    left_open = typed | {"text": SPOILING, "lane": "", "lane_reason": ""}
    page = page_of(client.post("/file/", left_open | {"action": "normal"}))
    assert sending(page)["Lane"] == "normal"
    assert re.search(r'name="lane" value="normal"[^>]* checked', page)


def test_goods_that_spoil_count_where_their_own_field_names_them(client, typed):
    text = "The lorry has stood at the gate for two days and nobody opens it."
    told = sending(check(client, typed, text=text, goods="durian", lane="", lane_reason=""))
    assert told["Lane"].startswith("border-urgent")
    told = sending(
        check(client, typed, text="Which papers do you want?", goods="fresh durian", lane="", lane_reason="")
    )
    assert told["Lane"] == "normal"


def test_the_piece_of_the_page_reads_the_lane_as_the_page_does(client, typed):
    page = page_of(client.post("/file/review", typed | {"text": SPOILING, "lane": "", "lane_reason": ""}))
    assert sending(page)["Lane"].startswith("border-urgent")


def test_the_day_that_was_understood_is_in_the_case_unless_it_was_struck_out(client, typed):
    form = typed | {"text": "Two lorries wait at Mohan since yesterday.", "happened_on": ""}
    assert "read from your words" in sending(check(client, form))["Since"]
    client.post("/file/", form | {"action": "send"})
    assert Case.objects.get().happened_on == timezone.localdate() - timedelta(days=1)
    client.post("/file/", form | {"action": "send", "key": "b" * 64, "struck": "day"})
    assert Case.objects.latest("pk").happened_on is None


def test_the_country_that_was_understood_is_in_the_case(client, typed):
    form = typed | {"place_text": "", "country": "", "text": "At Mohan they hold our papers."}
    client.post("/file/", form | {"action": "send"})
    assert (Case.objects.get().country, Case.objects.get().place.code) == ("CN", "CNMHN")


@pytest.fixture
def two_sides(world) -> None:
    """Two sides of one post that people call by one name."""
    others = {"vi": ["cửa khẩu Hữu Nghị"]}
    sides = (("CNYYG", "CN", "Youyi Guan road border post"), ("VNHNI", "VN", "Huu Nghi border post"))
    for code, country, english in sides:
        names = {"en": english}
        tokens = name_tokens(names, others, {"": code})
        values = {"country": country, "names": names, "other_names": others, "name_tokens": tokens}
        more = {"kind": "border_post", "time_zone": "Asia/Shanghai", **FACT}
        Place.objects.update_or_create(code=code, defaults=values, create_defaults=values | more)


def test_a_name_of_two_sides_is_asked_about_and_a_press_says_which(client, typed, two_sides):
    form = typed | {"place_text": "Cửa khẩu Hữu Nghị", "country": ""}
    page = check(client, form)
    assert "may be one of several places" in page
    assert 'value="CNYYG"' in page and 'value="VNHNI"' in page
    assert "Huu Nghi border post, Vietnam" in page

    page = page_of(client.post("/file/", form | {"meant": "VNHNI"}))
    assert 'name="place_text" value="Huu Nghi border post"' in page
    assert sending(page)["Place"] == "Huu Nghi border post" and sending(page)["Country"] == "Vietnam"


def test_a_place_that_nobody_knows_is_said_with_what_is_called_alike(client, typed, two_sides):
    page = check(client, typed, place_text="Youyi Gwan road border post", country="")
    assert "We know no place called “Youyi Gwan road border post”" in page
    assert 'name="meant" value="CNYYG"' in page
    page = check(client, typed, place_text="Atlantis", country="")
    assert "We know no place called “Atlantis”" in sending(page)["Place"]
    assert not re.search(r'name="meant" value="[A-Z]{5}"', page)  # a side may be asked for, but no place is alike


def test_a_place_of_another_country_is_offered_and_not_called_unknown(client, typed):
    page = check(client, typed, place_text="Mohan", country="VN")
    assert "“Mohan” is in another country than Vietnam" in page and "We know no place" not in page
    [code] = set(re.findall(r'name="meant" value="(CN[A-Z]{3})"', page))
    assert sending(page_of(client.post("/file/", typed | {"country": "VN", "meant": code})))["Country"] == "China"


def test_nearest_places_are_few_alike_and_of_the_country(two_sides):
    assert [place.code for place in find_nearest_places("Huu Nghy border post")] == ["VNHNI"]
    assert find_nearest_places("Huu Nghy border post", "CN") == ()
    assert find_nearest_places("") == () == find_nearest_places("?")


def hold(client, name: str) -> None:
    client.post(f"/file/papers/{compute_digest(KEY)}/", {"file": upload(name, pdf()), "key": KEY})


def test_papers_survive_another_language_and_a_reload_and_go_with_the_case(client, typed):
    check(client, typed, paper=[])
    hold(client, "report.pdf")
    told = sending(page_of(client.post("/file/review", typed)))
    assert told["Papers"] == "report.pdf"
    client.cookies["language"] = "vi"
    page = page_of(client.get("/file/"))
    assert "report.pdf" in page and f'name="key" value="{KEY}"' in page
    client.cookies["language"] = "en"
    receipt = str(HeldFile.objects.get().pk)
    client.post("/file/", typed | {"action": "send", "paper": [receipt]})
    assert Case.objects.get().files.count() == 1
    assert KEY not in page_of(client.get("/file/"))


def test_whoever_starts_afresh_and_whoever_holds_no_papers_gets_a_new_form(client, typed):
    check(client, typed)
    assert KEY not in page_of(client.get("/file/"))
    check(client, typed)
    hold(client, "report.pdf")
    page = page_of(client.get("/file/?afresh"))
    assert KEY not in page and "report.pdf" not in page
    assert KEY not in page_of(client.get("/file/"))


def test_papers_of_another_form_are_not_found_by_this_one(client, world):
    client.post(f"/file/papers/{compute_digest('b' * 64)}/", {"file": upload("other.pdf", pdf()), "key": KEY})
    assert "filing" not in client.cookies
