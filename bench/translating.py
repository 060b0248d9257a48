"""`python -m bench.translating`: hostile programs that translate, by both contracts, and whether a broken value is ever shown.

Two hundred sentences of officers and filers for each of five pairs of languages, made of templates with numbers, plates, codes,
days, places and goods that are known here apart from the code that is tried. A local server answers as LibreTranslate and as a
chat endpoint, honestly or as one of fourteen hostile programs: marks dropped, doubled, renumbered, turned round, digits
invented, text unchanged, markup, another script, empty, far too long, not JSON, status 500, cut off, very slow. What comes out
is looked at by the values that went in. Honest answers must be shown, and no shown text may lack, double or change a value.
"""

import json
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bench.translated_sentences import GOODS, PLACES, find_broken, make_sentences

PAIRS = (("zh", "lo"), ("lo", "zh"), ("km", "zh"), ("my", "lo"), ("vi", "en"))
EACH = 200
MODES = (
    "honest",
    "drops",
    "doubles",
    "renumbers",
    "turns_round",
    "invents",
    "unchanged",
    "markup",
    "other_script",
    "empty",
    "too_long",
    "not_json",
    "status",
    "cut_off",
    "slow",
)
SLOW_SECONDS = 1.0
MARK = re.compile(r"\[\[(\d+)\]\]")
WORDS = {"lo": "ແລະລໍຖ້າຢູ່", "zh": "在此等候", "en": "waits there"}
OTHER_WORDS = {"lo": "รออยู่ที่นั่น", "zh": "ລໍຖ້າຢູ່ນັ້ນ", "en": "在那里等候着"}


class HostileTranslator:
    """Answers as both contracts; `mode` says how. What it gets is kept in `asked`."""

    def __init__(self) -> None:
        self.mode = "honest"
        self.asked: list[dict[str, object]] = []
        self.target = "en"

    def answer(self, text: str) -> str:
        """Return what this program makes of a text with marks."""
        marks = MARK.findall(text)
        said = " ".join(f"{WORDS[self.target]} [[{mark}]]" for mark in marks) + f" {WORDS[self.target]}"
        last = f"[[{marks[-1]}]]" if marks else ""
        made = {
            "drops": said.replace(last, "", 1),
            "doubles": f"{said} {last}",
            "renumbers": said.replace(last, f"[[{len(marks) + 3}]]", 1),
            "turns_round": " ".join(f"{WORDS[self.target]} [[{mark}]]" for mark in reversed(marks)),
            "invents": f"{said} 7",
            "unchanged": text,
            "markup": f"<script>alert()</script>{said}",
            "other_script": said.replace(WORDS[self.target], OTHER_WORDS[self.target]),
            "empty": "",
            "too_long": said + f" {WORDS[self.target]}" * 400,
        }
        return made.get(self.mode, said)


@contextmanager
def serving(translator: HostileTranslator) -> Iterator[str]:
    """Serve both contracts on a free port of this machine; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            translator.asked.append(asked)
            is_chat = self.path.endswith("/chat/completions")
            said = translator.answer(asked["messages"][-1]["content"] if is_chat else asked["q"])
            answer: object = {"choices": [{"message": {"content": said}}]} if is_chat else {"translatedText": said}
            body = json.dumps(answer).encode()
            if translator.mode == "slow":
                time.sleep(SLOW_SECONDS)
            if translator.mode == "not_json":
                body = b"<html>busy</html>"
            self.send_response(500 if translator.mode == "status" else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if translator.mode == "cut_off" else body)

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_request: None  # type: ignore[method-assign]  # who waited too long has hung up
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def known_here() -> object:
    """Return the names of the sentences, apart from those of the reference."""
    from landsea_core.translating.names import Name, Names

    both = {**PLACES, **GOODS}
    return Names([Name(key, {language: (word,) for language, word in said.items()}) for key, said in both.items()])


def try_all(each: int, modes: Sequence[str] = MODES, slow_each: int = 2) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Return how often each (contract and mode, what came of it) happened, and each broken translation that was shown."""
    from landsea.translating.programs import ChatEndpoint, LibreTranslate, NoAnswer
    from landsea.translating.writing_values import find_writing
    from landsea_core.translating.comparing import Fault
    from landsea_core.translating.marks import mark_values, put_values_back

    names: object = known_here()
    counts: Counter[tuple[str, str]] = Counter()
    broken: list[str] = []
    translator = HostileTranslator()
    with serving(translator) as address:
        programs = (LibreTranslate(address), ChatEndpoint(address, "", "imitation"))
        for source, target in PAIRS:
            translator.target = target
            for turn, sentence in enumerate(make_sentences(source, target, each)):
                marked = mark_values(sentence.text, source, names)  # type: ignore[arg-type]
                for mode in modes:
                    if mode == "slow" and turn >= slow_each:
                        continue
                    translator.mode = mode
                    program = programs[turn % 2]
                    try:
                        answer = program.translate(marked.text, source, target, ())
                        shown = put_values_back(marked, answer, target, names, find_writing(target))  # type: ignore[arg-type]
                    except NoAnswer:
                        shown = Fault.EMPTY
                    came = f"not shown: {shown}" if isinstance(shown, Fault) else "shown"
                    counts[mode, came] += 1
                    if not isinstance(shown, Fault) and (wrong := find_broken(sentence, shown)):
                        broken.append(f"{source}-{target} {mode}: {sentence.text} -> {shown}: {', '.join(wrong)}")
    return counts, broken


def main() -> int:
    """Try all and print the table; 1 when a broken value was shown."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.test")
    django.setup()
    from django.conf import settings

    settings.TRANSLATOR_SECONDS = SLOW_SECONDS / 2
    counts, broken = try_all(EACH)
    print(f"{EACH} sentences x {len(PAIRS)} pairs x {len(MODES)} programs, by both contracts in turn")
    for (mode, came), number in sorted(counts.items(), key=lambda one: (MODES.index(one[0][0]), one[0][1])):
        print(f"{mode:14} {came:26} {number:6}")
    print(f"broken values shown: {len(broken)}")
    print(*broken[:20], sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
