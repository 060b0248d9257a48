"""Kept plans: a way that was chosen and is looked after. Its link goes by mail, as from the page; no key is needed."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from landsea.api.form_bodies import Body
from landsea.api.operations import Asked, Operation
from landsea.api.parameters import SECRET_IN_PATH
from landsea.api.problems import Fault, Problem
from landsea.api.refusing import refuse_floods
from landsea.api.shapes import (
    Shape,
    make_any_field,
    make_instant_field,
    make_text_field,
    make_texts_field,
    make_truth_field,
)
from landsea.base.actors import ANONYMOUS
from landsea.base.limits.spending import spend_limit
from landsea.base.ui.fields import AddressField, WholeField, make_words_field
from landsea.corridor import access
from landsea.corridor.actions import keep_plan
from landsea.corridor.chosen_ways import MOST, make_wish_to_keep
from landsea.corridor.faults import plan_fault_words
from landsea.corridor.forms import KeepForm, PlanForm
from landsea.corridor.plan_news import say_news
from landsea_core.planner.network.kept_ways import find_news
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_names import find_end
from landsea_core.planner.network.unknown_place import UnknownPlace


def _news_of(row: Any) -> list[str]:
    return say_news(find_news(row.chosen, row.chosen, row.instead)) if row.instead else []


def _field_of(fault: ValueError, corridor: Corridor, query: QueryDict) -> str:
    """Return the field that a fault is about, empty where it is about several."""
    for field in ("from", "to"):
        try:
            find_end(corridor, query.get(field, ""))
        except UnknownPlace:
            return field
    return str(getattr(fault, "field", ""))


KEPT_PLAN = Shape(
    "KeptPlan",
    "A way that was chosen, whether it still goes, and what to take instead",
    {
        "name": make_text_field(lambda row: row.name),
        "question": make_text_field(lambda row: row.question, "as the address of the plan page writes it"),
        "confirmed": make_truth_field(lambda row: row.confirmed_at, "mails begin with it"),
        "ready_at": make_instant_field(lambda row: row.ready_at),
        "planned_at": make_instant_field(lambda row: row.planned_at, "when it was last looked at"),
        "chosen": make_any_field(lambda row: row.chosen, "the itinerary that was chosen, as in a plan"),
        "instead": make_any_field(
            lambda row: row.instead, "the one that would be taken now, null while nothing changed"
        ),
        "news": make_texts_field(_news_of, "what has changed, in sentences"),
        "trouble": make_text_field(lambda row: row.trouble, "why there is no way, where there is none"),
        "in_the_way": make_texts_field(
            lambda row: [str(one.says) for one in access.list_closures_in_the_way(row)], "what is stopped"
        ),
    },
)
MAILED = Shape(
    "MailedPlan", "That a plan is kept and its link went by mail", {"mailed": make_truth_field(lambda told: told)}
)
ENDED = Shape("EndedPlan", "That a plan is not kept any more", {"ended": make_truth_field(lambda told: told)})


class KeptPlanForm(PlanForm):
    """A question, which of the ways found for it is kept, and who wants to hear of it."""

    email = AddressField(label=KeepForm.base_fields["email"].label)
    name = make_words_field(KeepForm.base_fields["name"].label, 120)
    number = WholeField(required=False, min_value=1, max_value=MOST, help_text="which of the ways, from 1")


def spend_keeping(asked: Asked) -> None:
    """Count one more plan and one more mail from this network. Raises Problem when there were too many."""
    if not (spend_limit(asked.request, "plan") and spend_limit(asked.request, "keep")):
        raise Problem("too-often", gettext("Much was logged from your connection within the hour. Send it later."))


def keep_way(asked: Asked) -> dict[str, Any]:
    """Keep one way, and send the link at which it is looked after."""
    typed, query = asked.form.cleaned_data, asked.form.data.copy()
    about = {"email": typed["email"], "name": typed["name"], "language": asked.language}
    try:
        wish = make_wish_to_keep(query, str(typed["number"] or 1), **about)
    except ValueError as fault:
        corridor = access.read_planning_context().corridor
        sentence, field = plan_fault_words(fault, corridor, query), _field_of(fault, corridor, query)
        raise Problem("faults", sentence, faults=[Fault(f"/{field}" if field else "", sentence)]) from fault
    with refuse_floods():
        keep_plan.keep_plan(wish, actor=ANONYMOUS, now=asked.now)
    return MAILED.of(True)


def show_plan(asked: Asked) -> dict[str, Any]:
    """Return a kept plan, by its secret."""
    return KEPT_PLAN.of(access.find_kept_plan(asked.path["secret"]))


def confirm_plan(asked: Asked) -> dict[str, Any]:
    """Confirm it: mails begin."""
    keep_plan.confirm_plan(access.find_kept_plan(asked.path["secret"]), now=asked.now)
    return show_plan(asked)


def end_plan(asked: Asked) -> dict[str, Any]:
    """End it: no more mails, its page closes."""
    keep_plan.end_plan(access.find_kept_plan(asked.path["secret"]), now=asked.now)
    return ENDED.of(True)


_OWN: dict[str, Any] = {"group": "Plans", "in_path": SECRET_IN_PATH}
OPERATIONS = [
    Operation(
        "POST",
        "/kept-plans",
        "keep_plan",
        "Keep one of the ways found for a question, and hear when it changes",
        keep_way,
        MAILED,
        group="Plans",
        body=Body(KeptPlanForm, leaves_out=("remember",)),
        status=201,
        spend=spend_keeping,
    ),
    Operation(
        "GET",
        "/kept-plans/{secret}",
        "show_kept_plan",
        "A kept plan, whether it still goes, and what to take instead",
        show_plan,
        KEPT_PLAN,
        **_OWN,
    ),
    Operation(
        "POST",
        "/kept-plans/{secret}/confirm",
        "confirm_kept_plan",
        "Confirm it, with the secret that came by mail: mails begin",
        confirm_plan,
        KEPT_PLAN,
        **_OWN,
    ),
    Operation(
        "POST",
        "/kept-plans/{secret}/end",
        "end_kept_plan",
        "End it: no more mails, its page closes",
        end_plan,
        ENDED,
        **_OWN,
    ),
]
