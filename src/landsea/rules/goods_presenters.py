"""Goods that words may mean, as pages draw them where it matters which: each with its verdict."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from landsea.rules.goods_readings import Goods, list_readings
from landsea.rules.labels import answer_words
from landsea.rules.meant_goods import find_gist_of_verdict, find_unread_goods
from landsea_core.rules import Book, Checklist, Verdict, ask_gate


@dataclass(frozen=True)
class GoodsChoice:
    """One of the goods: code, name, the address that asks about it, the state and sentence of its verdict ("" without one)."""

    hs: str
    name: str
    address: str
    state: str = ""
    says: str = ""


def show_goods_choices(
    goods: Sequence[Goods], found: Sequence[Checklist], address_of: Callable[[str], str]
) -> list[GoodsChoice]:
    """Return a line for each of the goods, in their order. `found` are their checklists, or one that holds for all of them."""
    answers = list(found) if len(found) == len(goods) else [found[0]] * len(goods)
    return [_show(one, answer.verdict, address_of) for one, answer in zip(goods, answers, strict=True)]


def show_goods_beside(
    book: Book, typed: str, told: Verdict | None, address_of: Callable[[str], str]
) -> tuple[list[GoodsChoice], str]:
    """Return the goods that words may mean, with the verdict of each on the way of the verdict that is `told` for one of them,
    and the word for the goods themselves that nobody knows; no goods where it does not matter which.
    """
    goods, unread = list_readings(typed), find_unread_goods(typed)
    if told is None:
        return [], ""
    verdicts = [ask_gate(book, replace(told.shipment, hs=one.hs), told.day) for one in goods]
    if not unread and len({find_gist_of_verdict(one) for one in verdicts}) <= 1:
        return [], ""
    return [_show(one, verdict, address_of) for one, verdict in zip(goods, verdicts, strict=True)], unread


def _show(goods: Goods, verdict: Verdict | None, address_of: Callable[[str], str]) -> GoodsChoice:
    return GoodsChoice(goods.hs, goods.name, address_of(goods.hs), *(answer_words(verdict) if verdict else ()))
