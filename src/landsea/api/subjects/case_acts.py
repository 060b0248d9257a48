"""Every act on a case, made from the forms of the case's page: the same right, the same check, the same act."""

from landsea.api.case_shapes import CASE, shape_case_for
from landsea.api.form_bodies import Body, refuse_faulty_form
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.problems import KINDS, Problem
from landsea.api.shapes import Shape, make_one_field, make_text_field
from landsea.api.subjects.cases import REF
from landsea.base.refusal import Refused
from landsea.cases import access
from landsea.cases.access import ACTS_BY_LINK
from landsea.cases.act_forms import FILER_FORMS, OFFICE_FORMS, ActForm
from landsea.cases.act_forms.pressing import press_form

OF_PAGE = ("key", "version")

DONE = Shape(
    "ActDone",
    "What came of an act",
    {
        "ref": make_text_field(
            lambda told: told["case"].ref, "the case that goes on: after a split or a merger another one"
        ),
        "said": make_text_field(lambda told: told["said"]),
        "case": make_one_field(CASE, lambda told: told["seen"], "null when you may not see the case any more"),
    },
)


def press_button(asked: Asked) -> Answered:
    """Do the act of the form that was sent."""
    form = asked.form
    if asked.seen_version is not None:
        # If-Match: nothing is done to another version. The lock lasts as long as the act.
        case = access.find_case(asked.actor, asked.path["ref"], lock=True)
        if case.version != asked.seen_version:
            raise Problem("moved-on", str(KINDS["moved-on"][1]))
    try:
        done = press_form(
            asked.actor, asked.path["ref"], form, now=asked.now, papers=asked.files, language=asked.language
        )
    except Refused as refused:
        if refused.code == "does_not_fit":
            refuse_faulty_form(form)
        raise
    case = (
        access.list_visible_cases(asked.actor).select_related("desk__office__place", "place").filter(pk=done.pk).first()
    )
    seen = shape_case_for(asked.actor, case) if case else None
    told = {"case": done, "said": form.said % {"ref": done.ref}, "seen": seen}
    return Answered(DONE.of(told), version=case.version if case else None)


def _operation(form: type[ActForm], door: str) -> Operation:
    says = (form.__doc__ or "").strip().splitlines()[0].rstrip(".")
    return Operation(
        "POST",
        f"/cases/{{ref}}/{form.act}",
        f"{form.act}_case",
        says,
        press_button,
        DONE,
        door=door,
        scope="cases:act",
        group="Acts on a case",
        body=Body(form, leaves_out=OF_PAGE, papers=form.takes_papers, checked=False),
        in_path=REF,
        takes_version=True,
    )


OPERATIONS = [
    *(_operation(form, "desk answer_link" if act in ACTS_BY_LINK else "desk") for act, form in OFFICE_FORMS.items()),
    *(_operation(form, "association mailbox") for form in FILER_FORMS.values()),
]
