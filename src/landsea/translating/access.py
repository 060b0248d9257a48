"""Reads of translations for people, who have been shown that they may read the original."""

from landsea.base.actors import Actor
from landsea.directory.access import list_office_ids_of_desks
from landsea.translating.models import TextTranslation, compute_digest
from landsea.translating.originals import Translatable


def find_translations(found: Translatable) -> list[TextTranslation]:
    """Return what a text, as it stands now, was translated to, by language, and of each who was first before the others."""
    original = found.original
    rows = TextTranslation.objects.filter(kind=original.kind, key=original.key, digest=compute_digest(original.text))
    return list(rows.select_related("office").order_by("language", "pk"))


def is_shown_first(row: TextTranslation) -> bool:
    """Whether readers see these words, and not those of somebody who translated the text into this language before."""
    same = TextTranslation.objects.filter(
        kind=row.kind, key=row.key, digest=row.digest, language=row.language, program=""
    )
    earlier = same.filter(pk__lt=row.pk)
    if row.by_id is not None:
        earlier = earlier.exclude(
            by=None, office=None
        )  # a filer's words stand behind those of somebody with an account
    return not earlier.exists()


def find_translations_of_older_words(found: Translatable) -> list[TextTranslation]:
    """Return what a text was translated to before its words were changed, by language: shown to those who translate."""
    original = found.original
    rows = TextTranslation.objects.filter(kind=original.kind, key=original.key).exclude(
        digest=compute_digest(original.text)
    )
    return list(rows.select_related("office").order_by("language"))


def find_office_spoken_for(actor: Actor) -> int | None:
    """Return the office in whose name this person translates: of a desk they hold first, then a chamber, then one they head."""
    own = actor.holds or actor.deputises or actor.desks
    offices = sorted(set(list_office_ids_of_desks(own))) if own else sorted(actor.associations) or sorted(actor.heads)
    return offices[0] if offices else None
