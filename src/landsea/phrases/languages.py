"""In which of the ten languages a reader of a case reads phrases: what they chose, else what they wrote in, else the page's."""

from django.conf import settings
from django.utils.translation import get_language

from landsea.base.actors import Actor
from landsea.base.ui.languages import OWN_NAMES
from landsea.cases.models import Case
from landsea.phrases.book import LANGUAGES
from landsea.phrases.models import PhraseLanguage
from landsea_core.text.traditional import DERIVED
from landsea_core.translations import name_key

_BY_KEY = {name_key(code): code for code in LANGUAGES}


def find_language_of_book(code: str) -> str:
    """Return the book's language for a code as rows keep it ("zh", "zh-hans", "km"); empty where the book has none. A reader of
    traditional characters reads the book in these.
    """
    return code if code in DERIVED else _BY_KEY.get(name_key(code), "") if code else ""


def find_language_of_filer(case: Case, page_language: str = "") -> str:
    """Return in which language the filer of a case reads phrases: the choice made on the mailbox; else the language of the
    filer's words or of the filing, where there are no pages in it; else that of the page, for mails that of the filing.
    """
    chosen = PhraseLanguage.objects.filter(case=case).values_list("language", flat=True).first()
    if chosen:
        return chosen
    own = [find_language_of_book(code) for code in (case.written_in, case.language)]
    without_pages = [code for code in own if code and code not in dict(settings.LANGUAGES)]
    return next(iter(without_pages), "") or find_language_of_book(page_language or case.language) or "en"


def find_language_of_reader(actor: Actor, case: Case) -> str:
    """Return in which language this reader of a page reads phrases."""
    if actor.filer_case == case.pk:
        return find_language_of_filer(case, get_language() or "")
    chosen = None
    if actor.user_id:
        chosen = PhraseLanguage.objects.filter(user=actor.user_id).values_list("language", flat=True).first()
    return chosen or find_language_of_book(get_language() or "en") or "en"


def find_language_of_person(user_id: int | None, page_language: str) -> str:
    """Return in which language somebody with an account, or a desk's address (None), is written to."""
    chosen = PhraseLanguage.objects.filter(user=user_id).values_list("language", flat=True).first() if user_id else None
    return chosen or find_language_of_book(page_language) or "en"


def list_languages_to_choose() -> list[tuple[str, str]]:
    """Return the ten with their own names."""
    return [(code, OWN_NAMES[code]) for code in LANGUAGES]
