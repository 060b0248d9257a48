"""Measures made in a line, for tests that draw their own small world."""

from landsea_core.rules import Measure, read_measure


def measure(code: str, effect: str = "requires", **fields) -> Measure:
    """A measure of China on goods entering China; `fields` are those of a row, of its `applies` and of its `life`."""
    applies = {"destination": ["CN"]}
    life = {}
    row = {
        "id": code,
        "title": f"Rule {code}",
        "kind": {"limits": "positive_list", "forbids": "ban_suspension", "admits": "market_access_protocol"}.get(
            effect, "licence_permit"
        ),
        "effect": effect,
        "country": "CN",
        "authority": "An authority",
        "legal_act": f"Act {code}",
        "requires": [{"what": f"Paper of {code}."}] if effect in {"requires", "admits"} else [],
        "summary": f"What {code} says.",
        "source": "https://authority.example/act",
        "grade": "published",
        "checked": "2026-11-25",
        "note": "",
        "to_confirm": "",
        "complete": fields.pop("complete", False),
        "version": fields.pop("version", 1),
        "applies": applies,
        "life": life,
    }
    for name, value in fields.items():
        if name in {"announced", "in_force", "last_day", "suspensions", "replaced_by", "pending"}:
            life[name] = value
        elif name in row:
            row[name] = value
        else:
            applies[name] = value
    return read_measure(row)
