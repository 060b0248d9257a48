"""Who runs an installation and how to reach them, as its operator wrote it in one file: read when a process starts, shown on
the first page and on the page about the installation. Nothing here is known by the platform itself.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Texts = Mapping[str, str]
"""A text by language (`en`, `zh-hans`, ...); English is always there."""


class AboutFault(ValueError):
    """A file that cannot be used; the text says what to write."""


@dataclass(frozen=True)
class PersonBehind:
    """Somebody who may be named: the name, and what they do here, each by language."""

    name: Texts
    does: Texts


@dataclass(frozen=True)
class Installation:
    """Who runs it, what they say of themselves, where they are reached, and who is behind it; empty where nothing was said."""

    run_by: Texts
    about: Texts
    address: Texts
    hours: Texts
    mail: str = ""
    telephone: str = ""
    people: tuple[PersonBehind, ...] = ()


NOBODY_SAID = Installation({}, {}, {}, {})


def say_in(texts: Texts, language: str) -> str:
    """Return a text in a language, in English where it was not written in it.

    `say_in({"en": "Secretariat", "vi": "Ban thư ký"}, "vi")` is "Ban thư ký".
    """
    return texts.get(language) or texts.get("en", "")


def read_installation(path: Path) -> Installation:
    """Return what the file says. Raises AboutFault with a sentence, OSError when it cannot be opened."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise AboutFault(f"it is not JSON: {fault}.") from None
    if not isinstance(row, dict):
        raise AboutFault('write an object such as {"run_by": {"en": "..."}, "mail": "..."}.')
    unknown = set(row) - {"run_by", "about", "address", "hours", "mail", "telephone", "people"}
    if unknown:
        raise AboutFault(f"{', '.join(sorted(unknown))} is not known: use run_by, about, address, hours, mail, ...")
    run_by, about, address, hours = (_read_texts(row, name) for name in ("run_by", "about", "address", "hours"))
    if not run_by:
        raise AboutFault("run_by is missing: say who runs this installation.")
    return Installation(
        run_by,
        about,
        address,
        hours,
        str(row.get("mail") or ""),
        str(row.get("telephone") or ""),
        tuple(_read_person(one) for one in row.get("people") or []),
    )


def _read_person(row: Any) -> PersonBehind:
    if not isinstance(row, dict) or not row.get("name"):
        raise AboutFault('people needs a name for each: {"name": "...", "does": {"en": "..."}}.')
    return PersonBehind(_read_texts(row, "name"), _read_texts(row, "does"))


def _read_texts(row: Mapping[str, Any], name: str) -> Texts:
    """Return a text that was given by language, or as one for all of them."""
    value = row.get(name, {})
    if isinstance(value, str):
        return {"en": value} if value else {}
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise AboutFault(f'{name} is a text, or texts by language: {{"en": "...", "zh-hans": "..."}}.')
    if value and not value.get("en"):
        raise AboutFault(f"{name} needs its text in English (en), which stands where another is missing.")
    return value
