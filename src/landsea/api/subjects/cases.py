"""Reading cases: the list by what falls due next, one case, the case behind a secret, its papers."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from landsea.api.case_shapes import CASE, CASE_LINE, shape_case_for
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import COUNTRY_CODE, CURSOR, ID_IN_PATH, LIMIT
from landsea.base.files.papers import send_as_attachment
from landsea.cases import access
from landsea.cases.queue import Wanted, list_wanted_cases
from landsea_core.caseflow import Lane

READERS = "signed_in mailbox answer_link"
REF = {"ref": {"type": "string", "maxLength": 40, "description": "the case's number"}}
SCOPES_OF_LIST = ("mine", "consulted", "all", "closed")
STEPS_OF_LIST = ("unanswered", "late", "filer", "outcome")


def list_cases(asked: Asked) -> Answered:
    """Return the cases that the caller may see, a page at a time."""
    names = ("scope", "step", "country", "lane", "goods")
    found = list_wanted_cases(asked.actor, Wanted(**{name: asked.query[name] for name in names}))
    found = found.select_related("desk").defer("text", "routing")
    return cut_page(asked, make_slicer(found), CASE_LINE)


def show_case(asked: Asked) -> Answered:
    """Return one case."""
    return answer_with_case(asked, asked.path["ref"])


def show_own_case(asked: Asked) -> Answered:
    """Return the case that the secret opens."""
    case = access.list_visible_cases(asked.actor).only("ref").first()
    return answer_with_case(asked, case.ref if case else "")


def answer_with_case(asked: Asked, ref: str) -> Answered:
    """Return a case as an answer, with its version."""
    case = access.find_case(asked.actor, ref)
    return Answered(CASE.of(shape_case_for(asked.actor, case)), version=case.version)


def send_file(asked: Asked) -> HttpResponse:
    """Return the bytes of a paper."""
    case = access.find_case(asked.actor, asked.path["ref"])
    files = access.list_files(asked.actor, case).filter(redacted_at=None)
    return send_as_attachment(get_object_or_404(files, pk=asked.path["id"]))


OPERATIONS = [
    Operation(
        "GET",
        "/cases",
        "list_cases",
        "Cases that you may see, by what falls due next",
        list_cases,
        list_schema(CASE_LINE),
        door="signed_in",
        scope="cases:read",
        group="Cases",
        query=(
            Parameter("scope", {"type": "string", "enum": SCOPES_OF_LIST, "default": "all"}, "which of them"),
            Parameter("step", {"type": "string", "enum": STEPS_OF_LIST}, "what they wait for"),
            Parameter("country", COUNTRY_CODE, "where"),
            Parameter("lane", {"type": "string", "enum": [str(one) for one in Lane]}, "normal or urgent"),
            Parameter("goods", {"type": "string", "maxLength": 6}, "the first digits of the HS code"),
            LIMIT,
            CURSOR,
        ),
    ),
    Operation(
        "GET",
        "/case",
        "show_own_case",
        "The case that the secret opens: its filer's, or a desk's without an account",
        show_own_case,
        CASE,
        door="mailbox answer_link",
        group="Cases",
    ),
    Operation(
        "GET",
        "/cases/{ref}",
        "show_case",
        "One case, as far as you may see it",
        show_case,
        CASE,
        door=READERS,
        scope="cases:read",
        group="Cases",
        in_path=REF,
    ),
    Operation(
        "GET",
        "/cases/{ref}/files/{id}",
        "send_file",
        "The bytes of a paper",
        send_file,
        {},
        door=READERS,
        scope="cases:read",
        group="Cases",
        in_path=REF | ID_IN_PATH,
        media_type="application/octet-stream",
    ),
]
