"""What of the exchange waits for a desk, on the page where the desk looks for its work."""

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import ngettext

from landsea.base.ui.cards import card
from landsea.exchange.access import count_introductions_waiting


@card("queue", order=10)
def show_waiting_introductions(context) -> str:
    """The way to the introductions that the reader's own desks have to say something about; nothing where none waits."""
    waiting = count_introductions_waiting(context["request"].actor, timezone.now())
    if not waiting:
        return ""
    words = ngettext("%(n)s introduction waits for your desk", "%(n)s introductions wait for your desk", waiting)
    address = reverse("exchange_introductions")
    return format_html('<p class="unprinted"><a href="{}">{}</a></p>', address, words % {"n": waiting})
