"""Who a key acts for and what it may do: what a program asks first, to see that it is set up right."""

from landsea.api.callers import Caller
from landsea.api.operations import Asked, Operation
from landsea.api.shapes import Shape, make_text_field, make_texts_field, make_truth_field
from landsea.directory import access as directory_access

WHO = Shape(
    "Who",
    "Whom the key acts for, by the appointments that hold now",
    {
        "kind": make_text_field(
            lambda told: told["caller"].kind, "person, mailbox (a case's filer) or answer_link (a case's desk)"
        ),
        "name": make_text_field(lambda told: told["caller"].actor.name),
        "scopes": make_texts_field(lambda told: sorted(told["caller"].scopes)),
        "desks": make_texts_field(
            lambda told: told["desks"], "codes of the desks that the person holds, deputises for or heads"
        ),
        "associations": make_texts_field(
            lambda told: told["associations"], "codes of the associations that the person files for"
        ),
        "coordinates": make_truth_field(lambda told: told["caller"].actor.is_coordinator),
    },
)


def show_who(asked: Asked) -> dict:
    """Return whom the key acts for."""
    caller: Caller = asked.caller
    desks = directory_access.list_desks_in_service().filter(pk__in=caller.actor.desks)
    offices = directory_access.list_offices_in_service().filter(pk__in=caller.actor.associations)
    return WHO.of(
        {
            "caller": caller,
            "desks": desks.order_by("code").values_list("code", flat=True) if caller.actor.desks else [],
            "associations": offices.order_by("code").values_list("code", flat=True)
            if caller.actor.associations
            else [],
        }
    )


OPERATIONS = [
    Operation(
        "GET",
        "/me",
        "me",
        "Whom this key acts for, and what it may do",
        show_who,
        WHO,
        door="signed_in mailbox answer_link",
        group="Keys",
    )
]
