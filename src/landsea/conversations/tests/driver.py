"""Somebody who writes by a messenger, for tests: what they send is taken and dealt with at once."""

from datetime import UTC, datetime, timedelta

from landsea.base.messengers.actions.handle_incoming import handle_waiting
from landsea.base.messengers.actions.take_incoming import take_incoming
from landsea.base.messengers.ways.shapes import IncomingMessage
from landsea.base.outbox.models import Delivery

NOW = datetime(2026, 11, 27, 3, 0, tzinfo=UTC)


class Driver:
    """Somebody who writes to the bot, and what was said back."""

    def __init__(self, channel="telegram", remote="42", language="en"):
        self.channel, self.remote, self.language, self.number = channel, remote, language, 0

    def write(self, text="", *, choice="", file=None, again=False, quoted=""):
        self.number += not again
        message = IncomingMessage(
            self.channel,
            f"{self.remote}:{self.number}",
            self.remote,
            text=text,
            choice=choice,
            language=self.language,
            file=file,
            quoted=quoted,
        )
        take_incoming(message, now=NOW + timedelta(seconds=20 * self.number))
        handle_waiting(now=NOW + timedelta(seconds=20 * self.number))
        return self.heard()

    def heard(self):
        return [
            one.facts.get("text", "")
            for one in Delivery.objects.filter(channel=self.channel, template="said").order_by("id")
        ]

    def choices(self):
        last = Delivery.objects.filter(channel=self.channel, template="said").order_by("-id").first()
        return [code for code, _words in last.facts["choices"]]
