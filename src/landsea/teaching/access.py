"""The only reads of what corrections teach: for coordinators, with the words of cases that they may see; for operators, as
numbers that tell of no case; for the platform, the words in force and what may be learnt.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case as When
from django.db.models import Count, Exists, F, FloatField, IntegerField, OuterRef, Q, QuerySet, Sum, Value
from django.db.models import When as Then
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, TruncWeek
from django.http import Http404

from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case, ReadingCorrection, Redaction
from landsea.directory import access as directory_access
from landsea.teaching.mapping import (
    list_doubts,
    list_known_names,
    make_learnt,
    make_term,
)
from landsea.teaching.models import Judgement, Verdict, WordEntry, WordState
from landsea_core.text.lexicon.added_words import AddedWords
from landsea_core.text.quality.corrections import make_example
from landsea_core.text.quality.drift import Tally

MOST_GROUPS = 200
MOST_IN_GROUP = 50


@dataclass(frozen=True)
class Group:
    """Equal corrections: from what, to what, how many, and how many of them nobody has judged yet."""

    kind: str
    before: str
    after: str
    count: int
    waiting: int


def list_corrections(actor: Actor) -> QuerySet[ReadingCorrection]:
    """Return the corrections that this actor may judge: a coordinator those of the cases they see, nobody else any."""
    if not actor.is_coordinator:
        return ReadingCorrection.objects.none()
    return ReadingCorrection.objects.filter(case__in=list_visible_cases(actor))


def group_corrections(actor: Actor) -> list[Group]:
    """Return corrections in groups, those with the most waiting first."""
    rows = (
        list_corrections(actor)
        .values("kind", "before", "after")
        .annotate(count=Count("pk"), waiting=Count("pk", filter=Q(judgement=None)))
        .order_by("-waiting", "-count", "kind", "before", "after")
    )
    return [Group(**row) for row in rows[:MOST_GROUPS]]


def list_corrections_in_group(actor: Actor, kind: str, before: str, after: str) -> list[ReadingCorrection]:
    """Return the corrections of one group, those that wait first, with their cases; `was_blacked_out` on each."""
    found = list_corrections(actor).filter(kind=kind, before=before, after=after)
    found = found.annotate(was_blacked_out=_was_blacked_out("case_id"))
    found = found.select_related("case__desk__office", "case__place", "case__member", "judgement__by")
    return list(found.order_by(F("judgement__at").asc(nulls_first=True), "-at", "-pk")[:MOST_IN_GROUP])


def find_correction(actor: Actor, pk: int, *, lock: bool = False) -> ReadingCorrection:
    """Return one correction with its case; Http404 for whoever may not judge it."""
    found = list_corrections(actor).annotate(was_blacked_out=_was_blacked_out("case_id")).filter(pk=pk)
    if lock:
        found = found.select_for_update(of=("self",))
    correction = found.select_related("case__desk__office", "case__place", "case__member").first()
    if correction is None:
        raise Http404
    return correction


def _was_blacked_out(case: str) -> Exists:
    return Exists(Redaction.objects.filter(case=OuterRef(case), file=None))


@dataclass(frozen=True)
class Export:
    """What may be learnt: `rows` in the form of the examples, and how many accepted corrections are `held` for a person
    because somebody might be recognised, `never` become data (blacked out, or of a demo), and teach nothing as their cases
    lack a label (`unlabelled`). A case is one row, however many of its values were corrected.
    """

    rows: tuple[dict, ...]
    held: tuple[str, ...]
    never: int
    unlabelled: tuple[str, ...]


def export_accepted() -> Export:
    """Return what accepted corrections teach, in the order of the cases. For the command, which no page can reach."""
    accepted = Judgement.objects.filter(verdict=Verdict.ACCEPTED).annotate(
        was_blacked_out=_was_blacked_out("correction__case_id")
    )
    accepted = accepted.select_related(
        "correction__case__desk__office", "correction__case__place", "correction__case__member"
    ).order_by("correction__case_id", "-at", "-pk")
    rows, held, unlabelled, never, seen, harmless = (
        [],
        [],
        [],
        0,
        set(),
        directory_access.list_names_that_tell_of_nobody(),
    )
    for one in accepted:
        case = one.correction.case
        if case.pk in seen:
            continue
        seen.add(case.pk)
        if one.was_blacked_out or case.is_demo:
            never += 1
        elif list_doubts(one.text, list_known_names(case, harmless), is_clear=one.is_clear):
            held.append(case.ref)
        else:
            try:
                rows.append(make_example(make_learnt(case, one.text)))
            except ValueError:
                unlabelled.append(case.ref)
    return Export(tuple(rows), tuple(held), never, tuple(unlabelled))


def count_corrections() -> dict[str, int]:
    """Return how many corrections there are, how many wait, and how many have which verdict."""
    found = ReadingCorrection.objects.aggregate(
        all=Count("pk"),
        waiting=Count("pk", filter=Q(judgement=None)),
        **{verdict.value: Count("pk", filter=Q(judgement__verdict=verdict)) for verdict in Verdict},
    )
    return dict(found)


def list_words(actor: Actor) -> QuerySet[WordEntry]:
    """Return the words that coordinators wrote, the last first, to coordinators."""
    if not actor.is_coordinator:
        return WordEntry.objects.none()
    return WordEntry.objects.select_related("written_by", "put_by", "taken_by").order_by("-written_at", "-pk")


def find_words_in_force() -> AddedWords:
    """Return the words that texts are read with beside the files; kept in memory until the directory's revision changes."""
    return directory_access.read_once("words_in_force", _read_words)


def _read_words() -> AddedWords:
    put = WordEntry.objects.exclude(put_at=None).aggregate(put=Count("pk"), taken=Count("taken_at"))
    version = put["put"] + put["taken"]
    entries = WordEntry.objects.filter(state=WordState.IN_FORCE).order_by("pk")
    return AddedWords(str(version) if version else "", tuple(make_term(entry) for entry in entries))


def list_weekly_tallies(since: datetime) -> Iterator[Tally]:
    """Yield for each week since then and each language how many matters (or topics) were suggested on filing, how many of
    those somebody corrected later or at once, and how sure the reader was. For the operator's page: numbers of no case.
    """
    for subject in ("matter", "topic"):
        confidence = Cast(KeyTextTransform(1, KeyTransform(subject, "reading")), FloatField())
        corrected = ReadingCorrection.objects.filter(
            case=OuterRef("pk"), kind=subject, before=KeyTextTransform(0, KeyTransform(subject, OuterRef("reading")))
        )
        rows = (
            Case.objects.filter(filed_at__gte=since, reading__has_key=subject)
            .annotate(week=TruncWeek("filed_at"), sure=confidence, is_wrong=Exists(corrected))
            .values("week", "written_in")
            .annotate(
                count=Count("pk"),
                wrong=Sum(When(Then(is_wrong=True, then=Value(1)), default=Value(0), output_field=IntegerField())),
                sure_sum=Sum("sure"),
            )
            .order_by("week", "written_in")
        )
        for row in rows:
            yield Tally(row["written_in"], _day_of(row["week"]), row["count"], row["wrong"], row["sure_sum"])


def _day_of(moment: datetime) -> date:
    return moment.date()
