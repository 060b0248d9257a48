"""How wakes and tries are worded, with the kind of mark that stands before them."""

from django.utils.translation import gettext_lazy as _

STATES = {
    "running": ("open", _("somebody is being woken")),
    "taken": ("done", _("somebody took it")),
    "over": ("done", _("nobody needs to be woken any more")),
    "unheard": ("silent", _("nobody was heard")),
}
CAME_BACK = {
    "queued": _("is about to go out"),
    "in_flight": _("is going out"),
    "waiting": _("the gateway asked to wait"),
    "sent": _("the gateway took it"),
    "arrived": _("it arrived"),
    "failed": _("it failed"),
    "bounced": _("no such number or account"),
    "withdrawn": _("not needed any more"),
}
ANSWERS = {"link": _("took it by the link"), "reply": _("took it by a reply"), "press": _("took it by a press")}
