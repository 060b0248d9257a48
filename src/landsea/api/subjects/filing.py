"""Filing a case without an account: the form of the page, read and routed as there; the answer holds the secret of the case."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from landsea.api.case_shapes import CASE, shape_case_for
from landsea.api.form_bodies import Body
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.problems import Problem
from landsea.api.shapes import Shape, make_one_field, make_text_field
from landsea.base.actors import ANONYMOUS, make_filer
from landsea.base.limits.spending import spend_limit
from landsea.base.secret_links import compute_digest
from landsea.cases import access
from landsea.cases.actions.file import file_case
from landsea.cases.actions.hold_file import hold_file
from landsea.cases.form_filing import make_filing
from landsea.cases.forms import FilingForm
from landsea.cases.understanding.meaning import understand_filing

FILED = Shape(
    "Filed",
    "A case that was filed. Keep the secret: it is the key of this one case",
    {
        "ref": make_text_field(lambda told: told["case"].ref),
        "secret": make_text_field(lambda told: told["secret"], "send it as a bearer to follow the case and to answer"),
        "mailbox": make_text_field(lambda told: told["mailbox"], "the same for a person with a browser"),
        "case": make_one_field(CASE, lambda told: told["seen"]),
    },
)


def spend_filing(asked: Asked) -> None:
    """Count one more case from this network. Raises Problem when there were too many."""
    if not spend_limit(asked.request, "file"):
        raise Problem("too-often", gettext("Many cases came from your connection within the hour. Send it later."))


def file_one(asked: Asked) -> Answered:
    """File what was sent, and return the case with its secret."""
    key = asked.once
    for paper in asked.files:
        hold_file(compute_digest(key), paper, now=asked.now)
    cleaned = asked.form.cleaned_data
    filing = make_filing(cleaned, understand_filing(cleaned), language=asked.language, form_key=key)
    filed = file_case(filing, actor=ANONYMOUS, now=asked.now)
    actor = make_filer(filed.case.pk, filed.case.language)
    case = access.find_case(actor, filed.case.ref)
    told = {
        "case": case,
        "secret": filed.secret,
        "mailbox": settings.PUBLIC_ADDRESS + reverse("mailbox_link", args=[filed.secret]) if filed.secret else "",
        "seen": shape_case_for(actor, case),
    }
    return Answered(FILED.of(told), headers={"Location": "/api/v1/case"}, version=case.version)


OPERATIONS = [
    Operation(
        "POST",
        "/cases",
        "file_case",
        "File a case; no key is needed",
        file_one,
        FILED,
        group="Filing",
        body=Body(FilingForm, leaves_out=("key", "struck"), papers=True, defaults={"lane": "normal"}),
        status=201,
        spend=spend_filing,
    )
]
