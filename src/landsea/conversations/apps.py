"""Names the app to Django, and takes part in what comes in."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Filing a case by messenger."""

    name = "landsea.conversations"
    label = "conversations"

    def ready(self) -> None:
        """Take what nobody else took, and have filers told where they wrote."""
        from landsea.base.messengers.handling import HANDLERS
        from landsea.base.messengers.short_wording import CHOICES_BELOW
        from landsea.base.personal_data import keep_about_people
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.cases.notices import FILER_ACCOUNTS
        from landsea.conversations.access import list_accounts_of_filer
        from landsea.conversations.actions.answer_outcome import list_answers_to_outcome
        from landsea.conversations.actions.forget_erased import forget_conversations
        from landsea.conversations.actions.hold_conversation import hold_conversation
        from landsea.conversations.personal_tables import TABLES

        CHOICES_BELOW.put(list_answers_to_outcome)
        HANDLERS.put(hold_conversation, order=50)
        FILER_ACCOUNTS.put(list_accounts_of_filer)
        ALSO_ERASED.put(forget_conversations)
        keep_about_people(*TABLES)
