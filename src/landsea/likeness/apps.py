"""Names the app to Django, and lets what is blacked out leave the vectors at once."""

from django.apps import AppConfig
from django.db.models.signals import post_save


class LikenessConfig(AppConfig):
    """Vectors of texts, and what lies nearest to a text."""

    name = "landsea.likeness"
    label = "likeness"

    def ready(self):
        """Forget a case's vector in the same transaction in which its words are blacked out."""
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.likeness import cards  # noqa: F401
        from landsea.likeness.actions.forget import forget_erased_case

        ALSO_ERASED.put(forget_erased_case)

        post_save.connect(_forget_blacked_out, sender="cases.Redaction", dispatch_uid="likeness.forget_blacked_out")


def _forget_blacked_out(instance, created: bool, **_) -> None:
    if created and instance.file_id is None and instance.message_id is None:
        from landsea.likeness.actions.forget import forget_case

        forget_case(instance.case_id)
