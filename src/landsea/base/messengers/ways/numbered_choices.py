"""Choices of a message as numbered lines below it, for messengers whose people type what they choose."""

from collections.abc import Callable

from landsea.base.messengers.ways.shapes import ShortMessage


def add_choices(message: ShortMessage, size: Callable[[str], int], most: int) -> str:
    """Return the text with what may be written back, one choice a line; a text that is too long is cut before them.

    `size` says how a messenger measures words, `most` how many it takes.
    """
    below = "".join(f"\n{code}: {words}" for code, words in message.choices)
    text = message.text
    while text and size(text) + size(below) > most:
        over = size(text) + size(below) - most
        text = text[: -max(1, over // 4)]
    return text + below
