"""Names the app to Django, and tells the outbox how its mails are answered."""

from django.apps import AppConfig


class MailroomConfig(AppConfig):
    """Mail both ways."""

    name = "landsea.mailroom"
    label = "mailroom"

    def ready(self) -> None:
        """Give the outbox reply addresses, the pages that end a subscription, and the hours that people chose; tell those who
        watch when the last mail came.
        """
        from landsea.base.outbox.answering import ENDING_PAGES, REPLY_ADDRESSES
        from landsea.base.outbox.holding import HOLDS
        from landsea.base.personal_data import keep_about_people
        from landsea.base.signs_of_life import SIGNS_OF_LIFE
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.mailroom import cards  # noqa: F401  (registers them)
        from landsea.mailroom.actions.forget import forget_mails_of_case
        from landsea.mailroom.actions.put_off import put_off_by_choice
        from landsea.mailroom.last_mail import find_last_mail
        from landsea.mailroom.personal_tables import TABLES
        from landsea.mailroom.reply_addresses import reply_address_of
        from landsea.mailroom.subscriptions import write_ending_page_address

        REPLY_ADDRESSES.put(reply_address_of)
        ENDING_PAGES.put(write_ending_page_address)
        HOLDS.put(put_off_by_choice)
        SIGNS_OF_LIFE.put(("mail_in", find_last_mail))
        keep_about_people(*TABLES)
        ALSO_ERASED.put(forget_mails_of_case)
