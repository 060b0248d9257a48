"""Rules: a draft of a change, a published change that touches a case, an answer to it, a watch, a correction."""

import uuid
from dataclasses import replace
from datetime import datetime

from tests.contract.one_of_each.addresses import TYPED

from landsea.base.actors import ANONYMOUS, Actor
from landsea.base.corrections.models import Correction
from landsea.cases.models import CommonAnswerItem
from landsea.consequences.actions.answer_touched import answer_touched
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.actions.corrections import suggest_correction_of_rule
from landsea.rules.actions.watch import Wish, confirm_watch, save_watch
from landsea.rules.models import Watch
from landsea.rules.watch_links import FEED_LINKS, PAGE_LINKS

CODE = "M012"
"""Fresh durian from Viet Nam into China: what the small world's cases are about."""


def make(world, now: datetime) -> dict:
    """Publish a change by two editors, answer the case it touches, draft another, watch, correct."""
    case = world.file(now=now).case
    editor = world.actor("coordinator")
    second = second_editor(world)
    version = drafting.draft_version(changed("It says something else now."), actor=editor, now=now)
    publish.approve_version(version.pk, actor=second, now=now)
    answer = answer_touched(
        editor, version.pk, {case.pk: case.version}, "The list changed.", form_key=uuid.uuid4(), now=now
    )
    item = CommonAnswerItem.objects.get(answer=answer)
    drafted = drafting.draft_version(changed("It says yet another thing."), actor=editor, now=now)
    watch = save_watch(Wish(email="firm@demo.example.org", language="en", hs=("081060",)), actor=ANONYMOUS, now=now)
    confirm_watch(watch, now=now)
    watch = Watch.objects.get(pk=watch.pk)
    suggest_correction_of_rule(
        CODE, text="The link is dead.", email="", form_key=uuid.uuid4(), address="", actor=ANONYMOUS, now=now
    )
    page, of_version = {"secret": PAGE_LINKS.secret_of(watch.nonce)}, {"pk": version.pk}
    return {
        **dict.fromkeys(
            ("measure", "suggest_rule_correction", "rule_draft", "api_measure", "api_measure_versions"), {"code": CODE}
        ),
        "api_measure_version": {"code": CODE, "number": version.number},
        "rule_feed": {"form": "atom"},
        "watch_feed": {"secret": FEED_LINKS.secret_of(watch.feed_nonce), "form": "atom"},
        **dict.fromkeys(("watch", "note_paper", "change_watch"), page),
        "rule_version": {"pk": drafted.pk},
        "rule_settle": {"pk": drafted.pk, TYPED: {"act": "withdraw", "why": "Not yet."}},
        "rule_settle_correction": {"pk": Correction.objects.latest("pk").pk},
        "answer_cases": of_version,
        "rule_answered": {"answer_id": answer.pk},
        "rule_answer_back": {"answer_id": answer.pk, "item_id": item.pk},
    }


def changed(summary: str):
    """Return the measure with other words."""
    access.forget_book()
    return replace(access.find_measure(CODE), summary=summary)


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another published change of the measure, answered to a case; another draft, watch, correction."""
    editor, second = world.actor("coordinator"), second_editor(world)
    case = world.file(now=now).case
    version = drafting.draft_version(changed(f"It was changed {number} times."), actor=editor, now=now)
    publish.approve_version(version.pk, actor=second, now=now)
    key = uuid.uuid4()
    answer_touched(editor, version.pk, {case.pk: case.version}, f"Changed {number}.", form_key=key, now=now)
    drafting.draft_version(changed(f"Draft {number}."), actor=editor, now=now)
    wish = Wish(email=f"firm{number}@demo.example.org", language="en", hs=("081060",))
    confirm_watch(save_watch(wish, actor=ANONYMOUS, now=now), now=now)
    suggest_correction_of_rule(
        CODE,
        text=f"Fault {number}.",
        email="",
        form_key=uuid.uuid4(),
        address=f"10.2.{number}.1",
        actor=ANONYMOUS,
        now=now,
    )


def second_editor(world) -> Actor:
    """Return somebody who approves what the coordinator drafted."""
    return Actor(user_id=world.people["operator"].pk, name="Second editor", is_coordinator=True)
