"""Reading a sealed backup from its beginning to its end, and proving on the way that nothing in it changed."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from landsea.upkeep.backing_up import DUMP, END, FORMAT, KEY, MANIFEST, PAPERS, TIMETABLES, Manifest
from landsea.upkeep.sealed_archive import SealProblem, open_sealed

Taker = Callable[[str, bytes], None]


class BackupBroken(Exception):
    """A backup does not hold what it says; the message names what is wrong."""


def read_backup(
    file: Path,
    keys: list[Any],
    *,
    dump_to: Path,
    check: Callable[[Manifest], None] = lambda _: None,
    take_key: Callable[[str], None] = lambda _: None,
    take_paper: Taker = lambda _name, _data: None,
    take_timetable: Taker = lambda _name, _data: None,
) -> tuple[Manifest, list[str]]:
    """Read a backup once; return what it says of itself, and the papers that were taken away while it was made.

    check: is given the manifest before anything else is read, and raises to stop. dump_to: where the dump is written.
    Raises SealProblem for a wrong key or a broken seal, BackupBroken for a digest that differs or a part that is missing.
    """
    manifest, seen, gone = None, set(), None
    with open_sealed(file, keys) as tar:
        for member in tar:
            content = tar.extractfile(member)
            if content is None:
                raise BackupBroken(f"{member.name} is no file.")
            if manifest is None:
                manifest = _read_manifest(member.name, content.read())
                check(manifest)
            elif member.name == DUMP:
                _write_dump(content, dump_to, manifest.dump_digest)
            elif member.name == KEY:
                take_key(content.read().decode())
            elif member.name.startswith(TIMETABLES) and member.name.removeprefix(TIMETABLES) in manifest.timetables:
                take_timetable(member.name.removeprefix(TIMETABLES), content.read())
            elif member.name.startswith(PAPERS):
                name = member.name.removeprefix(PAPERS)
                data = content.read()
                if hashlib.sha256(data).hexdigest() != manifest.papers.get(name, (0, ""))[1]:
                    raise BackupBroken(f"The paper {name} is not what its row says.")
                take_paper(name, data)
                seen.add(name)
            elif member.name == END:
                gone = json.loads(content.read())
    if manifest is None or gone is None or not dump_to.exists():
        raise BackupBroken("It ends too early.")
    missing = manifest.papers.keys() - seen - set(gone)
    if missing:
        raise BackupBroken(f"{len(missing)} papers are missing, among them {min(missing)}.")
    return manifest, gone


def _read_manifest(name: str, content: bytes) -> Manifest:
    if name != MANIFEST:
        raise SealProblem("This is a sealed file, and no backup of Landsea.")
    said = json.loads(content)
    if said.get("format") != FORMAT:
        raise BackupBroken(f"It is of format {said.get('format')}; this Landsea reads {FORMAT}.")
    said["rows"] = {table: tuple(counted) for table, counted in said["rows"].items()}
    return Manifest(**said)


def _write_dump(content: Any, to: Path, expected: str) -> None:
    digest = hashlib.sha256()
    with open(to, "wb") as out:
        while piece := content.read(1 << 20):
            digest.update(piece)
            out.write(piece)
    if digest.hexdigest() != expected:
        raise BackupBroken("The dump of the database is not the one that was made.")
