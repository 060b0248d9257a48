"""Check what no other tool does: locks that name no registry, no path of one machine, no links, files that have not
outgrown us.

Prints a line for each problem and ends with status 1 when there is one. Looks at tracked files only.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONG, TOO_LONG = 250, 400
SOURCE = {".py", ".mjs", ".js", ".css", ".html", ".sh"}
REGISTRY = re.compile(r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs)\.", re.IGNORECASE)
ONE_MACHINE = re.compile(r"(?<![\w.-])/(?:work/(?:main|shared)|root/\.\w|home/\w+/)")

LINK = "is a link; it leads to one machine's folders, and takes the place of a reader's own when it is fetched."


def main() -> int:
    """Print the problems and return the exit status."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    problems, remarks = [], []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_symlink():
            problems.append(f"{name}: {LINK}")
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        problems += [f"{name}: {sentence}" for sentence in text_problems(name, text)]
        lines = text.count("\n")
        if path.suffix in SOURCE and "migrations" not in path.parts and lines > LONG:
            (problems if lines > TOO_LONG else remarks).append(f"{name}: {lines} lines; split it by what it is about.")
    print("\n".join(problems + [f"(remark) {remark}" for remark in remarks] or ["The tree is in order."]))
    return 1 if problems else 0


def text_problems(name: str, text: str) -> list[str]:
    """Return one sentence for each thing that this file should not say."""
    found = []
    if REGISTRY.search(text):
        found.append("names a package registry's host; whoever installs uses their own.")
    if name.startswith("requirements/") and "://" in text:
        found.append("has an address in it; renew it with `make lock`.")
    if name == "package-lock.json" and '"resolved"' in text:
        found.append("says where packages came from; renew it with the .npmrc of this checkout.")
    if ONE_MACHINE.search(text):
        found.append("has a path of one machine in it.")
    return found


if __name__ == "__main__":
    sys.exit(main())
