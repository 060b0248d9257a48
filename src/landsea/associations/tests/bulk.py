"""What tests of filing from a spreadsheet share: sending a sheet, and filing it."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.associations.tests import sheets
from landsea.cases.models import BulkFiling


def upload(world, rows, *, part: str = "clerk", data: bytes | None = None):
    file = SimpleUploadedFile("cases.csv", data or sheets.csv_bytes(rows))
    return world.client(part).post(reverse("association_bulk"), {"sheet": file})


def sheet_of(world, rows) -> BulkFiling:
    answer = upload(world, rows)
    assert answer.status_code == 302, answer.content.decode()
    return BulkFiling.objects.latest("id")


def file_it(world, sheet, *, part: str = "clerk", **fields):
    return world.client(part).post(reverse("association_sheet", args=[sheet.pk]), fields)
