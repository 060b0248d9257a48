"""A desk with a confirmed address and no account answers by replying to its notice."""

import pytest
from django.utils import timezone

from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.cases.models import AnswerLink, Message
from landsea.cases.tests.test_somebody_there import ADDRESS, RAIL, give_address
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail
from landsea.mailroom.tests.mail_servers import written

pytestmark = pytest.mark.django_db


def test_its_reply_is_the_answer_while_its_link_holds(world):
    give_address(world)
    case = world.file(**RAIL).case
    notice = compose_message(Delivery.objects.get(template="case_arrived"))
    [address] = notice.reply_to

    def reply(words: str) -> InboundMail:
        keep_mails([Handed(written(ADDRESS, address, words), (address,), ADDRESS)], now=timezone.now())
        sort_due()
        return InboundMail.objects.order_by("-id").first()

    assert reply("The wagon leaves tomorrow.").act == "answer"
    [message] = Message.objects.filter(case=case)
    assert (message.body, message.desk, message.author) == ("The wagon leaves tomorrow.", world.rail, None)
    assert reply("And it left.").act == "message"
    AnswerLink.objects.update(revoked_at=timezone.now())
    assert reply("Too late.").verdict == "address_ended"
