"""Examples of requests, shown on the page for developers; a test sends each of them and compares what comes."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Example:
    """One request. `bearer` names whose key it needs: none, case or key; `status` is what comes."""

    says: Any
    method: str
    path: str
    bearer: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    status: int = 200

    @property
    def command(self) -> str:
        """The request as one types it."""
        method = "" if self.method == "GET" else f"-X {self.method} "
        lines = [f'curl {method}"$LANDSEA{self.path}"']
        if self.bearer:
            lines.append(f'-H "Authorization: Bearer ${self.bearer.upper()}"')
        if self.method != "GET":
            lines.append('-H "Idempotency-Key: $(uuidgen)"')
        if self.body:
            lines.append('-H "Content-Type: application/json"')
            lines.append(f"-d '{json.dumps(self.body, ensure_ascii=False)}'")
        return " \\\n  ".join(lines)


EXAMPLES = (
    Example(
        _("Ask who answers. No key is needed."),
        "GET",
        "/who?about=durian%20waits%20for%20inspection&country=CN&goods=081060",
    ),
    Example(_("Read the topics and their matters."), "GET", "/topics"),
    Example(
        _("File a case. The answer holds its secret: keep it."),
        "POST",
        "/cases",
        body={
            "text": "Our durian has been waiting for inspection at Youyi Guan for three days.",
            "country": "CN",
            "goods": "durian",
            "visibility": "named",
            "party": "Mekong Fruit Ltd",
        },
        status=201,
    ),
    Example(_("Follow the case, with its secret as the key."), "GET", "/case", bearer="case"),
    Example(
        _("Put goods on the board. A person looks at the entry before it is shown."),
        "POST",
        "/listings",
        body={
            "kind": "goods_offered",
            "title": "Frozen durian",
            "hs": "0811",
            "country": "LA",
            "firm": "Mekong Fruit Ltd",
            "name": "Demo Seller",
            "email": "seller@demo.example.org",
        },
        status=201,
    ),
    Example(
        _("Hear when the rules for your goods change; without an address the answer holds the secret of the watch."),
        "POST",
        "/watches",
        body={"hs": "081060", "origins": ["LA"], "destinations": ["CN"], "frequency": "never"},
        status=201,
    ),
    Example(_("Look for what others found out."), "GET", "/experiences?q=laboratory%20report"),
    Example(
        _("Read the cases that you may see, with a key of yours."), "GET", "/cases?scope=all&limit=20", bearer="key"
    ),
)
