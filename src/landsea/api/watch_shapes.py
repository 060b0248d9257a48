"""Watches as programs see them: what is watched, what changed, papers, feeds, the receiver."""

from django.conf import settings
from django.urls import reverse

from landsea.api.shapes import (
    Shape,
    make_any_field,
    make_day_field,
    make_instant_field,
    make_many_field,
    make_names_field,
    make_one_field,
    make_text_field,
    make_texts_field,
    make_truth_field,
    make_whole_field,
)
from landsea.base.outgoing.signing import write_standard_secret
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.mapping import read_changes
from landsea.rules.models import Watch
from landsea.rules.watch_links import FEED_LINKS, HOOK_LINKS, PAGE_LINKS
from landsea_core.rules.difference import explain_change


def _feeds_of(kept: Watch) -> dict[str, str]:
    secret = FEED_LINKS.secret_of(kept.feed_nonce)
    return {
        form: settings.PUBLIC_ADDRESS + reverse("watch_feed", args=[secret, form]) for form in ("atom", "json", "ics")
    }


def show_secret_without_mail(kept: Watch) -> str:
    """Return the secret of a watch that no mail can tell; empty where a mail does."""
    return "" if kept.email else PAGE_LINKS.secret_of(kept.nonce)


def _page_without_mail(kept: Watch) -> str:
    secret = show_secret_without_mail(kept)
    return settings.PUBLIC_ADDRESS + reverse("watch", args=[secret]) if secret else ""


PAPER = Shape(
    "Paper",
    "A requirement of a checklist that is met",
    {
        "key": make_text_field(lambda row: row.key, "of the requirement"),
        "name": make_text_field(lambda row: row.name),
        "expires_on": make_day_field(lambda row: row.expires_on),
    },
)
CHANGE = Shape(
    "WatchedChange",
    "A version of a measure that the watch was told of",
    {
        "measure": make_text_field(lambda row: row.measure.code),
        "version": make_whole_field(lambda row: row.number),
        "published_at": make_instant_field(lambda row: row.published_at),
        "changes": make_texts_field(lambda row: [say_sentence(explain_change(one)) for one in read_changes(row)]),
    },
)
RECEIVER = Shape(
    "WatchReceiver",
    "Where the changes of a watch are posted",
    {
        "url": make_text_field(lambda row: row.url),
        "secret": make_text_field(
            lambda row: write_standard_secret(HOOK_LINKS.secret_of(row.nonce)), "that signs what is posted"
        ),
        "paused_at": make_instant_field(
            lambda row: row.paused_at, "since when it is paused, because it does not answer"
        ),
    },
)
WATCH = Shape(
    "Watch",
    "What somebody wants to hear of, with what changed; lists that are empty are open",
    {
        "name": make_text_field(lambda row: row.name),
        "frequency": make_text_field(lambda row: row.frequency, "at_once, daily, weekly or never"),
        "confirmed": make_truth_field(lambda row: row.confirmed_at, "mails begin with it"),
        "hs": make_texts_field(lambda row: row.hs),
        "origins": make_texts_field(lambda row: row.origins),
        "destinations": make_texts_field(lambda row: row.destinations),
        "places": make_texts_field(lambda row: row.places),
        "modes": make_texts_field(lambda row: row.modes),
        "kinds": make_texts_field(lambda row: row.kinds),
        "of_cases": make_truth_field(lambda row: row.of_cases),
        "question": make_any_field(lambda row: row.question or None, "of the checklist, null for a watch without one"),
        "created_at": make_instant_field(lambda row: row.created_at),
        "changes": make_many_field(CHANGE, access.list_versions_told, "the newest first, at most a hundred"),
        "papers": make_many_field(PAPER, lambda row: access.find_papers(row).values()),
        "feeds": make_names_field(_feeds_of, "addresses by form: atom, json, ics"),
        "receiver": make_one_field(RECEIVER, access.find_hook),
    },
)
SAVED = Shape(
    "SavedWatch",
    "A watch that was kept",
    {
        "mailed": make_truth_field(
            lambda row: row.email, "whether its link went by mail; mails begin once it was confirmed"
        ),
        "secret": make_text_field(show_secret_without_mail, "where none went: keep it, it is told this once"),
        "page": make_text_field(_page_without_mail, "the same for a person with a browser"),
    },
)
ENDED = Shape("EndedWatch", "That a watch has ended", {"ended": make_truth_field(lambda told: told)})
