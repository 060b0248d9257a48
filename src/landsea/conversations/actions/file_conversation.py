"""Files what a conversation has gathered, by the same act as the form's: the same key files once."""

from datetime import timedelta

from landsea.base.actors import ANONYMOUS
from landsea.base.messengers.handling import Received
from landsea.cases.actions.file import file_case
from landsea.cases.form_filing import make_filing
from landsea.cases.recipients import find_filers
from landsea.conversations.form import make_form, make_form_key, read_understood
from landsea.conversations.models import Conversation
from landsea.conversations.models.conversation import Stage
from landsea.conversations.sayings import Saying, say_filed, say_many_filed, say_stage

MOST_AN_HOUR = 10


def file_conversation(talk: Conversation, received: Received) -> list[Saying]:
    """File the case and return what is said of it; or what is still wrong, with nothing lost."""
    hour = received.at - timedelta(hours=1)
    mine = Conversation.objects.filter(channel=talk.channel, remote=talk.remote, case__isnull=False)
    if mine.filter(touched_at__gte=hour).count() >= MOST_AN_HOUR:
        return [say_many_filed()]
    form = make_form(talk)
    if not form.is_valid():
        talk.stage = Stage.CHECK
        faults = [str(fault) for faults in form.errors.values() for fault in faults]
        return [("\n".join(faults), {}, []), say_stage(talk)]
    filing = make_filing(form.cleaned_data, read_understood(talk), language=talk.language, form_key=make_form_key(talk))
    filed = file_case(filing, actor=ANONYMOUS, now=received.at)
    talk.case, talk.stage, talk.typed = filed.case, Stage.FILED, {}
    _email, nonce = find_filers([filed.case.pk])[filed.case.pk]
    return [say_filed(filed.case.ref, nonce)]
