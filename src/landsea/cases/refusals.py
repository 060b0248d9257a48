"""Why an act on a case is not possible, in the reader's language: the sentences of `landsea_core.caseflow`, for translators.

A test holds this list against the core.
"""

from django.utils.translation import gettext_lazy as _

SENTENCES = (
    _("This case is closed. Reopen it first if the trouble is not over."),
    _("This case is still open, so there is nothing to reopen. Write a message instead."),
    _("This cannot be done now: the case has moved on. Look at its line of steps and try again."),
    _("This is for another side of the case to do. Write a message to all sides instead."),
    _("The filer has been asked already and the clock is stopped. Wait for the reply, or go on."),
    _("The clock is stopped while the filer is asked, so nothing can fall due."),
    _("The time for a solution was lengthened once already. Propose a plan with a date instead."),
    _("A border-urgent case gets no more time. Propose a workaround or a plan with a date."),
    _("A case can be reopened for %(days)s days after closing. File a new one that names it."),
    _("This desk answers for the case already. Name another desk, or accept the case."),
)
