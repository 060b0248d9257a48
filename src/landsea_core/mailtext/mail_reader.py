"""One inbound mail read: bytes in, what it is and what somebody newly wrote out. No database, no network, no clock.

1. Open it: headers, parts, wrappings taken off (`opening`); choose words and papers (`body`).
2. Ask the chain what it is (`kinds`).
3. Cut what the person newly wrote out of its words (`written`). What a server or our own mail says is nobody's new word.
4. Tell the language of these words.
"""

from landsea_core.mailtext.body.choosing import choose_words
from landsea_core.mailtext.body.settling import settle_words
from landsea_core.mailtext.kinds.chain import find_kind
from landsea_core.mailtext.kinds.replies import reply_address_used
from landsea_core.mailtext.kinds.seen import Seen
from landsea_core.mailtext.language import guess_language
from landsea_core.mailtext.mail_facts import House, Kind, MailReading
from landsea_core.mailtext.message_ids import find_named_deliveries
from landsea_core.mailtext.opening.addresses import find_sender, list_recipients
from landsea_core.mailtext.opening.opening import Unopenable, open_mail
from landsea_core.mailtext.reply_address import find_token
from landsea_core.mailtext.written.around import Around
from landsea_core.mailtext.written.subjects import says_forwarded
from landsea_core.sentences import Sentence
from landsea_core.text.letters.cleaning import clean_text

_WITHOUT_WORDS = frozenset({Kind.BOUNCE_HARD, Kind.BOUNCE_SOFT, Kind.LOOP, Kind.UNREADABLE})


def read_mail(raw: bytes, house: House | None = None) -> MailReading:
    """Return what a raw mail (RFC 5322) is and says. Never raises: what cannot be opened is unreadable, with the reason.

    The last net catches what nobody foresaw: a mail that was accepted must reach a person, whatever its bytes are.
    """
    try:
        return read_opened(raw, house or House())
    except Unopenable as fault:
        return MailReading(Kind.UNREADABLE, reasons=(fault.sentence,))
    except Exception as fault:  # see above
        return MailReading(
            Kind.UNREADABLE, reasons=(Sentence("The reader stumbled: %(fault)s.", fault=type(fault).__name__),)
        )


def read_opened(raw: bytes, house: House) -> MailReading:
    """Return the reading of a mail. Raises Unopenable; any other error is a fault of ours."""
    mail = open_mail(raw)
    headers = mail.headers
    name, sender = find_sender(headers)
    words = choose_words(mail.root)
    named = find_named_deliveries(" ".join(headers.all("in-reply-to", "references")), house.domains)
    seen = Seen(mail, words, house, sender, headers.first("subject"), list_recipients(headers), named)
    found = find_kind(seen)
    address, is_ours = reply_address_used(seen)
    around = Around(
        sender,
        name,
        answers_ours=bool(named or address),
        subject_forwards=says_forwarded(seen.subject),
        our_domains=_domains_to_recognise(seen),
        has_papers=bool(words.attachments),
    )
    written, whole = settle_words(words, around)
    text = "" if found.kind in _WITHOUT_WORDS else clean_text(written.text).text.strip()
    return MailReading(
        kind=found.kind,
        text=text,
        attachments=tuple(words.attachments),
        language=guess_language(text, seen.subject, whole),
        sender=sender,
        reasons=(*found.reasons, *mail.notes, *(written.reasons if text else ())),
        sender_name=name,
        subject=seen.subject,
        whole_text=clean_text(whole).text,
        message_id=headers.first("message-id"),
        deliveries=tuple(number for number, _ in named),
        reply_token=find_token(address) if address else "",
        token_is_ours=is_ours,
        failed=found.failed,
    )


def _domains_to_recognise(seen: Seen) -> frozenset[str]:
    """Return the domains by which a quoted mail is known as ours: not the sender's own, whose colleagues he may forward."""
    return seen.our_domains - {seen.sender.rpartition("@")[2]}
