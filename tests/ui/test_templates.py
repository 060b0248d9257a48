"""Templates keep the strict content policy, say everything through gettext, and never say what a page may not say."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from landsea.base.ui.gallery import SampleForm, sample_context
from landsea.base.ui.gallery_samples import NOW
from landsea.base.ui.languages import OWN_NAMES, list_languages
from landsea.base.ui.shapes import DeskCard, Message, Text

UI = Path(__file__).parents[2] / "src" / "landsea" / "base" / "ui"
TEMPLATES = sorted((UI / "templates").rglob("*.html"))
COMPONENTS = [path for path in TEMPLATES if path.name != "gallery.html"]
SYMBOLS = set(re.findall(r'<symbol id="(\w+)"', (UI / "static" / "ui" / "symbols.svg").read_text()))
NEVER_SAID = re.compile(r"\b(errors?|invalid|submit|ticket|user)\b", re.IGNORECASE)


def relative_to_ui(path: Path) -> str:
    return str(path.relative_to(UI))


@pytest.mark.parametrize("path", TEMPLATES, ids=relative_to_ui)
def test_no_inline_script_or_style(path):
    source = path.read_text()
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:|hx-on|\|safe\b", source)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", source))


@pytest.mark.parametrize("path", COMPONENTS, ids=relative_to_ui)
def test_everything_that_people_read_can_be_translated(path):
    not_read = r"{% (comment|blocktranslate).*?{% end\1 %}|{%.*?%}|{{.*?}}|<kbd>.*?</kbd>|<!doctype html>"
    source = re.sub(not_read, "", path.read_text(), flags=re.S)
    words = [text.strip() for text in re.findall(r">([^<>]+)<", source) if re.search(r"[A-Za-z]", text)]
    # "Language" stays English on purpose: it is for whoever cannot read the page's language.
    assert words == (["Language"] if path.name == "languages.html" else [])


@pytest.mark.parametrize("path", COMPONENTS, ids=relative_to_ui)
def test_words_that_no_page_says(path):
    translated = r"""{% translate (["'])(.*?)\1|{% blocktranslate[^%]*%}(.*?){% end"""
    said = re.findall(translated, path.read_text(), flags=re.S)
    assert not [text for _quote, one, other in said for text in (one, other) if NEVER_SAID.search(text)]


def test_every_symbol_that_is_named_is_drawn():
    named = {name for path in TEMPLATES for name in re.findall(r'{% symbol "(\w+)"', path.read_text())}
    assert named <= SYMBOLS
    drawn = render_to_string("ui/gallery.html", sample_context())
    assert set(re.findall(r"symbols\.svg#(\w+)", drawn)) <= SYMBOLS


def test_the_switch_lists_ten_languages_and_opens_only_those_that_are_ready(settings):
    settings.LANGUAGES = [("en", "English"), ("vi", "Vietnamese")]
    with translation.override("vi"):
        page = render_to_string("ui/base.html")
    buttons = dict(re.findall(r'<button name="language" value="([\w-]+)"([^>]*)>', page))
    assert list(buttons) == list(OWN_NAMES)
    assert len(buttons) == 10
    assert {code for code, rest in buttons.items() if "disabled" not in rest} == {"en", "vi"}
    assert [code for code, rest in buttons.items() if "aria-current" in rest] == ["vi"]
    assert '<html lang="vi"' in page


def test_languages_that_nobody_set_up_stay_closed(settings):
    settings.LANGUAGES = [("en", "English")]
    assert [language.code for language in list_languages("en") if language.ready] == ["en"]


@pytest.mark.parametrize("demo", [True, False])
def test_a_demonstration_says_that_it_is_one(settings, demo):
    settings.DEMO = demo
    assert ("made up" in render_to_string("ui/base.html")) is demo


def draw_message(message: Message) -> str:
    """Return a message as a page draws it."""
    return Template("{% load ui %}{% message one %}").render(Context({"one": message, "now": NOW}))


def test_the_three_kinds_of_message_say_who_sees_them():
    messages = {one: Message(one, "Ms Demo", NOW, Text("x", "en")) for one in ("all", "offices", "ourselves")}
    kinds = {audience: draw_message(one) for audience, one in messages.items()}
    assert "To all sides" in kinds["all"]
    assert "Offices only: the filer does not see this" in kinds["offices"]
    assert "#lock" in kinds["offices"]
    assert "only this desk sees this" in kinds["ourselves"]
    assert len({re.search(r'class="message (\w+)"', page)[1] for page in kinds.values()}) == 3


def test_what_people_write_is_never_markup():
    bad = '<script>alert(1)</script>"onmouseover="x'
    message = Message("all", bad, NOW, Text(bad, "en"), Text(bad, "vi", bad), role=bad)
    desk = DeskCard(bad, NOW.tzinfo, bad, own_name=bad, own_language="en", answers_for=(bad,), prepare=(bad,))
    for page in (
        draw_message(message),
        render_to_string("ui/parts/desk_card.html", {"desk": desk, "clock": "11:10", "iso": ""}),
        render_to_string("ui/plain.html", {"heading": bad, "what_now": [bad], "typed": [(bad, bad)]}),
    ):
        assert "<script>alert" not in page
        assert '"onmouseover' not in page


def test_a_plain_page_gives_back_what_was_typed_and_asks_the_database_nothing():
    class Away:
        """Stands for a person whose row cannot be read."""

        @property
        def is_authenticated(self):
            raise AssertionError("a page for bad days must not ask who is reading")

    page = render_to_string(
        "ui/plain.html",
        {
            "user": Away(),
            "heading": "Our records cannot be reached",
            "what_now": ["Please send it again in a minute."],
            "typed": [("What happened?", "Xe bị giữ <b>")],
            "send_again": {"url": "/file/", "fields": [("what", "Xe bị giữ <b>")]},
            "acts": [("Go to the first page", "/")],
        },
    )
    assert "What you wrote is still here" in page
    assert '<input type="hidden" name="what" value="Xe bị giữ &lt;b&gt;">' in page
    assert "Sign in" not in page


def test_faults_stand_by_their_field_and_at_the_top():
    page = render_to_string("ui/gallery.html", {**sample_context(), "form": SampleForm({})})
    assert 'id="id_what_error"' in page
    assert re.search(r'<textarea[^>]*aria-invalid="true"[^>]*aria-describedby="id_what_helptext id_what_error"', page)
    assert page.count("Please write what happened") == 2


def test_a_form_without_faults_shows_no_notice():
    form = SampleForm({"what": "Stuck", "who": "secret", "country": "CN"})
    page = render_to_string("ui/gallery.html", {**sample_context(), "form": form})
    assert "Not sent yet" not in page


@pytest.mark.parametrize(("debug", "demo", "status"), [(False, False, 404), (True, False, 200), (False, True, 200)])
def test_the_gallery_is_for_demonstrations_and_builders(rf, settings, debug, demo, status):
    from django.http import Http404

    from landsea.base.ui.gallery import show_gallery

    settings.DEBUG, settings.DEMO = debug, demo
    if status == 404:
        with pytest.raises(Http404):
            show_gallery(rf.get("/gallery/"))
    else:
        assert show_gallery(rf.get("/gallery/")).status_code == 200
