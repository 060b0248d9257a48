"""What is let in, what is taken out of it, and that what is kept is on disk before anybody knows of it."""

import errno
import io
import os
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from PIL import Image

from landsea.base.files import folder, kinds
from landsea.base.files.kinds import clean_name
from landsea.base.files.office_papers import FileRefused
from landsea.base.files.storage import discard_bytes, open_stored, store_upload
from landsea.cases.actions.hold_file import hold_file, keep_only
from landsea.cases.actions.sweep_files import sweep_files
from landsea.cases.models import CaseFile, HeldFile
from landsea.cases.tests import uploads
from landsea.cases.tests.uploads import upload

FORM = "f" * 64


def kept_files() -> list[str]:
    return [file.name for file in settings.FILES_ROOT.glob("*/*")] if settings.FILES_ROOT.exists() else []


@pytest.mark.parametrize("kind,name", [("JPEG", "queue.jpg"), ("PNG", "queue.png"), ("WEBP", "queue.webp")])
def test_photos_lose_their_position_and_stand_upright(kind, name):
    raw = uploads.photo(kind)
    assert uploads.POSITION in raw

    kept = store_upload(upload(name, raw))

    with open_stored(kept.stored) as file:
        data = file.read()
    image = Image.open(io.BytesIO(data))
    assert uploads.POSITION not in data
    assert not image.getexif()
    assert image.size == (480, 640)
    assert kept.size == len(data)


def test_a_large_photo_is_made_small_enough_for_a_slow_line():
    kept = store_upload(upload("wide.jpg", uploads.photo(size=(6000, 3000), with_position=False)))

    with open_stored(kept.stored) as file:
        assert Image.open(file).size == (4096, 2048)


@pytest.mark.parametrize(
    "name,data",
    [
        ("form.pdf", uploads.pdf()),
        ("rows.xlsx", uploads.workbook()),
        ("letter.docx", uploads.package(types=b"<Types/>", word=b"<document/>")),
        ("rows.csv", "mặt hàng;xe\nsầu riêng;2\n".encode()),
        ("old.txt", "榴莲两车".encode("gb18030")),
        ("wide.txt", "榴莲".encode("utf-16")),
    ],
)
def test_papers_are_kept_as_they_are(name, data):
    kept = store_upload(upload(name, data))

    with open_stored(kept.stored) as file:
        assert file.read() == data
    assert kept.name == name


PNG = uploads.photo("PNG")
REFUSED = {
    "bomb header": ("photo.png", uploads.bomb(), "too many pixels"),
    "cut photo": ("photo.jpg", uploads.photo()[:2000], "incomplete"),
    "cut png": ("photo.png", PNG[: len(PNG) // 2], "incomplete"),
    "header only": ("photo.jpg", b"\xff\xd8\xff", "incomplete"),
    "cut pdf": ("form.pdf", uploads.pdf()[:60], "incomplete"),
    "cut workbook": ("rows.xlsx", uploads.workbook()[:-200], "incomplete"),
    "empty": ("form.pdf", b"", "empty"),
    "a program": ("tool.exe", b"MZ\x90\x00", "a kind that we do not take"),
    "a page": ("page.html", b"<script>", "a kind that we do not take"),
    "a drawing with script": ("map.svg", b"<svg onload='x'/>", "a kind that we do not take"),
    "no ending": ("README", b"words", "a kind that we do not take"),
    "program called photo": ("photo.jpg", b"MZ\x90\x00", "not what its name says"),
    "program called text": ("notes.txt", b"MZ\x90\x00\x03", "not what its name says"),
    "photo called pdf": ("form.pdf", uploads.photo(), "not what its name says"),
    "zip called letter": ("letter.docx", uploads.package(types=b"<Types/>"), "not what its name says"),
    "macros": ("letter.docx", uploads.package(types=b"<T/>", word=b"<d/>", macros=b"x"), "macros"),
    "unpacks to much": ("letter.docx", uploads.package(types=b"<T/>", word=b"0" * 101 * 2**20), "unpacks"),
    "phone's own kind": ("IMG_0001.HEIC", b"\0\0\0 ftypheic", "JPEG"),
}


@pytest.mark.parametrize("name,data,words", REFUSED.values(), ids=REFUSED)
def test_refusals_name_the_file_say_why_and_keep_nothing(name, data, words):
    with pytest.raises(FileRefused, match=words) as refused:
        store_upload(upload(name, data))
    assert name in refused.value.sentence
    assert kept_files() == []


def test_too_large_is_said_with_the_limit(settings):
    settings.FILE_LIMIT_BYTES = 1024 * 1024
    with pytest.raises(FileRefused, match="1 MB"):
        store_upload(upload("form.pdf", uploads.pdf() + b" " * 1024 * 1024))


@pytest.mark.parametrize(
    "raw,shown",
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\papers\\form.pdf", "form.pdf"),
        ("invoice\u202egpj.pdf", "invoicegpj.pdf"),
        ("a\x00b\nc.pdf", "ab c.pdf"),
        ("  ..pdf", "pdf"),
        ("\ud800photo.jpg", "photo.jpg"),
        ("giấy kiểm dịch.pdf", "giấy kiểm dịch.pdf"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_are_cleaned(raw, shown):
    assert clean_name(raw) == shown


def test_a_full_disk_is_a_sentence_and_leaves_nothing(monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(folder.os, "fsync", full)
    with pytest.raises(FileRefused, match="no room") as refused:
        store_upload(upload("form.pdf", uploads.pdf()))
    assert "case" not in refused.value.sentence, "papers of dialogues are refused by the same words"
    assert kept_files() == []


@pytest.mark.parametrize("path", ["../secret-key", "aa/../../secret-key", "/etc/passwd", "aa/xyz", ""])
def test_only_paths_of_stored_files_are_opened(path):
    with pytest.raises(ValueError):
        open_stored(path)


def test_a_form_holds_so_many_files_and_no_more(db, settings):
    settings.FILES_PER_MESSAGE = 2
    for number in range(2):
        hold_file(FORM, upload(f"{number}.txt", b"words"), now=timezone.now())

    with pytest.raises(FileRefused, match="At most 2 files"):
        hold_file(FORM, upload("third.txt", b"words"), now=timezone.now())
    assert len(kept_files()) == 2


def test_taking_a_file_out_deletes_its_bytes_and_no_other_forms(db, django_capture_on_commit_callbacks):
    kept, dropped = [hold_file(FORM, upload(f"{n}.txt", b"words"), now=timezone.now()) for n in range(2)]
    other = hold_file("e" * 64, upload("other.txt", b"words"), now=timezone.now())

    with django_capture_on_commit_callbacks(execute=True):
        keep_only(FORM, [str(kept.pk), "not a number", "9" * 40])

    assert set(HeldFile.objects.values_list("pk", flat=True)) == {kept.pk, other.pk}
    with pytest.raises(FileNotFoundError):
        open_stored(dropped.stored)


def test_the_sweep_takes_old_files_and_never_one_that_a_case_has(world, django_capture_on_commit_callbacks):
    now = timezone.now()
    forgotten = hold_file(FORM, upload("forgotten.txt", b"words"), now=now - timedelta(days=3))
    fresh = hold_file(FORM, upload("fresh.txt", b"words"), now=now)
    taken = hold_file("e" * 64, upload("taken.txt", b"words"), now=now - timedelta(days=3))
    case = world.file().case
    CaseFile.objects.create(
        case=case,
        kind="all",
        side="filer",
        created_at=now,
        name="taken.txt",
        media_type="text/plain",
        size=5,
        digest="",
        stored=taken.stored,
    )
    orphan = store_upload(upload("orphan.txt", b"words"))
    old = (now - timedelta(days=3)).timestamp()
    os.utime(settings.FILES_ROOT / orphan.stored, (old, old))

    with django_capture_on_commit_callbacks(execute=True):
        sweep_files(now=now)

    assert not (settings.FILES_ROOT / forgotten.stored).exists()
    assert not (settings.FILES_ROOT / orphan.stored).exists()
    assert (settings.FILES_ROOT / fresh.stored).exists()
    assert (settings.FILES_ROOT / taken.stored).exists()
    assert list(HeldFile.objects.values_list("name", flat=True)) == ["fresh.txt"]


def test_every_kind_is_said_in_the_form():
    assert kinds.ACCEPT == ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.csv,.txt,.ogg,.oga,.mp3,.m4a,.amr"
    discard_bytes(f"aa/{'0' * 32}")
