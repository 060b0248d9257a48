"""Rows of the database as the core's plain values: words, what may be learnt of a case, who must not be recognised in it."""

from landsea.cases import access as cases_access
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.teaching.models import WordEntry
from landsea_core.anonymise import KnownWords, Mention, find_mentions, find_undecided_mentions, mask_mentions
from landsea_core.caseflow import Lane, Outcome
from landsea_core.text.lexicon.added_words import MATTER, AddedTerm
from landsea_core.text.quality.corrections import LEARNT_FROM, Learnt


def make_term(entry: WordEntry) -> AddedTerm:
    """Return a word as the core takes it, with the topic of its matter."""
    matter = directory_access.find_matter(entry.value) if entry.kind == MATTER else None
    return AddedTerm(
        entry.kind,
        entry.value,
        entry.lang,
        entry.term,
        entry.weight,
        topic=matter.topic_id if matter else "",
        keep=entry.keep,
    )


def list_known_names(case: Case, harmless: list[str]) -> KnownWords:
    """Return the names behind a case, which are looked for and never shown, and those that tell of nobody."""
    return KnownWords.of(cases_access.list_names_behind(case), harmless)


def mask_text(case: Case, known: KnownWords) -> str:
    """Return the words of a case with neutral ones for whatever could tell who it is."""
    return mask_mentions(case.text, find_mentions(case.text, known))


def list_doubts(text: str, known: KnownWords, *, is_clear: bool) -> list[Mention]:
    """Return what still keeps a text from being learnt from. A person may clear everything but the names behind the case."""
    kept = {one.text for one in find_mentions(text, known)} if is_clear else set()
    return find_undecided_mentions(text, known, kept)


def make_learnt(case: Case, text: str) -> Learnt:
    """Return what is learnt of a case as it stands now, in these words."""
    return Learnt(
        id=f"{LEARNT_FROM}{case.pk}",
        text=text,
        language=case.written_in,
        filer_country=case.filer_country,
        country=case.country or (case.place.country if case.place else ""),
        topic=case.topic,
        matter=case.matter,
        authority=case.desk.office.kind,
        in_scope=case.outcome != Outcome.HANDED_ON,
        urgent=case.lane == Lane.URGENT,
        hs=case.hs,
    )
