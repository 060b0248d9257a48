"""How the addresses begin that hold a secret: the log hides what follows, and no page is told where somebody came from. One
list for both, and for whoever else must know; a test asks every address of the platform for it.
"""

import re

SECRET_ADDRESSES = (
    "/m/",
    "/wake/",
    "/a/",
    "/invitation/",
    "/messengers/in/sms/report/",
    "/messengers/in/sms/reply/",
    "/exchange/mine/",
    "/exchange/asked/",
    "/exchange/registered/",
    "/rules/w/",
    "/rules/feed/",
    "/privacy/link/",
    "/privacy/copies/",
    "/plan/kept/",
    "/plan/trips/",
    "/api/v1/plans/",
    "/api/v1/own-listings/",
    "/api/v1/own-introductions/",
    "/api/v1/own-registrations/",
    "/api/v1/watches/",
    "/api/v1/kept-plans/",
    "/post/stop/",
    "/post/yours/",
    "/who/confirm/",
    "/calendar/private/",
    "/accounts/password/reset/key/",
    "/accounts/invitation/",
)
SECRET_LINK = re.compile("(" + "|".join(map(re.escape, SECRET_ADDRESSES)) + r")[^/?#\s\"'<>\\]+")
"""Such an address up to the end of its secret, anywhere in a text."""
