"""The platform's open data: the rows of each resource of the package, written to a folder and read back from one."""

import json
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from landsea.figures import access, mapping, mechanism
from landsea.figures.models import Ruling
from landsea_core.figures import data_package


def list_rows(resource: data_package.Resource, now: datetime) -> list[dict]:
    """Return the rows of a resource at `now` (aware)."""
    readers = {
        data_package.SERIES: lambda: [mapping.make_series_row(row) for row in access.list_series()],
        data_package.PRINTED: lambda: [mapping.make_printed_row(row) for row in access.list_printed_rows()],
        data_package.OBSERVATIONS: lambda: [
            mapping.make_observation_row(row) for row in access.list_current_observations()
        ],
        data_package.RULINGS: lambda: [make_ruling_row(row) for row in access.list_all_rulings()],
        data_package.MECHANISM: lambda: mechanism.list_rows_of_figures(mechanism.find_own_figures()),
    }
    return readers[resource]()


def make_ruling_row(row: Ruling) -> dict:
    """Return a ruling as a row; who ruled is not published."""
    return {
        "contradiction": row.contradiction,
        "verdict": row.verdict,
        "words": row.words,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "form_key": str(row.form_key),
        "demo": row.is_demo,
    }


def describe_package(now: datetime) -> dict:
    """Return datapackage.json."""
    day = now.astimezone(UTC)
    return data_package.make_descriptor(
        day.isoformat(timespec="seconds"), day.strftime("%Y.%m.%d"), f"{settings.PUBLIC_ADDRESS}/figures/data/"
    )


def export_package(folder: Path, now: datetime) -> list[Path]:
    """Write the whole package to a folder (made if it is not there); return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"datapackage.json": json.dumps(describe_package(now), ensure_ascii=False, indent=1)}
    for resource in data_package.RESOURCES:
        files[f"{resource.name}.csv"] = data_package.write_csv(resource, list_rows(resource, now))
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def read_package(folder: Path) -> dict[data_package.Resource, list[dict]]:
    """Return the rows of a package that `export` wrote. OSError or ValueError say what is missing."""
    return {
        resource: data_package.read_csv(resource, (folder / f"{resource.name}.csv").read_text(encoding="utf-8"))
        for resource in data_package.RESOURCES
        if resource is not data_package.MECHANISM
    }
