"""Names the app to Django, and tells the reading of texts where coordinators' words are."""

from django.apps import AppConfig

from landsea_core.text.default_reader import use_added_words


class TeachingConfig(AppConfig):
    """What corrections teach."""

    name = "landsea.teaching"
    label = "teaching"

    def ready(self):
        """The words are asked for when somebody reads for people, and not before."""
        from landsea.teaching.renewing import words_ready

        use_added_words(words_ready)
