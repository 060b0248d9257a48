"""Files the case that a mail tells of, by the same form, the same reading and the same act as the page.

Whoever files by mail cannot choose who may know them, so the coordinator alone does (the careful choice), and the receipt says
so. The subject is the first line of the words, unless they begin with it. The form's key is made from the mail, so that the
same mail files once.
"""

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.crypto import salted_hmac

from landsea.base.actors import ANONYMOUS
from landsea.base.files.office_papers import FileRefused
from landsea.base.refusal import Refused
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.file import Filed, file_case
from landsea.cases.actions.hold_file import hold_file
from landsea.cases.form_filing import make_filing
from landsea.cases.forms import LONGEST_TEXT, FilingForm
from landsea.cases.understanding.meaning import understand_filing
from landsea.directory.desk_cards import LANGUAGE_OF_COUNTRY
from landsea.mailroom.addresses import read_own_address
from landsea.mailroom.papers_of_mail import make_uploads, write_words_with_refused
from landsea_core.caseflow import Lane, Visibility
from landsea_core.mailtext import MailReading
from landsea_core.text import clean_text
from landsea_core.text.languages import UNKNOWN

SITE_LANGUAGES = {"zh": "zh-hans"}


def file_mail(reading: MailReading, *, country: str, once: str, now: datetime) -> Filed:
    """File what this mail tells; `once` names the mail. Raises Refused with the form's sentences when it tells nothing."""
    key = salted_hmac("landsea filing by mail", once, algorithm="sha256").hexdigest()
    language = choose_language_of_mail(reading.language, country)
    with translation.override(language):
        refused = _hold_papers(reading, compute_digest(key), now)
        form = FilingForm(make_typed_values(reading, country=country, key=key, refused=refused))
        if not form.is_valid():
            said = [str(one) for faults in form.errors.values() for one in faults]
            raise Refused("form", " ".join(said))
        filing = make_filing(
            form.cleaned_data, understand_filing(form.cleaned_data), language=language, form_key=key, by_mail=True
        )
    return file_case(filing, actor=ANONYMOUS, now=now)


def make_typed_values(
    reading: MailReading, *, country: str, key: str, refused: list[str] | tuple = ()
) -> dict[str, str]:
    """Return what the fields of the filing form would hold: other doors than a mail fill the same ones. Where nothing was
    written, the sentences about papers that were not taken are no words either.
    """
    words = join_words(reading)
    return {
        "key": key,
        "text": write_words_with_refused(words, refused) if words.strip() else "",
        "country": country,
        "lane": Lane.NORMAL.value,
        "visibility": Visibility.COORDINATOR_ONLY.value,
        "name": clean_text(reading.sender_name).text.strip()[:120],
        "email": reading.sender,
    }


def join_words(reading: MailReading) -> str:
    """Return subject and words as one text: `Durian at Mohan` above what was written."""
    subject, text = clean_text(reading.subject).text.strip(), reading.text.strip()
    begins_with_it = text.casefold().startswith(subject.casefold())
    return (text if begins_with_it else f"{subject}\n\n{text}")[:LONGEST_TEXT]


def choose_site_language(written_in: str) -> str:
    """Return the language of mails and pages for words in this language: English where there is none yet."""
    code = SITE_LANGUAGES.get(written_in, written_in)
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def choose_language_of_sender(written_in: str, recipient: str) -> str:
    """Return the language in which to answer a mail to this address of ours."""
    return choose_language_of_mail(written_in, read_own_address(recipient).country)


def choose_language_of_mail(written_in: str, country: str) -> str:
    """Return the language of the words; where nothing was written, that of the country whose address was chosen."""
    return choose_site_language(LANGUAGE_OF_COUNTRY.get(country, "") if written_in == UNKNOWN else written_in)


def _hold_papers(reading: MailReading, form_digest: str, now: datetime) -> list[str]:
    """Hold the papers for the form, as the page does; return a sentence for each that is not taken."""
    refused = []
    for upload in make_uploads(reading):
        try:
            hold_file(form_digest, upload, now=now)
        except FileRefused as no:
            refused.append(no.sentence)
    return refused
