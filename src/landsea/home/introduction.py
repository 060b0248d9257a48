"""What the first page says of the platform in two sentences, with the numbers of its own record, and who runs it."""

from django.conf import settings
from django.utils.translation import gettext as _

from landsea.base.about_installation import Installation, say_in
from landsea.base.numbers import format_number
from landsea.base.ui.demo_marks import mark_demo
from landsea.base.ui.times import write_span
from landsea.figures.own_record import OwnRecord


def say_what_it_is(record: OwnRecord | None, language: str) -> list[str]:
    """Return the two sentences; the second has numbers where the record is known and enough cases stand behind it."""
    what = _(
        "Firms and offices of China and of the eleven countries of ASEAN bring here what holds up their goods, papers or"
        " people; the desk that answers for it replies in their language."
    )
    free = _("It is free, and needs no account.")
    if record is None or record.brought is None or record.to_first_answer is None:
        return [what, free]
    numbers = {
        "brought": format_number(record.brought),
        "answered": format_number(record.answered or 0),
        "span": write_span(record.to_first_answer, language),
    }
    said = _(
        "%(brought)s problems were brought so far, half of the answers came within %(span)s; it is free, and needs no account."
    )
    if (
        record.answered is None
    ):  # so few are unanswered that their number is hidden, and with it what would give it away
        return [what, mark_demo(said % numbers, record.is_demo, language)]
    said = _(
        "Of %(brought)s problems brought so far %(answered)s were answered, half of them within %(span)s; it is free, and needs"
        " no account."
    )
    return [what, mark_demo(said % numbers, record.is_demo, language)]


def find_installation() -> Installation:
    """Return what the operator said of this installation."""
    said: Installation = settings.INSTALLATION
    return said


def say_who_runs_it(language: str) -> str:
    """Return in one sentence who runs this installation; in a demonstration that it is one."""
    if said := say_in(find_installation().run_by, language):
        return _("Run by: %(who)s") % {"who": said}
    if settings.DEMO:
        return _("This is a demonstration: no office runs it, and nobody real answers.")
    return _("Whoever runs this installation has not said so yet.")
