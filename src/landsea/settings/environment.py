"""Reading settings from the environment, with sentences when a value makes no sense. Needs no Django to be set up."""

import json
import os
import secrets
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from landsea.base.database_settings import make_django_settings
from landsea_core.retention import read_periods


class SettingWrong(SystemExit):
    """A setting that cannot be used; the message says which, and what would be right."""


def text(name: str, default: str) -> str:
    """Return the variable's text, or the default when it is unset or empty."""
    return os.environ.get(name) or default


def flag(name: str, default: bool, *, besides: str = "") -> bool:
    """Return a yes/no setting; 1, true, yes, on and 0, false, no, off are understood. `besides` is what else may be written."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    others = f" or {besides}" if besides else ""
    raise SettingWrong(f"{name} is '{value}': write yes or no{others}.")


def number(name: str, default: int) -> int:
    """Return a whole number."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise SettingWrong(f"{name} is '{value}': write a whole number.")
    return int(value)


def day(name: str) -> date | None:
    """Return a day written as 2027-11-29, None when it is not set."""
    value = text(name, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise SettingWrong(f"{name} is '{value}': write a day such as 2027-11-29.") from None


def networks(name: str) -> str:
    """Return the networks of a setting, separated by commas, as they were written."""
    value = text(name, "")
    for part in filter(None, map(str.strip, value.split(","))):
        try:
            ip_network(part)
        except ValueError:
            raise SettingWrong(
                f"{name} names '{part}': write networks such as 10.0.0.0/8, separated by commas."
            ) from None
    return value


def choice(name: str, values: dict[str, Any], default: str) -> Any:
    """Return what the named choice stands for."""
    value = text(name, default)
    if value not in values:
        raise SettingWrong(f"{name} is '{value}': choose one of {', '.join(values)}.")
    return values[value]


def own_port(noted: Path) -> str:
    """Return the port of this installation's web server: PORT, else what the last one that was started noted in a file, so
    that a command in another terminal writes links that lead there; else 8000.
    """
    if os.environ.get("PORT"):
        return os.environ["PORT"]
    try:
        port = noted.read_text().strip()
    except (OSError, ValueError):
        port = ""
    return port if port.isdecimal() else "8000"


def stores(name: str, *, var: Path, own: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return the stores of papers by country that the file of a setting names; none where it is unset. The file is JSON:
    {"LA": {"folder": "la-papers"}, "VN": {"bucket_name": "papers", "endpoint_url": "https://s3.example.org"}}.

    No two may be one place, nor one be the installation's `own`: what one of them does not know would be swept away.
    """
    file = text(name, "")
    if not file:
        return {}
    try:
        found = json.loads(Path(file).read_text(encoding="utf-8"))
        named = {str(code): {str(key): str(value) for key, value in store.items()} for code, store in found.items()}
    except (OSError, ValueError, AttributeError) as problem:
        raise SettingWrong(f"{name}: {file} cannot be read as JSON of stores by country: {problem}") from None
    for code, store in named.items():
        if not (len(code) == 2 and code.isalpha() and code.isupper()) or not ({"folder", "bucket_name"} & set(store)):
            raise SettingWrong(
                f"{name} names '{code}': write two capital letters, and a folder or a bucket_name for each."
            )
        store.update({} if "folder" in store else {one: store.get(one, "") for one in BUCKET_OPTIONS})
    taken = {_where(own, var): "the installation"}
    for code, store in named.items():
        if (where := _where(store, var)) in taken:
            raise SettingWrong(
                f"{name}: the store of {code} is that of {taken[where]}. Give each a folder or a bucket of its own."
            )
        taken[where] = code
    return named


def _where(store: dict[str, str], var: Path) -> tuple[str, ...]:
    """Return what tells one store from another."""
    if "folder" in store:
        return (str((var / store["folder"]).resolve()),)
    return (store["endpoint_url"].rstrip("/"), store["bucket_name"], store["location"].strip("/"))


BUCKET_OPTIONS = ("bucket_name", "endpoint_url", "region_name", "access_key", "secret_key", "location")
"""What a bucket is told: the same names as those of LANDSEA_S3_*."""


def periods(name: str, ours: Path) -> str:
    """Return the file of an installation's own periods as it was written: one that can be used, and names only kinds that
    stand in `ours`, for any other would be kept for good in silence.
    """
    file = text(name, "")
    if file:
        try:
            unknown = {one.kind for one in read_periods(Path(file))} - {one.kind for one in read_periods(ours)}
        except (OSError, ValueError) as problem:
            raise SettingWrong(f"{name}: {problem}") from None
        if unknown:
            raise SettingWrong(f"{name} names {', '.join(sorted(unknown))}: use the kinds that stand in {ours}.")
    return file


def edges(name: str) -> str:
    """Return the edges of a map as they were written: west, south, east and north in degrees."""
    value = text(name, "")
    if value:
        try:
            west, south, east, north = (float(part) for part in value.split(","))
        except ValueError:
            west = east = south = north = 0.0
        if not (-180 <= west < east <= 360 and -90 <= south < north <= 90):
            raise SettingWrong(f"{name} is '{value}': write west,south,east,north in degrees, as in 70,-15,140,55.")
    return value


def address(name: str, beginnings: tuple[str, ...] = ("https://", "http://")) -> str:
    """Return an address whole, as it is followed; empty when it is not set."""
    value = text(name, "")
    if value and not value.startswith(beginnings):
        raise SettingWrong(f"{name} is '{value}': write an address that begins with {' or '.join(beginnings)}.")
    return value


def secret_key(name: str, file: Path) -> str:
    """Return the signing key: from the variable, else from a file readable by its owner only, made when missing."""
    if os.environ.get(name):
        return os.environ[name]
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, file)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return file.read_text().strip()


def database(name: str) -> dict:
    """Return Django's settings for PostgreSQL: the server that the variable names, else the embedded one.

    Reading settings starts no server: `landsea_dev.postgres.ensure_running` does that where one is needed.
    """
    url = os.environ.get(name)
    if url:
        parts = conninfo_to_dict(url)
    else:
        from landsea_dev.postgres import find_connection_parts

        parts = find_connection_parts()
    found = make_django_settings(parts)
    if text("LANDSEA_DIRECT_DATABASE_URL", ""):  # then these lead through PgBouncer, transaction by transaction
        found["DISABLE_SERVER_SIDE_CURSORS"] = True
        found["OPTIONS"]["prepare_threshold"] = None
    return found
