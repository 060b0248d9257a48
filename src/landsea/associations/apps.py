"""Names the app to Django."""

from django.apps import AppConfig


class AssociationsConfig(AppConfig):
    """Chambers and associations: filing for members one by one, jointly, or by spreadsheet."""

    name = "landsea.associations"

    def ready(self):
        """Forget an erased case in the mails about its sheet."""
        from landsea.associations.actions.forget_in_sheet_mails import forget_in_sheet_mails
        from landsea.cases.actions.erase_case import ALSO_ERASED

        ALSO_ERASED.put(forget_in_sheet_mails)
