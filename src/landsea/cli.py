"""The `landsea` command: every sub-command is a Django management command of one of our apps.

Names are written with hyphens (`landsea load-reference`); each answers to `--help`. Nothing else lives here.
"""

import os
import signal
import sys
from contextlib import nullcontext
from importlib import import_module
from textwrap import wrap

from landsea.base.collector import pause_collector
from landsea.base.frame_room import call_with_room
from landsea.command_groups import group_commands

OWN_APPS = ("landsea.", "landsea_demo")
OF_THE_DEMO = {"demo", "simulate"}
"""Commands of `landsea_demo`, an app that is installed only where LANDSEA_DEMO is set."""
WITHOUT_DATABASE = {
    "evaluate",
    "asks",
    "suggest",
    "train",
    "train_asks",
    "train_encoder",
    "train_goods",
    "train_figures",
    "deadline",
    "gate",
    "rules",
    "messages",
    "export_texts",
    "import_texts",
    "simulate",
    "collectstatic",
    "check",
    "check_facts",
    "check_statement",
}
COUNT_IN_DATABASE = {"retention", "likeness"}
"""Commands whose `--check` looks at rows, and not at files."""
THROUGH_A_POOLER = {"web", "serve"}
"""Commands that use DATABASE_URL where a pooler stands there; all others need a line of their own, to listen, to hold a lock
or to keep a snapshot, and take LANDSEA_DIRECT_DATABASE_URL."""
NAME_WIDTH, LINE_WIDTH = 18, 100
ONE_THREAD = {"train", "train-asks", "train-goods"}
"""Commands whose sums must come out the same each time: several threads add in another order, and the last bits differ."""
PLAIN_COMMANDS = {
    "serve": "landsea.serving",
    "web": "landsea.web_server",
    "prepare": "landsea.preparing",
    "upgrade": "landsea.upgrading",
    "database": "landsea_dev.commandline.database",
    "bench-gtfs": "landsea.corridor.commandline.bench_gtfs",
    "plan": "landsea.corridor.commandline.plan",
    "network": "landsea.corridor.commandline.network",
    "gate": "landsea.rules.commandline.gate",
    "rules": "landsea.rules.commandline.rules_book",
    "read-mail": "landsea.base.commandline.read_mail",
}
"""Modules with `main(argv)`: commands that must answer at once without Django, and those of a machine of one's own."""


ANSWER_AND_END = {"plan", "gate", "rules", "read-mail"}
"""Plain commands that load much, answer once and end: looking for cycles meanwhile took a tenth of a cold plan's time."""


def list_own_commands() -> list[str]:
    """Return the hyphenated names of the commands that belong to the platform itself, sorted."""
    from django.core.management import get_commands

    of_apps = {name.replace("_", "-") for name, app in get_commands().items() if str(app).startswith(OWN_APPS)}
    return sorted(of_apps | PLAIN_COMMANDS.keys())


def describe_commands() -> str:
    """Return the help text listed by `landsea` without arguments: the commands by what somebody is about to do."""
    lines = ["Usage: landsea COMMAND [options]      (landsea COMMAND --help explains one)"]
    for title, names in group_commands(list_own_commands()):
        lines += ["", f"{title}:"]
        for name in names:
            first = f"  {name:<{NAME_WIDTH}} "
            lines += wrap(read_summary(name), LINE_WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
    lines += ["", "Django's own commands (migrate, shell, ...) work too."]
    return "\n".join(lines)


def find_meant_command(typed: str) -> str:
    """Return the command that somebody meant who typed another name, empty where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(typed, list_own_commands(), n=1)), "")


def read_summary(name: str) -> str:
    """Return the first line of what a command says of itself, its name as `landsea` lists it."""
    from django.core.management import ManagementUtility

    if name in PLAIN_COMMANDS:
        module = import_module(PLAIN_COMMANDS[name])
        text = getattr(module, "SUMMARY", "") or getattr(module, "HELP", "")
    else:
        text = ManagementUtility().fetch_command(name.replace("-", "_")).help or ""
    return text.strip().splitlines()[0] if text.strip() else ""


def main(argv: list[str] | None = None) -> None:
    """Run one command; without one, or with `--help` alone, print the list of them."""
    call_with_room(run_command, list(sys.argv if argv is None else argv))


def run_command(argv: list[str]) -> None:
    """Run the command of these arguments, of which the first is the program's name."""
    if len(argv) > 1 and argv[1] not in THROUGH_A_POOLER and os.environ.get("LANDSEA_DIRECT_DATABASE_URL"):
        os.environ["DATABASE_URL"] = os.environ["LANDSEA_DIRECT_DATABASE_URL"]
    if len(argv) > 1 and argv[1] in PLAIN_COMMANDS:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader such as `head` that has enough is no fault
        with pause_collector() if argv[1] in ANSWER_AND_END else nullcontext():
            sys.exit(import_module(PLAIN_COMMANDS[argv[1]]).main(argv[2:]))
    if len(argv) > 1 and argv[1] in ONE_THREAD:
        os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before anything imports numpy

    import django
    from django.core.management import ManagementUtility, get_commands

    from landsea_dev import RuntimeProblem, postgres

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    if len(argv) > 1 and argv[1] == "simulate":  # in a database of its own, so it may be played beside any installation
        os.environ["LANDSEA_DEMO"] = "yes"
    django.setup()  # before any question about commands: without settings Django knows only its own
    if len(argv) < 2 or argv[1] in {"-h", "--help", "help"}:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        print(describe_commands())
        return
    argv[1] = argv[1].replace("-", "_")
    if argv[1] in OF_THE_DEMO - get_commands().keys():
        sys.exit("landsea: this installation has no demonstration. Where invented people may be: set LANDSEA_DEMO=yes.")
    if argv[1] not in get_commands():
        typed = argv[1].replace("_", "-")
        meant = find_meant_command(typed)
        perhaps = f" Did you mean '{meant}'?" if meant else ""
        print(f"landsea: there is no command '{typed}'.{perhaps} These exist:\n", file=sys.stderr)
        print(describe_commands(), file=sys.stderr)
        sys.exit(2)
    if wants_embedded_database(argv):
        try:
            postgres.ensure_running()
        except RuntimeProblem as problem:
            sys.exit(f"landsea: {problem}")
    ManagementUtility(argv).execute()


def wants_embedded_database(argv: list[str]) -> bool:
    """Say whether this command needs the embedded server started: it works on data, and DATABASE_URL names no other."""
    only_looks = {"--help", "-h"} & set(argv) or "--check" in argv and argv[1] not in COUNT_IN_DATABASE
    return argv[1] not in WITHOUT_DATABASE and not only_looks and not os.environ.get("DATABASE_URL")
