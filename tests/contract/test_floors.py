"""The floors of the house (tools/floors.py): imports go down, in the sources and in templates, and a climb is seen."""

import pytest
from tools.floors import FLOORS, HEIGHT, ROOT, climbs_in, imports_of, room_of


def test_every_import_goes_down():
    climbs = climbs_in(imports_of(ROOT))
    assert not climbs, "\n".join(map(str, climbs))


def test_every_app_is_a_room_and_every_room_is_there():
    apps = {".".join(file.parent.relative_to(ROOT / "src").parts) for file in (ROOT / "src").rglob("apps.py")}
    assert apps <= HEIGHT.keys()
    missing = [room for rooms in FLOORS for room in rooms if not (ROOT / "src" / room.replace(".", "/")).is_dir()]
    assert not missing


@pytest.fixture
def house(tmp_path):
    """A house with one module and one template in each of two rooms."""

    def build(module: str = "", template: str = "", model: str = ""):
        for room in ("directory", "cases"):
            for folder in ("templates", "templatetags", "models"):
                (tmp_path / "src/landsea" / room / folder).mkdir(parents=True)
            (tmp_path / f"src/landsea/{room}/templates/{room}.html").write_text("")
            (tmp_path / f"src/landsea/{room}/templatetags/{room}.py").write_text("")
        (tmp_path / "src/landsea/directory/wrong.py").write_text(module)
        (tmp_path / "src/landsea/directory/models/wrong.py").write_text(model)
        (tmp_path / "src/landsea/directory/templates/directory.html").write_text(template)
        return climbs_in(imports_of(tmp_path))

    return build


@pytest.mark.parametrize(
    "line",
    [
        "from landsea.cases import access",
        "from landsea.cases.access import visible_cases",
        "import landsea.cases.access",
        "def late():\n    from landsea.cases.models import Case",
        "from landsea.urls import urlpatterns",
        "from landsea_demo.people import create_demo_people",
    ],
)
def test_a_line_that_climbs_is_seen(house, line):
    assert len(house(module=line)) == 1


@pytest.mark.parametrize(
    "words",
    ["{% load i18n cases %}", "{% load told from cases %}", '{% include "cases.html" %}', '{% extends "cases.html" %}'],
)
def test_a_template_that_climbs_is_seen(house, words):
    assert len(house(template=words)) == 1


def test_a_table_that_points_upwards_is_seen(house):
    assert len(house(model='case = ForeignKey("cases.Case")')) == 1


def test_what_another_room_only_shows_is_not_taken(house):
    assert len(house(module="from landsea.accounts.views.after import after_sign_in")) == 1


@pytest.mark.parametrize(
    "line", ["from landsea.base.doors import door", "from landsea_core.clock import due", "import django"]
)
def test_a_line_that_goes_down_or_outside_is_none(house, line):
    assert house(module=line) == []


def test_a_module_lies_in_the_innermost_room():
    assert room_of("landsea.base.ui.times") == "landsea.base.ui"
    assert room_of("landsea.base.doors") == "landsea.base"
    assert room_of("django.urls") is None
