"""Something stands still: plans avoid it at once, kept plans are made anew, whoever watches hears of it once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from landsea.base.actors import SYSTEM
from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.cases.tests.world import with_rail_holder
from landsea.corridor import access
from landsea.corridor.actions.disrupt import Report, end_disruption, open_disruption
from landsea.corridor.actions.keep_plan import end_plan
from landsea.corridor.actions.replan import replan_waiting
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import Disruption, KeptPlan

from .conftest import NOW, QUESTION

pytestmark = pytest.mark.django_db


def close(place="VNHNI", **more):
    """Close a post from December on."""
    report = Report("A landslide closed the road.", "customs, by telephone", date(2026, 12, 1), place=place, **more)
    return open_disruption(report, actor=SYSTEM, now=NOW)


def mails(template="plan_changed"):
    """Mails of a kind that were queued."""
    return Delivery.objects.filter(template=template)


def test_plans_avoid_it_from_the_next_page_on(client):
    """The lorry through Friendship Pass is offered before, and not after."""
    address = f"{reverse('plan')}?{QUESTION}"
    assert "D009" in client.get(address).content.decode()
    close()
    assert "D009" not in client.get(address).content.decode()


def test_a_kept_plan_is_made_anew_and_its_keeper_told_once(kept):
    """The way to take instead does not touch the closed post; a second round tells nobody twice."""
    row = close()
    assert replan_waiting(NOW) == 1
    replan_waiting(NOW)
    kept.refresh_from_db()
    assert kept.instead and all("VNHNI" not in leg["called"] for leg in kept.instead["legs"])
    assert mails().count() == 1
    end_disruption(row, actor=SYSTEM, now=NOW)
    replan_waiting(NOW)
    kept.refresh_from_db()
    assert kept.instead is None and mails().count() == 2


def test_a_plan_elsewhere_is_left_alone(kept):
    """A post that the plan does not touch changes nothing."""
    close("THMST")
    replan_waiting(NOW)
    kept.refresh_from_db()
    assert kept.instead is None and not mails().exists()


def test_an_ended_plan_hears_nothing(kept):
    """Its link closes, no mail is queued."""
    end_plan(kept, now=NOW)
    close()
    replan_waiting(NOW)
    assert not mails().exists()


def test_a_service_may_stand_still_too(kept):
    """By its id in place of a place."""
    used = kept.services[0]
    open_disruption(Report("No driver.", "operator", date(2026, 12, 1), service=used), actor=SYSTEM, now=NOW)
    replan_waiting(NOW)
    kept.refresh_from_db()
    assert kept.instead or kept.trouble


def test_each_act_leaves_one_audit_row():
    """Opening, ending; ending twice is ending once."""
    row = close()
    end_disruption(row, actor=SYSTEM, now=NOW)
    end_disruption(row, actor=SYSTEM, now=NOW)
    assert [entry.act for entry in Entry.objects.filter(stream=f"disruption:{row.pk}")] == ["open", "end"]


def test_editors_and_the_coordinator_enter_and_end_it(world):
    """No desk may, of whatever country; a stranger may not, and a visitor is asked to sign in."""
    form = {"target": "Mohan", "since": "2026-12-01", "says": "Closed for repair.", "source": "the post itself"}
    for role in ("stranger", "holder", "deputy", "head", "observer"):
        assert world.client(role).post(reverse("new_disruption"), form).status_code == 403
    assert world.client("anonymous").post(reverse("new_disruption"), form).status_code == 302
    assert not Disruption.objects.exists()
    coordinator = world.client("coordinator")
    assert coordinator.post(reverse("new_disruption"), form).status_code == 302
    row = Disruption.objects.get()
    assert access.find_place_or_404(row.place).country == "CN"
    assert "Closed for repair." in world.client("anonymous").get(reverse("disruptions")).content.decode()
    assert world.client("holder").post(reverse("end_disruption", args=[row.pk])).status_code == 403
    coordinator.post(reverse("end_disruption", args=[row.pk]))
    row.refresh_from_db()
    assert row.ended_at


def test_a_form_pressed_twice_is_one_closure(world):
    """The same words again after its end, or other words, are another one."""
    form = {"target": "VNHNI", "since": "2026-12-05", "says": "The gate is shut.", "source": "the post itself"}
    coordinator, address = world.client("coordinator"), reverse("new_disruption")
    assert [coordinator.post(address, form).status_code for _press in range(2)] == [302, 302]
    row = Disruption.objects.get()
    assert Entry.objects.filter(stream=f"disruption:{row.pk}", act="open").count() == 1
    coordinator.post(address, form | {"says": "The bridge is shut."})
    coordinator.post(reverse("end_disruption", args=[row.pk]))
    coordinator.post(address, form)
    assert Disruption.objects.count() == 3


def test_no_act_lets_a_desk_close_a_post(world):
    """Whatever door it came through."""
    row = close()
    report = Report("Closed.", "heard", date(2026, 12, 1), place="VNHNI")
    for role in ("holder", "head", "observer", "stranger"):
        with pytest.raises(PermissionDenied):
            open_disruption(report, actor=world.actor(role), now=NOW)
        with pytest.raises(PermissionDenied):
            end_disruption(row, actor=world.actor(role), now=NOW)


def test_a_desk_reads_who_enters_it(world):
    """Its page offers no form, and says whom to tell."""
    close()
    page = world.client("holder").get(reverse("disruptions")).content.decode()
    assert "Editors of facts and the coordinator enter what is stopped." in page
    assert reverse("new_disruption") not in page and "/end" not in page


@pytest.mark.parametrize(("who", "offers"), [("rail_holder", False), ("coordinator", True)])
def test_whoever_edits_the_network_is_offered_only_what_opens(world, who, offers):
    """A desk that answers for transport edits it, and enters nothing that stands still."""
    editor = with_rail_holder(world).client(who)
    page = editor.get(reverse("network_editing"))
    assert page.status_code == 200
    assert (reverse("new_disruption") in page.content.decode()) is offers
    assert editor.get(reverse("new_disruption")).status_code == (200 if offers else 403)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"target": "Mohann"}, "Mohan"),
        ({"until": "2026-11-01"}, "ends before it begins"),
        ({"says": ""}, "required"),
    ],
)
def test_what_is_wrong_comes_back(world, typed, said):
    """With a sentence, and with what was typed."""
    form = {"target": "Mohan", "since": "2026-12-01", "says": "Closed.", "source": "the post", **typed}
    page = world.client("coordinator").post(reverse("new_disruption"), form)
    assert page.status_code == 422 and said in page.content.decode()
    assert not Disruption.objects.exists()


def test_one_network_sends_so_many_links_an_hour(client, settings):
    """Anybody may type anybody's address: the next one comes back with a sentence and what was typed, and no mail goes."""
    settings.FILINGS_PER_HOUR = 1
    typed = {"question": QUESTION, "number": "1", "name": "Our lorry"}
    assert client.post(reverse("keep_plan"), typed | {"email": "one@example.org"}).status_code == 200
    page = client.post(reverse("keep_plan"), typed | {"email": "two@example.org"})
    assert page.status_code == 429 and "save it later" in page.content.decode()
    assert 'value="two@example.org"' in page.content.decode() and mails("plan_kept").count() == 1
    assert (
        client.post(reverse("keep_plan"), typed | {"email": "three@example.org"}, REMOTE_ADDR="192.0.2.7").status_code
        == 200
    )


def test_keeping_a_plan_by_the_page(client):
    """The form on the plan page keeps it and sends a link; the button there begins its mails."""
    typed = {"question": QUESTION, "number": "1", "email": "trader@example.org", "name": "Our lorry"}
    page = client.post(reverse("keep_plan"), typed)
    assert page.status_code == 200
    assert client.get(page.context["plan_url"]).context["shown"]  # the way back to the plan is no dead end
    row = KeptPlan.objects.get()
    assert mails("plan_kept").count() == 1 and row.confirmed_at is None
    address = reverse("kept_plan", args=[KEPT_LINKS.secret_of(row.nonce)])
    assert "Our lorry" in client.get(address).content.decode()
    client.post(address, {"act": "confirm"})
    row.refresh_from_db()
    assert row.confirmed_at
    client.post(address, {"act": "end"})
    assert client.get(address).status_code == 404


def test_a_kept_plan_names_its_places_in_the_reader_s_language(client, kept):
    """Whatever language it was kept in."""
    client.cookies["language"] = "zh-hans"
    assert "南宁 – 河内" in client.get(reverse("kept_plan", args=[KEPT_LINKS.secret_of(kept.nonce)])).content.decode()


def test_a_plan_without_a_name_is_called_by_its_ends_in_the_keeper_s_language(client):
    """It is the heading of its page and the subject of its mails."""
    client.cookies["language"] = "zh-hans"
    client.post(reverse("keep_plan"), {"question": QUESTION, "number": "1", "email": "trader@example.org", "name": ""})
    row = KeptPlan.objects.get()
    assert row.name == "南宁 – 河内"
    page = client.post(
        reverse("kept_plan", args=[KEPT_LINKS.secret_of(row.nonce)]), {"act": "confirm"}
    ).content.decode()
    assert "trader@example.org" in page  # who is written to from now on


def test_what_one_lorry_drives_is_one_step_of_a_kept_plan(client):
    """As on the page of the plan that was kept."""
    question = "from=Kunming&to=Chongqing&ready=2026-12-01T08:00&mode=road&amount=1&unit=teu"
    client.post(reverse("keep_plan"), {"question": question, "number": "1", "email": "trader@example.org"})
    row = KeptPlan.objects.get()
    assert len(row.chosen["legs"]) > 1
    shown = client.get(reverse("kept_plan", args=[KEPT_LINKS.secret_of(row.nonce)])).context["chosen"]
    assert len(shown) < len(row.chosen["legs"])
    assert (shown[0]["from"], shown[-1]["to"]) == (row.chosen["legs"][0]["from"], row.chosen["legs"][-1]["to"])


def test_a_wrong_link_opens_nothing(client):
    """Neither a short one nor one of the right length."""
    assert client.get(reverse("kept_plan", args=["x"])).status_code == 404
    assert client.get(reverse("kept_plan", args=["x" * 43])).status_code == 404


def test_the_mail_says_what_happened(kept):
    """Subject and body can be drawn, with the link."""
    from django.template.loader import render_to_string

    row = close()
    text = render_to_string("mails/plan_changed.txt", {"plan": kept.pk, "disruption": row.pk})
    assert "Nanning - Hanoi" in text and "landslide" in text and "/plan/kept/" in text


def test_the_page_of_a_kept_plan_says_what_stands_still_on_its_way(client, kept):
    """In the reader's language, as long as it does."""
    address = reverse("kept_plan", args=[KEPT_LINKS.secret_of(kept.nonce)])
    assert "A landslide" not in client.get(address).content.decode()
    row = close()
    page = client.get(address, headers={"accept-language": "zh-hans"}).content.decode()
    assert "A landslide closed the road." in page and "友谊口岸" in page
    end_disruption(row, actor=SYSTEM, now=NOW)
    assert "A landslide" not in client.get(address).content.decode()


def test_what_stands_still_is_listed_by_when_in_the_reader_s_language(client):
    """What is to come apart from today; what has passed not at all."""
    today = date.today()
    close(until=today + timedelta(days=4))
    report = Report("The road is mended.", "customs, by telephone", today + timedelta(days=30), place="VNHNI")
    open_disruption(report, actor=SYSTEM, now=NOW)
    page = client.get(reverse("disruptions"), headers={"accept-language": "vi"})
    assert "A landslide closed the road." in page.content.decode() and "Hữu Nghị" in page.content.decode()
    assert "X01" in {row.id for row, _ in page.context["today"]}, "closed since 2025, and nobody told of an end"
    assert "The road is mended." in {row.says for row, _ in page.context["coming"]}
