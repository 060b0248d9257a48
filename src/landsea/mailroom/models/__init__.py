"""Tables of the mailroom."""

from landsea.mailroom.models.inbound_mail import InboundMail, MailState
from landsea.mailroom.models.mail_choice import MailChoice
from landsea.mailroom.models.reply_address import ReplyAddress

__all__ = ["InboundMail", "MailChoice", "MailState", "ReplyAddress"]
