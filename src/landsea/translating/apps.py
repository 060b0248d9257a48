"""Names the app to Django, and puts in what it gives to the rooms below."""

from django.apps import AppConfig


class TranslatingConfig(AppConfig):
    """Translations beside what people write."""

    name = "landsea.translating"
    label = "translating"

    def ready(self) -> None:
        """Show translations on the pages of all rooms, and forget those of a case whose words are gone."""
        from landsea.base.personal_data import keep_about_people
        from landsea.base.ui.translated_words import FIND_TRANSLATIONS
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.cases.actions.redact import ALSO_BLACKED_OUT
        from landsea.translating.actions.forget import forget_of_case, forget_of_message
        from landsea.translating.personal_tables import TABLES
        from landsea.translating.translation_finding import find_translations

        keep_about_people(*TABLES)
        FIND_TRANSLATIONS.put(find_translations)
        ALSO_ERASED.put(forget_of_case)
        ALSO_BLACKED_OUT.put(forget_of_message)
