"""Experiences: what others found out, for anyone; whether it helped; the filer's yes or no to sharing a case."""

from typing import Any

from django import forms
from django.http import Http404

from landsea.api.form_bodies import Body
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.shapes import (
    Shape,
    make_instant_field,
    make_text_field,
    make_texts_field,
    make_truth_field,
    make_whole_field,
)
from landsea.base.actors import ANONYMOUS
from landsea.base.limits.spending import compute_network_digest
from landsea.base.ui.languages import OWN_NAMES
from landsea.experiences import access
from landsea.experiences.actions.consent import say_consent
from landsea.experiences.actions.say_helped import name_voter, say_helped
from landsea.experiences.check import list_still_found
from landsea.experiences.models import Consent
from landsea.experiences.wordings import compute_digest, find_original_wording, has_agreed_to

GROUP = {"group": "Experiences"}
MOST_FOUND = 1000
LONGEST = 300

EXPERIENCE = Shape(
    "Experience",
    "What somebody found out, without names",
    {
        "id": make_whole_field(lambda told: told.experience.pk),
        "kind": make_text_field(lambda told: told.experience.kind, "solved, practice or guide"),
        "language": make_text_field(lambda told: told.wording.language, "of these words"),
        "title": make_text_field(lambda told: told.title),
        "question": make_text_field(lambda told: told.wording.question),
        "answer": make_text_field(lambda told: told.wording.answer),
        "written_in": make_text_field(lambda told: told.experience.language, "the language of the original"),
        "languages": make_texts_field(lambda told: [row.language for row in told.experience.wordings.all()]),
        "topic": make_text_field(lambda told: told.experience.topic),
        "matter": make_text_field(lambda told: told.experience.matter),
        "country": make_text_field(lambda told: told.experience.country),
        "hs": make_text_field(lambda told: told.experience.hs),
        "measures": make_texts_field(lambda told: told.experience.measures, "codes of the measures that it rests on"),
        "helped": make_whole_field(lambda told: told.experience.helped, "how many it helped"),
        "not_helped": make_whole_field(lambda told: told.experience.not_helped),
        "published_at": make_instant_field(lambda told: told.experience.published_at),
    },
)
ASKED_TO_SHARE = Shape(
    "AskedToShare",
    "The words of your case that an editor wants to share, without names, and what you said",
    {
        "title": make_text_field(lambda told: told[1] and told[1].title, "empty while an editor changes the words"),
        "question": make_text_field(lambda told: told[1] and told[1].question),
        "answer": make_text_field(lambda told: told[1] and told[1].answer),
        "digest": make_text_field(
            lambda told: compute_digest(told[1]), "send it back with a yes: it says which words you read"
        ),
        "agreed": make_truth_field(lambda told: has_agreed_to(told[0], told[1])),
    },
)


class HelpedForm(forms.Form):
    """Whether an experience helped."""

    helped = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])


class ConsentForm(forms.Form):
    """Whether the words may be shared; with a yes, which words were read."""

    agreed = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    digest = forms.CharField(required=False, max_length=64)


def find_experiences(asked: Asked) -> Answered:
    """Return published experiences that share words with a text in any language; all without one."""
    found = access.search_experiences(asked.query["q"], asked.query["language"] or asked.language, limit=MOST_FOUND)
    return cut_page(asked, make_slicer(found), EXPERIENCE)


def show_experience(asked: Asked) -> dict[str, Any]:
    """Return one published experience in the asker's language, or in its own."""
    found = access.find_experience(ANONYMOUS, asked.path["id"])
    answer = access.choose_words(found, asked.query["language"] or asked.language)
    if answer is None:
        raise Http404
    return EXPERIENCE.of(answer)


def note_helped(asked: Asked) -> dict[str, Any]:
    """Say whether it helped; the last word of one reader counts."""
    helped = asked.form.cleaned_data["helped"] == "yes"
    voter = name_voter(asked.actor, compute_network_digest(asked.request))
    if not say_helped(asked.path["id"], voter=voter, helped=helped, now=asked.now):
        raise Http404
    found = access.find_experience(ANONYMOUS, asked.path["id"])
    answer = access.choose_words(found, asked.language)
    if answer is None:
        raise Http404
    return EXPERIENCE.of(answer)


def show_asked(asked: Asked) -> dict[str, Any]:
    """Return the words that may be shared, to the filer of the case. Http404 where nobody asks, or after a no."""
    consent = access.find_consent_asked(asked.actor)
    if consent is None:
        raise Http404
    return _shown(consent)


def answer_asked(asked: Asked) -> dict[str, Any]:
    """Say yes or no to sharing; a no takes back at once what was published by a yes."""
    typed = asked.form.cleaned_data
    agreed = typed["agreed"] == "yes"
    return _shown(say_consent(asked.actor, agreed=agreed, digest=typed["digest"], now=asked.now))


def _shown(consent: Consent) -> dict[str, Any]:
    """Return what the mailbox shows. Words in which somebody may be named again are shown to nobody."""
    wording = find_original_wording(consent.experience)
    return ASKED_TO_SHARE.of((consent, None if wording and list_still_found(consent.experience, wording) else wording))


LANGUAGE = Parameter("language", {"type": "string", "enum": sorted(OWN_NAMES)}, "of the words")
OPERATIONS = [
    Operation(
        "GET",
        "/experiences",
        "list_experiences",
        "What others found out, the nearest to your words first",
        find_experiences,
        list_schema(EXPERIENCE),
        query=(
            Parameter("q", {"type": "string", "maxLength": LONGEST}, "words, in any language"),
            LANGUAGE,
            LIMIT,
            CURSOR,
        ),
        **GROUP,
    ),
    Operation(
        "GET",
        "/experiences/{id}",
        "show_experience",
        "One experience",
        show_experience,
        EXPERIENCE,
        query=(LANGUAGE,),
        in_path=ID_IN_PATH,
        **GROUP,
    ),
    Operation(
        "POST",
        "/experiences/{id}/helped",
        "note_helped",
        "Say whether it helped you",
        note_helped,
        EXPERIENCE,
        body=Body(HelpedForm),
        in_path=ID_IN_PATH,
        **GROUP,
    ),
    Operation(
        "GET",
        "/case/share",
        "show_asked_to_share",
        "The words of your case that may be shared, for its filer",
        show_asked,
        ASKED_TO_SHARE,
        door="mailbox",
        **GROUP,
    ),
    Operation(
        "POST",
        "/case/share",
        "answer_asked_to_share",
        "Say whether they may be shared",
        answer_asked,
        ASKED_TO_SHARE,
        door="mailbox",
        body=Body(ConsentForm),
        **GROUP,
    ),
]
