"""Lines of minutes and promises can be translated beside; whoever reads them may read what they say in other languages."""

from collections.abc import Iterable, Mapping

from django.http import Http404
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.base.ui.shapes import Text
from landsea.base.ui.translated_words import Original, find_translations
from landsea.dialogues import access
from landsea.dialogues.models import ActionItem, MinuteLine
from landsea.translating.originals import KINDS, Translatable, TranslatedKind, make_original, read_number
from landsea_core.text.languages import tell_language_by_script


def find_original_line(line: MinuteLine) -> Original:
    """Return a line of minutes as it is translated."""
    return Original("minutes_line", str(line.pk), line.text, tell_language_by_script(line.text))


def find_original_promise(promise: ActionItem) -> Original:
    """Return what a promise says, and what will be different, as it is translated."""
    words = f"{promise.what}\n{promise.success}"
    return Original("promise", str(promise.pk), words, tell_language_by_script(words))


def translate_lines(lines: Iterable[MinuteLine]) -> Mapping[int, tuple[Original, Text | None]]:
    """Return, by line, its original and what it says in the reader's language, with one statement for all."""
    originals = {line.pk: find_original_line(line) for line in lines}
    said = find_translations(list(originals.values()))
    return {pk: (original, said.get(original)) for pk, original in originals.items()}


def _find_line(actor: Actor, key: str) -> Translatable:
    line = MinuteLine.objects.select_related("dialogue").filter(pk=read_number(key)).first()
    if line is None or all(one.pk != line.pk for one in access.list_lines(actor, line.dialogue)):
        raise Http404
    original = make_original("minutes_line", line.pk, line.text)
    return Translatable(original, reverse("dialogue", args=[line.dialogue_id]))


def _find_promise(actor: Actor, key: str) -> Translatable:
    promise = access.find_promise(read_number(key))
    original = make_original("promise", promise.pk, find_original_promise(promise).text)
    return Translatable(original, reverse("promise", args=[promise.pk]))


KINDS.put(TranslatedKind("minutes_line", _find_line))
KINDS.put(TranslatedKind("promise", _find_promise))
