"""The words of mails in these tests, so that they need no other app's templates."""

import pytest


@pytest.fixture(autouse=True)
def _words(settings, tmp_path):
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "test_mail.txt").write_text("Case {{ ref }}\n\nLook at {{ site }}.\n")
    (folder / "broken_mail.txt").write_text("{% load no_such_library %}")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    settings.MAIL_FOLDER = tmp_path / "kept"


@pytest.fixture
def contact(db):
    """A contact of a desk."""
    from landsea.cases.tests.world import make_world
    from landsea.directory.models import Contact

    return Contact.objects.create(desk=make_world().quarantine, name="Ms Demo", email="demo@demo.example.org")
