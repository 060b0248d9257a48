"""Names the app to Django, hands the embedder to the reading of texts, and has new cases read when they are filed."""

from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils import timezone

from landsea_core.text import use_embedder


class SearchConfig(AppConfig):
    """One box over everything, likeness, and what plain words are read with."""

    name = "landsea.search"
    label = "search"

    def ready(self):
        """Say where the embedder comes from; it is loaded when the first text is read, and not before.

        A case that is filed alone can be found at once. Cases that are written in bulk, and changed ones, the worker reads.
        """
        from landsea.cases.actions.erase_case import ALSO_ERASED
        from landsea.rules.access import NEAREST
        from landsea.search import cards  # noqa: F401
        from landsea.search.actions.read_cases import forget_words
        from landsea.search.embedder import load_embedder
        from landsea.search.measures import rank_measures

        use_embedder(load_embedder)
        ALSO_ERASED.put(forget_words)
        NEAREST.put(rank_measures)
        post_save.connect(_read_filed_case, sender="cases.Case", dispatch_uid="search.read_filed_case")


def _read_filed_case(instance, created: bool, raw: bool, **_) -> None:
    if created and not raw:
        from landsea.search.actions.read_cases import read_case

        read_case(instance, now=timezone.now())
