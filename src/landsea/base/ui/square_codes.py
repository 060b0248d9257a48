"""Square codes (QR) that a telephone's camera opens: drawn as an image that stands in the page itself."""

import base64


def draw_square_code(address: str) -> str:
    """Return a QR code of an address as the address of an image; it bears a quarter of it being worn off."""
    import qrcode  # here, since few pages ask for it and it takes long to load
    from qrcode.image.svg import SvgPathFillImage

    drawn = qrcode.make(address, image_factory=SvgPathFillImage, error_correction=qrcode.ERROR_CORRECT_Q)
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.to_string()).decode()
