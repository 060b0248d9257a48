"""What everybody of the cast gets at every address: asked, not reasoned. Kept in `permission_matrix.txt`.

Renew the file with `python -m pytest tests/contract/test_permissions.py --renew` after reading the difference.
"""

from urllib.parse import urlsplit

from django.urls import reverse
from tests.contract.test_house import routes

from landsea.base.audit.models import Entry
from landsea.base.limits.models import Spending
from landsea.base.limits.spending import SPENT

CAST = (
    "anonymous",
    "stranger",
    "holder",
    "deputy",
    "head",
    "other_holder",
    "observer",
    "clerk",
    "other_clerk",
    "operator",
    "editor",
    "coordinator",
)
SHORT = {
    "anonymous": "anon",
    "stranger": "stran",
    "holder": "hold",
    "deputy": "depu",
    "head": "head",
    "other_holder": "o.hold",
    "observer": "obser",
    "clerk": "clerk",
    "other_clerk": "o.clrk",
    "operator": "oper",
    "editor": "edit",
    "coordinator": "coord",
}
ACTS = ("accept", "answer", "message", "reassign", "redact")
FILER_ACTS = ("reply", "withdraw")


def cells(world, case, file_id: int):
    """Yield (method, route, {person: result}) for every route of the platform's own, GET and POST, in their order."""
    nothing = 2_000_000_000  # an id that no row has, whatever ran before
    values = {
        "ref": case.ref,
        "file_id": file_id,
        "code": world.quarantine.code,
        "digest": "0" * 64,
        "secret": "x" * 43,
        "member_id": world.member.pk,
        "name": "1",
        "rows": "procedures",
        "key": "P002",
    }
    for address, pattern in sorted(routes(), key=lambda pair: pair[0]):
        if pattern.name is None or getattr(pattern.callback, "door", None) is None:
            continue
        names = list(pattern.pattern.converters)
        acts = [None]
        if "act" in names:
            acts = FILER_ACTS if "member" in address or address.startswith("my/") else ACTS
        for act in acts:
            try:
                url = reverse(
                    pattern.name, args=[act if name == "act" else values.get(name, nothing) for name in names]
                )
            except Exception:
                yield "-", address, {}
                continue
            shown = address.replace("<str:act>", act or "")
            yield "GET", shown, {who: asked(world.client(who), "get", url) for who in CAST}
            yield "POST", shown, {who: asked(world.client(who), "post", url) for who in CAST}


def asked(client, method: str, url: str) -> str:
    """Return the status, or `login` for the way to sign in and `done` for an act that left an audit row."""
    Spending.objects.all().delete()  # limits per network would let the order of questions decide
    SPENT.forget()
    before = Entry.objects.count()
    response = getattr(client, method)(url)
    to = urlsplit(response.headers.get("Location", "")).path
    if response.status_code == 302 and to.startswith(reverse("account_login")):
        return "login"
    return "done" if Entry.objects.count() > before else str(response.status_code)


def table(rows) -> str:
    """Return the matrix as text, one line a route and method."""
    lines = [f"{'':<5}{'route':<52}" + "".join(f"{SHORT[who]:>7}" for who in CAST)]
    for method, address, results in rows:
        lines.append(f"{method:<5}{address:<52}" + "".join(f"{results.get(who, '-'):>7}" for who in CAST))
    return "\n".join(lines) + "\n"
