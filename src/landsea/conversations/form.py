"""The filing form as a conversation fills it in, and what was understood of it: the same form and the same reading as on the
page, so that the same words make the same case.
"""

from django.utils.crypto import salted_hmac

from landsea.cases.forms import FilingForm
from landsea.cases.understanding.meaning import understand_filing
from landsea.conversations.models import Conversation
from landsea_core.caseflow import Lane, Visibility


def make_form_key(conversation: Conversation) -> str:
    """Return the secret key of the form, made from the conversation's nonce."""
    return salted_hmac("landsea conversation form", str(conversation.nonce), algorithm="sha256").hexdigest()


def make_form(conversation: Conversation) -> FilingForm:
    """Return the filing form with what was typed. Who gave no name is unnamed."""
    typed = dict(conversation.typed)
    named = Visibility.NAMED if typed.get("name") else Visibility.PSEUDONYMOUS
    lane = Lane.URGENT if typed.get("lane_reason") else Lane.NORMAL
    return FilingForm({"visibility": named, "lane": lane, "key": make_form_key(conversation)} | typed)


def read_understood(conversation: Conversation):
    """Return what is understood of what was typed so far."""
    return understand_filing(conversation.typed)
