"""`landsea asks`."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError

from landsea.phrases.book import LANGUAGES, choose_offers_with_nearness, get_phrasebook, list_fitting_asks
from landsea_core.phrasebook import Phrasebook, SlotWords, say_phrase
from landsea_core.phrasebook.phrases import Ask

SIDES = ("filer", "office")
AS_KEPT = SlotWords({})


class Command(BaseCommand):
    """Offers the fixed asks nearest to what somebody wrote, in two languages. Uses no database."""

    help = "Offer the three fixed asks nearest to a text, in the languages of both sides, with what may be answered."

    def add_arguments(self, parser):
        """The text, who asks whom, the topic, and the two languages."""
        parser.add_argument("text", help="what is to be asked, in any language; - reads standard input")
        parser.add_argument("--asker", choices=SIDES, default="filer", help="who asks (default filer)")
        parser.add_argument("--answerer", choices=SIDES, default="office", help="who is asked (default office)")
        parser.add_argument(
            "--topic", default="", help="code of the case's topic, such as customs_clearance: its asks count as nearer"
        )
        parser.add_argument(
            "--in", dest="own", default="en", choices=LANGUAGES, help="language of the asker (default en)"
        )
        parser.add_argument(
            "--to", dest="other", default="zh-hans", choices=LANGUAGES, help="language of the one asked"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, text: str, **options):
        """Print what is offered, nearest first."""
        said = sys.stdin.read() if text == "-" else text
        if not said.strip():
            raise CommandError("There is nothing to find an ask for: write a sentence.")
        book = get_phrasebook()
        topics = sorted({ask.topic for ask in book.asks.values()} - {""})
        if options["topic"] not in ("", *topics):
            raise CommandError(f"There is no topic {options['topic']}. Choose one of {', '.join(topics)}.")
        fitting = list_fitting_asks(options["asker"], options["answerer"])
        offered = choose_offers_with_nearness(said, fitting, options["topic"])
        own, other = options["own"], options["other"]
        rows = [_row_of(book, ask, near, own, other) for ask, near in offered]
        self.stdout.write(json.dumps({"asks": rows}, ensure_ascii=False) if options["json"] else _lines_of(rows))


def _row_of(book: Phrasebook, ask: Ask, near: float, own: str, other: str) -> dict:
    """An ask as plain data: its code, how near it is, and its sentence and answers in both languages."""

    def said(says, answer: str = "") -> dict[str, str]:
        return {lang: say_phrase(book, says, {}, lang, AS_KEPT, answer=answer, ask=ask) for lang in (own, other)}

    answers = [{"code": one.code, "says": said(one.says, one.code)} for one in book.answers_to(ask)]
    return {"ask": ask.code, "near": round(near, 3), "says": said(ask.says), "answers": answers}


def _lines_of(rows: list[dict]) -> str:
    """What is offered as lines that a person reads; the answers are those of the other side's language."""
    lines = []
    for row in rows:
        lines.append(f"{row['ask']}  {row['near']:.2f}")
        lines += [f"  {said}" for said in dict.fromkeys(row["says"].values())]
        lines += [f"    - {next(reversed(answer['says'].values()))}" for answer in row["answers"]]
    return "\n".join(lines) or "No ask fits these two in this topic; write freely."
