"""`make drill`, its part with real programs: vdirsyncer and khard read the phone book, khal reads the calendars.

1. vdirsyncer finds the books by /.well-known/carddav and takes them; khard finds a person and a desk, and a card whose name
   has over 60 characters of Lao and Chinese whole.
2. A telephone number is changed and a person leaves: both arrive at the next sync.
3. A card that was changed on the device is refused, and the next sync puts it right.
4. An ended device reads nothing more.
5. khal takes in the calendar of a country, the feed of dialogues and a person's private calendar, and lists them.

The programs are installed into a folder of their own (`python -m pip install vdirsyncer khard khal`); says what it skips where
no registry answers. Ends with 1 when a step failed.
"""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen

from bench.drill_processes import Group, wait_until_up
from bench.mail_site import set_up

PROGRAMS = ("vdirsyncer", "khard", "khal")
LONG_NAME = "ດ່ານພາສີສາກົນບໍ່ເຕັນ磨憨海关植物检疫口岸ທ່າບົກທ່ານາແລ້ງ老中铁路货运服务台ຫ້ອງການກວດກາພືດ"
BOOK = "sps_tbt-cn"
VDIRSYNCER = """[general]
status_path = "{folder}/status/"

[pair books]
a = "here"
b = "there"
collections = ["{book}"]
conflict_resolution = "b wins"
metadata = ["displayname"]
partial_sync = "revert"

[storage here]
type = "filesystem"
path = "{folder}/books/"
fileext = ".vcf"

[storage there]
type = "carddav"
url = "http://127.0.0.1:{port}/"
username = "{address}"
password = "{password}"
read_only = true
"""
KHARD = "[addressbooks]\n[[book]]\npath = {folder}/books/{book}/\n[general]\ndefault_action = list\n"
KHAL = "[calendars]\n[[kept]]\npath = {folder}/calendar/\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"


def main() -> int:
    """Run the drill and say what held."""
    with tempfile.TemporaryDirectory(prefix="landsea-drill-") as name:
        folder = Path(name)
        programs = install_programs(folder)
        if programs is None:
            print("drill_phonebook: skipped; vdirsyncer, khard and khal could not be installed")
            return 0
        import socket

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        (folder / "var").mkdir()
        set_up(str(folder / "var"), PORT=str(port), LANDSEA_PUBLIC_ADDRESS=f"http://127.0.0.1:{port}")
        web = Group("web server", [sys.executable, "-m", "landsea", "web"], dict(os.environ))
        try:
            wait_until_up(port, 120)
            return run_steps(folder, programs, port)
        finally:
            web.process.terminate()
            web.process.wait(60)


def install_programs(folder: Path) -> Path | None:
    """Install the programs into a folder of their own and return where they lie; None where that fails."""
    place = folder / "programs"
    for command in (
        [sys.executable, "-m", "venv", str(place)],
        [str(place / "bin/python"), "-m", "pip", "install", "-q", *PROGRAMS],
    ):
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return None
    return place / "bin"


def run_steps(folder: Path, programs: Path, port: int) -> int:
    """Run the steps; return the exit status."""
    from landsea.phonebook.models import Device

    address, password, people = set_up_directory()
    write_settings(folder, port, address, password)
    steps = [("vdirsyncer finds and takes the books", sync(folder, programs, discover=True))]
    before = cards_in(folder)
    steps += [
        ("khard finds the person", "Wen Demo" in khard(folder, programs, "Wen")),
        ("khard reads the long name whole", LONG_NAME in khard(folder, programs, "ດ່ານ")),
        ("every card is folded at 75 octets", all(is_folded(file) for file in before.values())),
    ]
    change_directory(people)
    steps.append(("the next sync goes through", sync(folder, programs)))
    after = cards_in(folder)
    steps += [
        ("the changed number arrived", "+86 871 000 9999" in khard(folder, programs, "Wen")),
        ("who left is gone", len(after) == len(before) - 1 and "Gone Demo" not in khard(folder, programs, "Demo")),
        ("a change on the device is refused and put right", change_on_device(folder, programs)),
    ]
    steps += [(f"khal lists {what}", khal_lists(folder, programs, port, path)) for what, path in calendars()]
    Device.objects.update(ended_at=datetime.now(UTC))
    steps.append(("an ended device reads nothing", not sync(folder, programs)))
    for words, held in steps:
        print(f"{'held  ' if held else 'FAILED'} {words}")
    print(f"{len(before)} cards in the book {BOOK}")
    return 0 if all(held for _words, held in steps) else 1


def set_up_directory() -> tuple[str, str, list]:
    """Add an officer with a device, two people at a desk, and a desk with a long name; return how the device signs in."""
    from landsea.accounts.models import User
    from landsea.directory.actions.revision import lock_revision, raise_revision
    from landsea.directory.actors import make_actor
    from landsea.directory.models import Appointment, Competence, Contact, Desk
    from landsea.phonebook.actions.make_device import make_device

    now = datetime.now(UTC)
    rows = Competence.objects.filter(topic="sps_tbt", desk__office__country="CN", desk__office__host_country="")
    desk = rows.filter(desk__retired_at=None).order_by("desk__code").first().desk
    user = User.objects.create_user("officer@demo.example.org", name="Officer Demo")
    Appointment.objects.create(user=user, role="holder", desk=desk, starts_at=now - timedelta(days=1))
    people = [
        Contact.objects.create(
            desk=desk, name=name, email=f"{name[:3].lower()}@demo.example.org", phone="+86 871 000 0000"
        )
        for name in ("Wen Demo", "Gone Demo")
    ]
    long_desk = Desk.objects.create(code="drill.long", office=desk.office, names={"en": LONG_NAME}, source="made up")
    Competence.objects.create(desk=long_desk, topic="sps_tbt", country="CN")
    from django.db import transaction

    with transaction.atomic():
        raise_revision(lock_revision())
    chosen = {"countries": ["CN"], "topics": ["sps_tbt"]}
    _device, password = make_device(make_actor(user, now), "drill", **chosen, with_second_factor=True, now=now)
    return user.email, password, people


def change_directory(people: list) -> None:
    """Give the first person another number and let the second one leave."""
    people[0].phone = "+86 871 000 9999"
    people[0].save()
    people[1].ended_at = datetime.now(UTC)
    people[1].save()


def write_settings(folder: Path, port: int, address: str, password: str) -> None:
    """Write the three programs' own files."""
    values = {"folder": folder, "port": port, "address": address, "password": password, "book": BOOK}
    for name, text in (("vdirsyncer", VDIRSYNCER), ("khard", KHARD), ("khal", KHAL)):
        (folder / f"{name}.conf").write_text(text.format(**values))
    (folder / "calendar").mkdir()


def run_program(folder: Path, programs: Path, *command: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run one of the programs in the folder, away from anybody's own settings."""
    environment = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "PYTHONPATH": ""}
    return subprocess.run(
        [str(programs / command[0]), *command[1:]],
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def sync(folder: Path, programs: Path, *, discover: bool = False) -> bool:
    """Let vdirsyncer sync; return whether it was content."""
    settings = ("vdirsyncer", "-c", str(folder / "vdirsyncer.conf"))
    if discover and run_program(folder, programs, *settings, "discover", typed="y\n" * 20).returncode:
        return False
    return run_program(folder, programs, *settings, "sync").returncode == 0


def cards_in(folder: Path) -> dict[str, bytes]:
    """Return the cards that the device holds."""
    return {file.name: file.read_bytes() for file in sorted((folder / "books" / BOOK).glob("*.vcf"))}


def khard(folder: Path, programs: Path, wanted: str) -> str:
    """Return what khard shows of whoever fits."""
    return run_program(folder, programs, "khard", "-c", str(folder / "khard.conf"), "list", wanted).stdout


def is_folded(card: bytes) -> bool:
    """Return whether no line is too long and each is whole text."""
    lines = card.replace(b"\r\n", b"\n").split(b"\n")
    return all(len(line) <= 75 and line.decode() is not None for line in lines)


def change_on_device(folder: Path, programs: Path) -> bool:
    """Change a card as somebody does on a telephone; return whether the next sync left ours as it is and put theirs right."""
    file = next(file for file in (folder / "books" / BOOK).glob("*.vcf") if b"Wen Demo" in file.read_bytes())
    ours = file.read_bytes()
    file.write_bytes(ours.replace(b"Wen Demo", b"Somebody Else"))
    for _time in range(2):  # the first finds that it may not write, the second takes ours back
        sync(folder, programs)
    return file.read_bytes().replace(b"\r\n", b"\n") == ours.replace(b"\r\n", b"\n")


def calendars() -> list[tuple[str, str]]:
    """Return the calendars that khal reads: what, and where."""
    from landsea.accounts.models import User
    from landsea.calendars.actions.private_calendar import make_calendar
    from landsea.calendars.private_links import CALENDAR_LINKS
    from landsea.dialogues.models import Dialogue, Seat
    from landsea.directory.actors import make_actor

    begins = datetime.now(UTC) + timedelta(days=3)
    meeting = Dialogue.objects.create(
        kind="meeting",
        titles={"en": "Drill meeting"},
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        time_zone="Asia/Shanghai",
        where="room",
        created_at=begins,
    )
    user = User.objects.get(email="officer@demo.example.org")
    Seat.objects.create(dialogue=meeting, country="CN", name=user.name, email=user.email, user=user)
    own = make_calendar(make_actor(user, datetime.now(UTC)), now=datetime.now(UTC))
    return [
        ("a country's year", "calendar/VN/2026.ics"),
        ("the coming dialogues", "dialogues/calendar.ics"),
        ("a person's own calendar", f"calendar/private/{CALENDAR_LINKS.secret_of(own.nonce)}.ics"),
    ]


def khal_lists(folder: Path, programs: Path, port: int, path: str) -> bool:
    """Let khal take a calendar in; return whether it lists all of it that has a title."""
    from icalendar import Calendar

    file = folder / "taken.ics"
    with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=60) as answer:
        file.write_bytes(answer.read())
    settings = ("khal", "-c", str(folder / "khal.conf"))
    taken = run_program(folder, programs, *settings, "import", "--batch", "-a", "kept", str(file))
    titles = {str(one["SUMMARY"]) for one in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    listed = run_program(folder, programs, *settings, "list", "--format", "{title}", "2026-01-01", "400d").stdout
    return taken.returncode == 0 and bool(titles) and all(title in listed for title in titles)


if __name__ == "__main__":
    sys.exit(main())
