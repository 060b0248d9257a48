"""Reading settings from the environment, with sentences when a value makes no sense. Needs no Django to be set up."""

import json
import os
import secrets
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from landsea.base.database_settings import django_settings


class SettingWrong(SystemExit):
    """A setting that cannot be used; the message says which, and what would be right."""


def text(name: str, default: str) -> str:
    """Return the variable's text, or the default when it is unset or empty."""
    return os.environ.get(name) or default


def flag(name: str, default: bool) -> bool:
    """Return a yes/no setting; 1, true, yes, on and 0, false, no, off are understood."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise SettingWrong(f"{name} is '{value}': write yes or no.")


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


def stores(name: str) -> dict[str, dict[str, str]]:
    """Return the stores of papers by country that the file of a setting names; none where it is unset. The file is JSON:
    {"LA": {"folder": "la-papers"}, "VN": {"bucket_name": "papers", "endpoint_url": "https://s3.example.org"}}.
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
    return named


BUCKET_OPTIONS = ("bucket_name", "endpoint_url", "region_name", "access_key", "secret_key", "location")
"""What a bucket is told: the same names as those of LANDSEA_S3_*."""


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
        from landsea_dev.postgres import connection_parts

        parts = connection_parts()
    return django_settings(parts)
