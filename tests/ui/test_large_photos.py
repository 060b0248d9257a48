"""A photo that is larger than the server takes is drawn smaller before it is sent; what is no photo goes as it is."""

import io

from PIL import Image

SERVER_TAKES = 10 * 2**20


def choose(page, name: str, kind: str, content: bytes) -> None:
    for _ in "12":
        page.locator("[data-step=on]").click()
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
