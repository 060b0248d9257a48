"""A watch from its beginning to its end: saved, confirmed, renewed feed address, ended; and the papers of its checklist."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import TOO_MANY, Refused
from landsea.base.secret_links import compute_digest, make_nonce
from landsea.rules.models import Frequency, Paper, Watch
from landsea.rules.watch_links import FEED_LINKS, PAGE_LINKS

MOST_UNCONFIRMED = 3
"""So that nobody fills somebody else's mailbox with our questions whether they want mail."""

MOST_WATCHES = 50
"""For one address. A trader follows a few dozen goods; a program reads the open feeds instead."""

MOST_PAPERS = 100
"""For one checklist; the longest has some thirty lines."""

NOTES_AN_HOUR = Limit(300, 3600)


@dataclass(frozen=True)
class Wish:
    """What somebody wants to hear of, and how. Empty lists are open; `question` makes it a checklist."""

    email: str
    language: str
    frequency: str = Frequency.AT_ONCE
    name: str = ""
    hs: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    of_cases: bool = False
    question: dict = field(default_factory=dict)


def save_watch(wish: Wish, *, actor, now: datetime) -> Watch:
    """Keep a watch and send the link that confirms it; nothing is told before that. Raises Refused (`too_many`).

    Without an address nothing is sent: whoever saves it gets the link on the page, and that is all the confirming there is.
    Somebody signed in with that very address needs no confirming.
    """
    with transaction.atomic():
        email = wish.email.strip().lower()
        if email:
            _lock_address(email)
            _refuse_too_many(email)
        nonce, feed_nonce = make_nonce(), make_nonce()
        watch = Watch.objects.create(
            nonce=nonce,
            digest=compute_digest(PAGE_LINKS.secret_of(nonce)),
            feed_nonce=feed_nonce,
            feed_digest=compute_digest(FEED_LINKS.secret_of(feed_nonce)),
            email=email,
            language=wish.language,
            user_id=actor.user_id,
            of_cases=wish.of_cases and actor.user_id is not None,
            frequency=wish.frequency if email else Frequency.NEVER,
            name=wish.name,
            question=wish.question,
            kinds=list(wish.kinds),
            hs=list(wish.hs),
            origins=list(wish.origins),
            destinations=list(wish.destinations),
            places=list(wish.places),
            modes=list(wish.modes),
            created_at=now,
            confirmed_at=None if email else now,
            seen_at=now,
        )
        append_entry(stream=f"watch:{watch.pk}", act="save_watch", actor=actor.label, at=now, first=True)
        if email:
            queue_mail(
                now=now,
                template="watch_saved",
                address=email,
                once=f"watch:{watch.pk}:saved",
                stream=f"watch:{watch.pk}",
                language=wish.language,
                facts={"watch": watch.pk, "name": wish.name},
            )
    return watch


def _refuse_too_many(email: str) -> None:
    running = Watch.objects.filter(email=email, ended_at=None)
    if running.count() >= MOST_WATCHES:
        sentence = gettext(
            "This address has %(most)d watches already. End one of them, or follow the open feed instead."
        )
        raise Refused(TOO_MANY, sentence % {"most": MOST_WATCHES})
    if running.filter(confirmed_at=None).count() >= MOST_UNCONFIRMED:
        raise Refused(
            "unconfirmed",
            gettext("We wrote to this address before and wait for an answer. Confirm what is there, then go on."),
        )


def _lock_address(email: str) -> None:
    """Let those who save for one address follow one another, so that the limit holds for the quick ones too."""
    list(Watch.objects.select_for_update().filter(email=email, ended_at=None).values_list("pk", flat=True)[:1])


def confirm_watch(watch: Watch, *, now: datetime) -> None:
    """Note that the holder of the link opened it from the mail; mails begin."""
    with transaction.atomic():
        if Watch.objects.filter(pk=watch.pk, confirmed_at=None, ended_at=None).update(confirmed_at=now):
            append_entry(stream=f"watch:{watch.pk}", act="confirm_watch", actor="reader", at=now)


def note_seen(watch: Watch, *, now: datetime) -> None:
    """Note that the page was read: what changed until now is not new next time. Not an act, so no audit row."""
    Watch.objects.filter(pk=watch.pk).update(seen_at=now)


def end_watch(watch: Watch, *, now: datetime) -> None:
    """End it: no more mails, the page and the feeds close; papers, address and question go."""
    with transaction.atomic():
        nothing = {"email": "", "name": "", "question": {}, "user": None}
        if Watch.objects.filter(pk=watch.pk, ended_at=None).update(ended_at=now, **nothing):
            watch.papers.all().delete()
            append_entry(stream=f"watch:{watch.pk}", act="end_watch", actor="reader", at=now)


def renew_feeds(watch: Watch, *, now: datetime) -> Watch:
    """Give the feeds a new address; the old one answers nobody from now on."""
    with transaction.atomic():
        locked = Watch.objects.select_for_update().get(pk=watch.pk)
        locked.feed_nonce = make_nonce()
        locked.feed_digest = compute_digest(FEED_LINKS.secret_of(locked.feed_nonce))
        locked.save(update_fields=["feed_nonce", "feed_digest"])
        append_entry(stream=f"watch:{watch.pk}", act="renew_feeds", actor="reader", at=now)
    return locked


def set_frequency(watch: Watch, frequency: str, *, now: datetime) -> None:
    """Change how often mails come; a watch without an address gets none."""
    if not watch.email:
        return
    with transaction.atomic():
        Watch.objects.filter(pk=watch.pk).update(frequency=Frequency(frequency))
        append_entry(stream=f"watch:{watch.pk}", act="set_frequency", actor="reader", at=now, facts={"to": frequency})


def note_paper(watch: Watch, key: str, *, name: str, expires_on: date | None, now: datetime) -> None:
    """Note that a requirement is met, by which paper and until when; noted again it is changed. Raises Refused (`too_many`)
    for more papers than a list has lines, and for more notes an hour than anybody writes.
    """
    _bound_notes(watch)
    with transaction.atomic():
        Watch.objects.select_for_update().get(pk=watch.pk)
        if watch.papers.exclude(key=key).count() >= MOST_PAPERS:
            raise Refused(
                TOO_MANY,
                gettext("A checklist keeps at most %(most)s papers. Take one back first.") % {"most": MOST_PAPERS},
            )
        Paper.objects.update_or_create(
            watch=watch, key=key, defaults={"name": name, "expires_on": expires_on, "noted_at": now}
        )
        append_entry(stream=f"watch:{watch.pk}", act="note_paper", actor="reader", at=now, facts={"key": key})


def take_back_paper(watch: Watch, key: str, *, now: datetime) -> None:
    """Note that a requirement is not met after all. Raises Refused (`too_many`) as `note_paper` does."""
    _bound_notes(watch)
    with transaction.atomic():
        Watch.objects.select_for_update().get(pk=watch.pk)
        if watch.papers.filter(key=key).delete()[0]:
            append_entry(stream=f"watch:{watch.pk}", act="take_back_paper", actor="reader", at=now, facts={"key": key})


def _bound_notes(watch: Watch) -> None:
    """Each note is a row of the audit for good: a program that notes on and on is stopped."""
    if not spend_named_limit("note_paper", f"watch:{watch.pk}", NOTES_AN_HOUR):
        raise Refused(
            TOO_MANY,
            gettext(
                "Much was logged from your connection within the hour. What you typed is still here: save it later."
            ),
        )
