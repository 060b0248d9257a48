"""Papers in a bucket: kept, read, listed, taken away; a store that refuses is said to whoever uploads."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from landsea.base.files.office_papers import FileRefused
from landsea.base.files.storage import discard_bytes, list_stored_before, open_stored, store_upload
from landsea.base.files.tests.store_imitation import run_store


@pytest.fixture
def store(settings):
    with run_store() as running:
        settings.FILES_BUCKET = {
            "bucket_name": "papers",
            "endpoint_url": running.address,
            "region_name": "nowhere",
            "access_key": "somebody",
            "secret_key": "something",
            "location": "landsea",
        }
        yield running


def picture():
    content = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(content, "PNG")
    return SimpleUploadedFile("photo.png", content.getvalue())


def test_a_paper_is_kept_read_listed_and_taken_away(store):
    kept = store_upload(picture())
    assert list(store.kept) == [f"/papers/landsea/{kept.stored}"]
    with open_stored(kept.stored) as content:
        assert len(content.read()) == kept.size
    now = datetime.now(UTC)
    assert list(list_stored_before(now + timedelta(minutes=1))) == [kept.stored] == list(list_stored_before())
    assert list(list_stored_before(now - timedelta(days=1))) == []
    discard_bytes(kept.stored)
    discard_bytes(kept.stored)
    with pytest.raises(FileNotFoundError):
        open_stored(kept.stored)


def test_a_store_that_refuses_is_said_to_whoever_uploads(store):
    store.refuses = True
    with pytest.raises(FileRefused, match="There is no room for files here"):
        store_upload(picture())


def test_no_other_path_is_ever_asked_for(store):
    with pytest.raises(ValueError, match="is no path of a stored file"):
        open_stored("../secret-key")
