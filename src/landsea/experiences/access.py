"""The only reads of experiences for people. Published ones are public; drafts and ended ones are the coordinator's."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.base.ui.demo_marks import mark_demo
from landsea.experiences.models import Consent, Experience, Opinion, State, Wording
from landsea.experiences.rank import LIKENESS, MOST_FOR_WORDS, compute_least_share
from landsea.likeness.access import compute_vector, find_nearest_texts
from landsea.likeness.models import TextKind
from landsea_core.finding import read_default_little_words
from landsea_core.likeness import TextHints, is_telling_word
from landsea_core.text import split_into_words

MOST_LOOKED_AT = 300
MOST_WORDS = 40
LEAST_SCORE = 3.0
MATTER, TOPIC, COUNTRY, GOODS, WORD, OPINIONS = 3.0, 1.0, 1.0, 1.5, 1.0, 2.0
MOST_ALIKE = 20


@dataclass(frozen=True)
class Answer:
    """An experience in the words for this reader; `original` is the wording it was written in, when that is another."""

    experience: Experience
    wording: Wording
    original: Wording | None

    @property
    def title(self) -> str:
        """The title, with the mark of the demonstration where it invented the experience."""
        return mark_demo(self.wording.title, self.experience.is_demo)


def list_published_experiences() -> QuerySet[Experience]:
    """Return what everybody may read, with all wordings, the newest first."""
    rows = Experience.objects.filter(state=State.PUBLISHED).order_by("-published_at", "-pk")
    return rows.prefetch_related(Prefetch("wordings", Wording.objects.order_by("pk")))


def find_experience(actor: Actor, experience_id: int) -> Experience:
    """Return one that this actor may read; Http404 for what is not published, unless the coordinator asks."""
    rows = Experience.objects.prefetch_related("wordings")
    found = rows.filter(pk=experience_id).first()
    if found is None or not (found.is_public or actor.is_coordinator):
        raise Http404
    return found


def list_to_edit(actor: Actor) -> QuerySet[Experience]:
    """Return the drafts and what ended, for the coordinator."""
    if not actor.is_coordinator:
        raise PermissionDenied
    rows = Experience.objects.exclude(state=State.PUBLISHED).order_by("state", "-created_at")
    return rows.prefetch_related("wordings")


def find_experience_of_case(actor: Actor, case_id: int) -> Experience | None:
    """Return the experience that was begun from a case, for the coordinator."""
    if not actor.is_coordinator:
        return None
    return Experience.objects.filter(case_id=case_id).exclude(state=State.WITHDRAWN).first()


def find_consent_asked(filer: Actor) -> Consent | None:
    """Return what the filer behind a secret link was asked about sharing their case, or None."""
    if not filer.filer_case:
        return None
    rows = Consent.objects.filter(experience__case=filer.filer_case).exclude(experience__state=State.WITHDRAWN)
    return rows.select_related("experience").first()


def find_consent(actor: Actor, experience: Experience) -> Consent | None:
    """Return what the filer was asked and said, for the coordinator."""
    return Consent.objects.filter(experience=experience).first() if actor.is_coordinator else None


def choose_words(experience: Experience, language: str) -> Answer | None:
    """Return the experience in the reader's language, or in its own where nobody said it so; None without any wording."""
    wordings = {row.language: row for row in experience.wordings.all()}
    own = wordings.get(experience.language)
    mine = wordings.get(language) or own or next(iter(wordings.values()), None)
    if mine is None:
        return None
    return Answer(experience, mine, own if own and own.pk != mine.pk else None)


def search_experiences(text: str, language: str, *, limit: int = 20) -> list[Answer]:
    """Return published experiences that share words with a text in any language, the best first; all when it is empty. A word
    like "the" is shared by all and finds none.
    """
    typed = set(split_into_words(text, most=MOST_WORDS))
    if not typed:
        return _in_words(list_published_experiences()[:limit], language)
    words = typed - read_default_little_words()
    found = list_published_experiences().filter(wordings__words__overlap=list(words)).distinct()[:MOST_LOOKED_AT]
    scored = sorted(found, key=lambda row: (-_shared_words(row, words) - _lift_of_helped(row), -row.pk))
    return [_as_found(row, words, language) for row in scored[:limit]]


def _as_found(row: Experience, words: Collection[str], language: str) -> Answer:
    """Return an experience in the wording that was found: who asks in Lao reads Lao, whatever language the pages have."""
    best = max(row.wordings.all(), key=lambda one: (len(set(one.words) & set(words)), one.language == language))
    return choose_words(row, best.language)


def list_answers(
    *,
    text: str = "",
    topic: str = "",
    matter: str = "",
    country: str = "",
    hs: str = "",
    language: str = "en",
    limit: int = 3,
) -> list[Answer]:
    """Return what is already known about a problem, the best first: same matter, country and goods, shared words or a text
    that reads alike in whatever language, and how far it helped others.

    Too little in common is nothing: an answer beside the point costs a filer more than none.
    """
    words = set(split_into_words(text, most=MOST_WORDS))
    alike = _likeness_by_id(text, TextHints(matter=matter, hs=hs))
    about = Q(wordings__words__overlap=list(words)) if words else Q()
    if matter:
        about |= Q(matter=matter)
    if alike:
        about |= Q(pk__in=alike)
    if not about:
        return []
    # What reads alike is looked at first: of many that share a word the newest are no better than others.
    found = {row.pk: row for row in list_published_experiences().filter(pk__in=alike)} if alike else {}
    found |= {row.pk: row for row in list_published_experiences().filter(about).distinct()[:MOST_LOOKED_AT]}
    scored = []
    for row in found.values():
        fit = _fit_of(row, topic=topic, matter=matter, country=country, hs=hs)
        fit += max(_shared_words(row, words), LIKENESS * alike.get(row.pk, 0.0))
        if fit >= LEAST_SCORE:
            scored.append((fit + _lift_of_helped(row), row.pk, row))
    return _in_words([row for _score, _pk, row in sorted(scored, reverse=True)[:limit]], language)


def _likeness_by_id(text: str, about: TextHints) -> dict[int, float]:
    """How alike published experiences read, by id; nothing without words, or where nothing can be compared."""
    vector = compute_vector(text, about)
    if vector is None:
        return {}
    among = Experience.objects.filter(state=State.PUBLISHED).values_list("pk", flat=True)
    near = find_nearest_texts(TextKind.EXPERIENCE, vector, among=list(among), most=MOST_ALIKE)
    return {int(one.key): one.likeness for one in near}


def _fit_of(row: Experience, *, topic: str, matter: str, country: str, hs: str) -> float:
    """How far an experience is about the same: another country than the problem's counts against it."""
    score = MATTER if matter and row.matter == matter else TOPIC if topic and row.topic == topic else 0.0
    if country and row.country:
        score += COUNTRY if row.country == country else -COUNTRY
    if hs and row.hs:
        score += GOODS if hs.startswith(row.hs) or row.hs.startswith(hs) else -GOODS / 2
    return score


def _shared_words(row: Experience, words: Collection[str]) -> float:
    """How many words that tell something the best wording shares, weighed and capped."""
    telling = {word for word in words if is_telling_word(word)}
    best = max((len(telling & set(one.words)) for one in row.wordings.all()), default=0)
    return min(MOST_FOR_WORDS, best * WORD)


def _lift_of_helped(row: Experience) -> float:
    return OPINIONS * compute_least_share(row.helped, row.not_helped)


def _in_words(rows, language: str) -> list[Answer]:
    return [answer for row in rows if (answer := choose_words(row, language)) is not None]


def find_opinion(experience: Experience, voter: str) -> Opinion | None:
    """Return what this reader said before."""
    return Opinion.objects.filter(experience=experience, voter=voter).first()
