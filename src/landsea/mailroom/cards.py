"""What the mailroom adds to other pages: held mails on the board, counts for operators, the address for filing by mail."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from landsea.base.ui.cards import card
from landsea.mailroom import access
from landsea.mailroom.addresses import write_filing_address


@card("board", order=10)
def held_on_board(context: Any) -> str:
    """Say how many mails wait for a coordinator, and lead to them."""
    held = access.count_held()
    return render_to_string("mailroom/card_board.html", {"held": held, "is_on": bool(settings.INBOUND_DOMAIN)})


@card("operator", order=40)
def counts_for_operators(context: Any) -> str:
    """Say how many mails that came in are not read yet, and how many wait for a person."""
    if not settings.INBOUND_DOMAIN:
        return ""
    return render_to_string("mailroom/card_operator.html", {"counts": access.count_by_state()})


@card("filing_ways", order=10)
def filing_by_mail(context: Any) -> str:
    """Say that a mail does as well, and to which address."""
    address = write_filing_address()
    return (
        render_to_string("mailroom/card_filing.html", {"address": address, "example": write_filing_address("VN")})
        if address
        else ""
    )
