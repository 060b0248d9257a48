"""Watches as programs see them: what is watched, what changed, papers, feeds, the receiver."""

from django.conf import settings
from django.urls import reverse

from landsea.api.shapes import (
    Shape,
    any_field,
    day_field,
    instant_field,
    many_field,
    names_field,
    one_field,
    text_field,
    texts_field,
    truth_field,
    whole_field,
)
from landsea.base.outgoing.signing import standard_secret
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.mapping import changes_of
from landsea.rules.models import Watch
from landsea.rules.watch_links import FEED_LINKS, HOOK_LINKS, PAGE_LINKS
from landsea_core.rules.difference import explain_change


def _feeds_of(kept: Watch) -> dict[str, str]:
    secret = FEED_LINKS.secret_of(kept.feed_nonce)
    return {
        form: settings.PUBLIC_ADDRESS + reverse("watch_feed", args=[secret, form]) for form in ("atom", "json", "ics")
    }


def secret_without_mail(kept: Watch) -> str:
    """Return the secret of a watch that no mail can tell; empty where a mail does."""
    return "" if kept.email else PAGE_LINKS.secret_of(kept.nonce)


def _page_without_mail(kept: Watch) -> str:
    secret = secret_without_mail(kept)
    return settings.PUBLIC_ADDRESS + reverse("watch", args=[secret]) if secret else ""


PAPER = Shape(
    "Paper",
    "A requirement of a checklist that is met",
    {
        "key": text_field(lambda row: row.key, "of the requirement"),
        "name": text_field(lambda row: row.name),
        "expires_on": day_field(lambda row: row.expires_on),
    },
)
CHANGE = Shape(
    "WatchedChange",
    "A version of a measure that the watch was told of",
    {
        "measure": text_field(lambda row: row.measure.code),
        "version": whole_field(lambda row: row.number),
        "published_at": instant_field(lambda row: row.published_at),
        "changes": texts_field(lambda row: [say_sentence(explain_change(one)) for one in changes_of(row)]),
    },
)
RECEIVER = Shape(
    "WatchReceiver",
    "Where the changes of a watch are posted",
    {
        "url": text_field(lambda row: row.url),
        "secret": text_field(lambda row: standard_secret(HOOK_LINKS.secret_of(row.nonce)), "that signs what is posted"),
        "paused_at": instant_field(lambda row: row.paused_at, "since when it is paused, because it does not answer"),
    },
)
WATCH = Shape(
    "Watch",
    "What somebody wants to hear of, with what changed; lists that are empty are open",
    {
        "name": text_field(lambda row: row.name),
        "frequency": text_field(lambda row: row.frequency, "at_once, daily, weekly or never"),
        "confirmed": truth_field(lambda row: row.confirmed_at, "mails begin with it"),
        "hs": texts_field(lambda row: row.hs),
        "origins": texts_field(lambda row: row.origins),
        "destinations": texts_field(lambda row: row.destinations),
        "places": texts_field(lambda row: row.places),
        "modes": texts_field(lambda row: row.modes),
        "kinds": texts_field(lambda row: row.kinds),
        "of_cases": truth_field(lambda row: row.of_cases),
        "question": any_field(lambda row: row.question or None, "of the checklist, null for a watch without one"),
        "created_at": instant_field(lambda row: row.created_at),
        "changes": many_field(CHANGE, access.versions_told, "the newest first, at most a hundred"),
        "papers": many_field(PAPER, lambda row: access.papers_of(row).values()),
        "feeds": names_field(_feeds_of, "addresses by form: atom, json, ics"),
        "receiver": one_field(RECEIVER, access.hook_of),
    },
)
SAVED = Shape(
    "SavedWatch",
    "A watch that was kept",
    {
        "mailed": truth_field(
            lambda row: row.email, "whether its link went by mail; mails begin once it was confirmed"
        ),
        "secret": text_field(secret_without_mail, "where none went: keep it, it is told this once"),
        "page": text_field(_page_without_mail, "the same for a person with a browser"),
    },
)
ENDED = Shape("EndedWatch", "That a watch has ended", {"ended": truth_field(lambda told: told)})
