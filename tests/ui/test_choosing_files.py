"""Choosing papers and photos: the button speaks the page's language and not the browser's. A photo that is larger than the
server takes is drawn smaller before it is sent; what is no photo goes as it is.
"""

import io

import pytest
from PIL import Image

SERVER_TAKES = 10 * 2**20


def choose(page, name: str, kind: str, content: bytes) -> None:
    page.locator("[data-uploader] input[type=file]").set_input_files(
        {"name": name, "mimeType": kind, "buffer": content}
    )
    page.locator('input[name="uploaded"]').wait_for(state="attached")


def test_a_large_photo_arrives_smaller_and_whole(open_page, counter):
    kept = io.BytesIO()
    small = Image.effect_noise((1050, 700), 120).convert("RGB")
    small.resize((4200, 2800)).save(kept, "PNG", compress_level=1)
    assert len(kept.getvalue()) > SERVER_TAKES
    choose(open_page("/form/"), "seal.png", "image/png", kept.getvalue())
    (body,) = [body for path, body in counter.posted if path == "/upload/"]
    assert len(body) < SERVER_TAKES and b'filename="seal.jpg"' in body
    arrived = Image.open(io.BytesIO(body[body.index(b"\xff\xd8") :]))
    arrived.load()
    assert arrived.format == "JPEG" and arrived.size == (4000, 2667)


def test_a_large_paper_that_is_no_photo_goes_as_it_is(open_page, counter):
    choose(open_page("/form/"), "all.pdf", "application/pdf", b"%PDF" + b"0" * SERVER_TAKES)
    (body,) = [body for path, body in counter.posted if path == "/upload/"]
    assert len(body) > SERVER_TAKES and b'filename="all.pdf"' in body


@pytest.mark.parametrize("has_script", [True, False])
def test_the_browsers_own_button_is_seen_only_without_script(open_page, has_script):
    page = open_page("/form/", java_script_enabled=has_script)
    if has_script:
        page.fill("[name=what]", "Two lorries wait")
        for _ in "12":
            page.locator("[data-step=on]").click()
    button, own = page.locator(".drop input"), page.get_by_text("Choose photos or files")
    assert own.is_visible() is has_script
    seen = button.evaluate("one => getComputedStyle(one).opacity") if has_script else "1"
    assert seen == ("0" if has_script else "1")
    if has_script:  # a press anywhere in the place chooses
        with page.expect_file_chooser():
            page.mouse.click(*(own.bounding_box()[side] + 4 for side in ("x", "y")))


def test_the_frame_of_the_place_for_files_touches_no_words(open_page):
    page = open_page("/gallery/", 360, 760)
    page.locator(".drop input").first.focus()
    frame, style, help_line = page.locator("[data-uploader]:has(.help)").first.evaluate(
        """place => { const drop = place.querySelector('.drop'), style = getComputedStyle(drop);
        return [drop.getBoundingClientRect().bottom, [style.outlineStyle, style.outlineWidth, style.outlineOffset],
          place.querySelector('.help').getBoundingClientRect().top]; }"""
    )
    assert style[0] != "none"
    assert frame + sum(float(one.removesuffix("px")) for one in style[1:]) + 4 <= help_line
