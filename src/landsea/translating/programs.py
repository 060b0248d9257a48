"""Programs that translate: LibreTranslate's HTTP contract, and endpoints that talk like OpenAI's chat. None until an operator
sets one (LANDSEA_TRANSLATOR); nothing is sent to it but what somebody pressed for.

What it gets has marks in place of all values (`landsea_core.translating.marks`), so it learns no plate and no number.
"""

import http.client
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.conf import settings

from landsea.base.outgoing.public_network import NotAllowed, ask_server

MOST_ANSWERED = 200_000
LONGEST_NAME = 80
"""As `TextTranslation.program`."""
ENGLISH_NAMES = {
    "en": "English",
    "zh": "Simplified Chinese",
    "vi": "Vietnamese",
    "lo": "Lao",
    "th": "Thai",
    "km": "Khmer",
    "my": "Burmese",
    "id": "Indonesian",
    "ms": "Malay",
    "fil": "Filipino",
}
_OTHER_CODES = {"fil": "tl"}
_TASK = (
    "You translate one message of a government office from {source} to {target}. Answer with the translation alone. "
    "Copy each mark such as [[1]] exactly once, where its value belongs, and write no other digits. Use these terms:\n{terms}"
)


class NoAnswer(Exception):
    """The program did not answer as its contract says; the message says what happened, for the operator."""


class TranslatingProgram(Protocol):
    """A program that translates a text with marks. `name` is what readers are told."""

    name: str

    def translate(self, text: str, source: str, target: str, terms: Sequence[tuple[str, str]]) -> str:
        """Return the text in the target language. Raises NoAnswer."""
        ...


def find_program() -> TranslatingProgram | None:
    """Return the program that the operator set; None without one."""
    if not settings.TRANSLATOR or not settings.TRANSLATOR_URL:
        return None
    if settings.TRANSLATOR == "libretranslate":
        return LibreTranslate(settings.TRANSLATOR_URL, settings.TRANSLATOR_KEY)
    return ChatEndpoint(settings.TRANSLATOR_URL, settings.TRANSLATOR_KEY, settings.TRANSLATOR_MODEL)


@dataclass(frozen=True)
class LibreTranslate:
    """A server of LibreTranslate: POST /translate with q, source, target, format and perhaps api_key."""

    url: str
    key: str = ""
    name: str = "LibreTranslate"

    def translate(self, text: str, source: str, target: str, terms: Sequence[tuple[str, str]]) -> str:
        """Return the text in the target language; this contract takes no terms. Raises NoAnswer."""
        asked: dict[str, Any] = {
            "q": text,
            "source": _OTHER_CODES.get(source, source),
            "target": _OTHER_CODES.get(target, target),
            "format": "text",
        }
        answer = _post(f"{self.url.rstrip('/')}/translate", asked | ({"api_key": self.key} if self.key else {}), {})
        return _text_at(answer, "translatedText")


@dataclass(frozen=True)
class ChatEndpoint:
    """A server that talks like OpenAI's chat completions: POST /chat/completions with a model and messages."""

    url: str
    key: str
    model: str

    @property
    def name(self) -> str:
        """The model, as far as a row has room for it: some are called by the path of a file."""
        return self.model[-LONGEST_NAME:] or "chat model"

    def translate(self, text: str, source: str, target: str, terms: Sequence[tuple[str, str]]) -> str:
        """Return the text in the target language, made with these terms (source, target). Raises NoAnswer."""
        lines = "\n".join(f"{one} = {other}" for one, other in terms) or "-"
        task = _TASK.format(source=ENGLISH_NAMES[source], target=ENGLISH_NAMES[target], terms=lines)
        asked = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": task}, {"role": "user", "content": text}],
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        answer = _post(f"{self.url.rstrip('/')}/chat/completions", asked, headers)
        return _text_at(answer, "choices", 0, "message", "content")


def _post(url: str, asked: Mapping[str, Any], headers: Mapping[str, str]) -> Any:
    body = json.dumps(asked, ensure_ascii=False).encode()
    try:
        answer = ask_server(
            "POST",
            url,
            body,
            {"Content-Type": "application/json", "Accept": "application/json", **headers},
            private_too=True,
            most=MOST_ANSWERED,
            seconds=settings.TRANSLATOR_SECONDS,
        )
        if answer.status != http.client.OK:
            raise NoAnswer(f"status {answer.status}")
        return json.loads(answer.body)
    except (NotAllowed, OSError, http.client.HTTPException, ValueError, RecursionError) as problem:
        raise NoAnswer(type(problem).__name__) from problem


def _text_at(answer: Any, *path: str | int) -> str:
    """Return the text at a path of an answer; raises NoAnswer where there is none."""
    try:
        for step in path:
            answer = answer[step]
    except (KeyError, IndexError, TypeError) as problem:
        raise NoAnswer("no text in the answer") from problem
    if not isinstance(answer, str) or "\0" in answer:
        raise NoAnswer("no text in the answer")
    return answer
