"""Names the app to Django, and hands the embedder to the reading of texts."""

from django.apps import AppConfig

from landsea_core.text import use_embedder


class SearchConfig(AppConfig):
    """One box over everything, likeness, and what plain words are read with."""

    name = "landsea.search"
    label = "search"

    def ready(self):
        """Say where the embedder comes from; it is loaded when the first text is read, and not before."""
        from landsea.search.embedder import load_embedder

        use_embedder(load_embedder)
