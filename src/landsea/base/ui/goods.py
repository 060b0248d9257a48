"""A field for goods as people name them: in words of any of the corridor's languages, or by HS codes."""

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import WordsField
from landsea_core.text import read_goods
from landsea_core.text.numbers.digits import use_ascii_digits

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_BETWEEN = re.compile(r"[,;，；、\n]")
_CODES = re.compile(r"[\d. ]+")


class GoodsField(WordsField):
    """Goods, several of them with commas between; its value is a tuple of HS codes without dots.

    Words become the six digits that are meant most likely; a code may be typed in the digits of any script. What nobody knows
    is said back; whether a code exists is left to the form.
    """

    def clean(self, value: object) -> tuple[str, ...]:
        """Return the codes, each once and in their order."""
        codes: list[str] = []
        for part in _BETWEEN.split(use_ascii_digits(super().clean(value) or "")):
            if _CODES.fullmatch(part):
                codes += part.replace(".", "").split()
            elif part.strip():
                codes += self.list_codes_meant(part.strip())
        return tuple(dict.fromkeys(codes))

    def list_codes_meant(self, said: str) -> list[str]:
        """Return the codes that words for one kind of goods stand for: the likeliest. Raises ValidationError for none."""
        guesses = read_goods(said)
        if not guesses:
            raise make_unknown_goods_error(said)
        return [guesses[0].value]


def make_goods_field(label: "StrOrPromise", most: int, **more: Any) -> GoodsField:
    """Return a field for goods, optional unless said otherwise."""
    more.setdefault("required", False)
    return GoodsField(label=label, max_length=most, **more)


def make_unknown_goods_error(said: str) -> forms.ValidationError:
    """Return what is said of words by which no goods are known."""
    return forms.ValidationError(
        _("No goods are known as “%(said)s”. Use other words, or write the HS code."), params={"said": said}
    )
