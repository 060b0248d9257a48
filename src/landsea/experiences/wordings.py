"""The original wording of an experience, and whether the filer agreed to just these words."""

import hashlib

from landsea.experiences.models import Consent, Experience, Wording


def find_original_wording(experience: Experience) -> Wording | None:
    """Return the wording in the experience's own language: the one that the filer reads and agrees to."""
    return next((row for row in experience.wordings.all() if row.language == experience.language), None)


def join_words(wording: Wording) -> str:
    """Return title, question and answer as one text, as it is translated beside."""
    return "\n\n".join((wording.title, wording.question, wording.answer))


def compute_digest(wording: Wording | None) -> str:
    """Return the SHA-256 of the words as hexadecimal digits; of no words when there are none."""
    parts = (wording.title, wording.question, wording.answer) if wording else ()
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def has_agreed_to(consent: Consent | None, wording: Wording | None) -> bool:
    """True when the filer said yes to these very words."""
    return bool(consent and consent.agreed and consent.digest == compute_digest(wording))
