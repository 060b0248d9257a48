"""Names the app to Django, and puts in what it gives to the rooms below."""

from django.apps import AppConfig


class PhrasesConfig(AppConfig):
    """The phrasebook on cases."""

    name = "landsea.phrases"
    label = "phrases"

    def ready(self) -> None:
        """Put the cards on the case's pages, the phrases into the thread and the queue, and forget an erased filer's values."""
        from landsea.base.personal_data import keep_about_people
        from landsea.cases.access import BESIDE, Beside
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.cases.queue_rows import WAITING_FOR
        from landsea.cases.thread_presenters import SAID_IN_BOOK
        from landsea.phrases import cards  # noqa: F401  (registers them)
        from landsea.phrases.actions.forget import forget_values
        from landsea.phrases.models import CaseAnswer, CaseAsk
        from landsea.phrases.personal_tables import TABLES
        from landsea.phrases.thread_phrases import say_messages, say_what_waits

        keep_about_people(*TABLES)
        of_messages = "message_id IN (SELECT id FROM cases_message WHERE case_id = %s)"
        BESIDE.put(Beside("ask", CaseAsk))
        BESIDE.put(Beside("phrase answer", CaseAnswer, of_messages))
        ALSO_ERASED.put(forget_values)
        SAID_IN_BOOK.put(say_messages)
        WAITING_FOR.put(say_what_waits)
