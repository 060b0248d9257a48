"""A silence in sentences: what follows for the filer and for whoever is called, who was called, and who is called next. For
pages and mails; each in the language of now."""

from django.utils.translation import gettext as _

from landsea_core.caseflow import Called, Step


def say_for_filer(calls: str, step: str) -> str:
    """Return what follows for the filer when a deadline of this step passed; `calls` is whom it calls."""
    answering = step != Step.ACCEPT
    return {
        Called.DEPUTY: _("The desk did not take the case in time. Its deputy was called."),
        Called.HEAD: _(
            "The desk did not answer in time. The head of its office was called, and the case shows as unanswered."
        ),
        Called.COORDINATOR: _("The desk did not answer in time. The coordinator was called.")
        if answering
        else _("The desk did not take the case in time, and it has no deputy. The coordinator is accountable now."),
        Called.SECRETARIAT: _("Nobody answered in time. The head of the secretariat was called."),
        Called.DIALOGUE: _("There is no solution in time. The case goes on the agenda of the next dialogue.")
        if step == Step.SOLVE
        else _(
            "Everybody who can be called was called, and nobody answered. The case goes on the agenda of the next dialogue "
            "of the parties. It is counted in public, without its words, as a case that nobody answered."
        ),
        Called.FILER: _(
            "You did not say whether the outcome is right, so the case was closed as not confirmed. You can open it "
            "again within 30 days."
        ),
    }.get(Called(calls), "")


def say_for_office(calls: str, step: str) -> str:
    """Return what follows for whoever is called when a deadline of this step passed."""
    answering = step != Step.ACCEPT
    return {
        Called.DEPUTY: _("The case was not accepted in time. Holder and deputy may both act on it now."),
        Called.HEAD: _(
            "There was no answer in time. The case shows as unanswered, and the head of the office may act on it."
        ),
        Called.COORDINATOR: _(
            "There was no answer in time. The desk stays accountable; you may give the case to another one."
        )
        if answering
        else _("The case was not accepted in time and came to the coordinator."),
        Called.SECRETARIAT: _(
            "Nobody answered, the coordinator neither. You are called as head of the secretariat: see that somebody does."
        ),
        Called.DIALOGUE: _("There was no solution in time. The case goes on the agenda of the next dialogue."),
        Called.FILER: _("The filer did not confirm in time, so the case was closed as not confirmed."),
    }.get(Called(calls), "")


def say_who_was_called(calls: str, step: str) -> str:
    """Return who was called at a silence, for the list of all that were."""
    answering = step != Step.ACCEPT
    return {
        Called.DEPUTY: _("The deputy of the desk was called."),
        Called.HEAD: _("The head of the office was called."),
        Called.COORDINATOR: _("The coordinator was called.") if answering else _("The coordinator became accountable."),
        Called.SECRETARIAT: _("The head of the secretariat was called."),
        Called.DIALOGUE: _("The case was put on the list for the next dialogue."),
    }.get(Called(calls), "")


def say_who_is_next(called: str, when: str) -> str:
    """Return who is called next when nobody answers until then (`when` in words)."""
    sentence = {
        Called.DEPUTY: _("If nobody answers by %(when)s, the deputy of the desk is called."),
        Called.HEAD: _("If nobody answers by %(when)s, the head of the office is called."),
        Called.COORDINATOR: _("If nobody answers by %(when)s, the coordinator is called."),
        Called.SECRETARIAT: _("If nobody answers by %(when)s, the head of the secretariat is called."),
        Called.DIALOGUE: _("If nobody answers by %(when)s, the case goes on the agenda of the next dialogue."),
    }[Called(called)]
    return sentence % {"when": when}
