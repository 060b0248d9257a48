"""What a key may be limited to. A scope takes nothing that its person may not do, and gives nothing that they may not."""

from django.utils.translation import gettext_lazy as _

SCOPES = {
    "cases:read": _("Read the cases that I may see"),
    "cases:act": _("Act on cases as I may: accept, answer, ask, hand over, confirm"),
    "associations:file": _("File cases for the members of my associations"),
    "dialogues:act": _("Act at dialogues and keep promises as I may"),
    "network:write": _("Report disruptions and delays"),
    "exchange:act": _("Act on the board as I may: post for my desk, look at entries, vouch at introductions"),
    "experiences:edit": _("Write and share experiences as I may"),
}
"""Code -> what the person reads when they tick it. What anyone may read needs no key at all."""
