"""Tells a filer once what is done to many of their cases together: a chamber may have forty at one desk."""

from landsea.base.outbox.actions.queue import Mail
from landsea.cases.actions.act_under_way import Work


def tell_filers_once(works: list[Work], template: str) -> None:
    """Leave of the mails by this template one to each address and channel, in which the numbers of the other cases stand
    (`also`). Mails by other templates stay as they are, for they may be what somebody answers to.
    """
    first: dict[tuple[str, str, str], Mail] = {}
    for work in works:
        kept = []
        for mail in work.mails:
            who = (mail.channel, mail.address.lower(), mail.language)
            told = first.setdefault(who, mail) if mail.template == template else mail
            if told is mail:
                kept.append(mail)
            else:
                told.facts.setdefault("also", []).append(work.case.ref)
        work.mails[:] = kept
