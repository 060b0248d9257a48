"""What the components take: plain frozen rows that any app fills from its own facts. No queries, no decisions here.

Times are aware datetimes; zones are tzinfo of the desk's place. Texts arrive translated. Fields that may be empty are
left out of the picture by the components, never shown as blanks.
"""

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Literal

StepState = Literal["done", "here", "ahead", "late", "paused"]
StateKind = Literal["open", "waits", "done", "silent"]
Audience = Literal["all", "offices", "ourselves"]


@dataclass(frozen=True)
class Step:
    """A step of a case. `at`: when it was done, or when it is due; `note`: why it waits or is late."""

    name: str
    state: StepState
    at: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class File:
    """A file that arrived; `size` in bytes; `note` is a sentence, for instance that a place was taken out of a photo.

    `receipt` is what a form that comes back sends again instead of the file.
    """

    name: str
    size: int
    kind: Literal["photo", "paper", "voice"] = "paper"
    url: str = ""
    note: str = ""
    receipt: str = ""


@dataclass(frozen=True)
class Text:
    """A text with the language it is in; `source` says who translated it, and is empty for an original."""

    text: str
    language: str
    source: str = ""


@dataclass(frozen=True)
class Citation:
    """A rule that a message cites, as it was then. `facts`: act, day, how sure; `changed` is a sentence when it says
    something else by now.
    """

    title: str
    url: str
    facts: str
    source: str
    source_url: str = ""
    changed: str = ""


@dataclass(frozen=True)
class Message:
    """A message of a case: to all sides, among offices, or a note to ourselves. The original comes first; only a
    sentence of the phrasebook stands in the reader's language (`in_book`), which is as official, with the original
    folded beneath it; so does a `translation`, which is not official. `kind` and `key` name what may be translated;
    `happened` says in the reader's language what was done with these words, which may be in another one.
    """

    audience: Audience
    sender: str
    at: datetime
    original: Text
    translation: Text | None = None
    files: tuple[File, ...] = ()
    role: str = ""
    cites: tuple[Citation, ...] = ()
    in_book: Text | None = None
    kind: str = ""
    key: str = ""
    happened: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a desk was found (`speaks_for`), or what speaks against it."""

    sentence: str
    speaks_for: bool = True


@dataclass(frozen=True)
class DeskCard:
    """A desk as anyone may see it.

    `open_now` None: its hours are not known. `open_words` say it in words ("open until 17:30", "closed; opens Mon
    08:30"). `answering` says that nobody is here yet, or that it answers by mail only; `freshness` how trusted its best
    contact is: each a state kind with its sentence. `record` is the sentence on how it answers, hidden below ten cases by
    whoever fills this. `page` is its page's kind and code, as the form that writes to it takes them (`page_subjects.py`).
    """

    name: str
    zone: tzinfo
    place: str
    own_name: str = ""
    own_language: str = ""
    office: str = ""
    url: str = ""
    page: str = ""
    open_now: bool | None = None
    open_words: str = ""
    answers_for: tuple[str, ...] = ()
    languages: str = ""
    answering: tuple[StateKind, str] | None = None
    freshness: tuple[StateKind, str] | None = None
    record: str = ""
    prepare: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class QueueRow:
    """A case in a queue. `due` None: nothing is due (closed, or the clock pauses, which `step` then says). `title` says in the
    reader's language what it is about, `own_words` stand beneath it in the filer's; where too little was understood for that,
    the title is the filer's, which `title_language` then names. `clock_at` is where `zone` is the time; empty: at `place`.
    """

    url: str
    reference: str
    title: str
    step: str
    kind: StateKind
    due: datetime | None = None
    zone: tzinfo | None = None
    place: str = ""
    goods: str = ""
    sender: str = ""
    lane: Literal["normal", "border-urgent"] = "normal"
    title_language: str = ""
    own_words: str = ""
    own_language: str = ""
    waits_for: str = ""
    clock_at: str = ""


@dataclass(frozen=True)
class Chip:
    """Something that was understood. `change_url` leads to the question; `field` and `value` go with the form."""

    kind: str
    words: str
    field: str = ""
    value: str = ""
    change_url: str = ""


@dataclass(frozen=True)
class Tab:
    """A tab, which is a link with an address of its own. `count` None: no number is shown; `apart`: it begins a group."""

    words: str
    url: str
    current: bool = False
    count: int | None = None
    apart: bool = False


@dataclass(frozen=True)
class Pages:
    """Where a list stands: rows `first` to `last` of `total` (None: not counted, the list is long)."""

    first: int
    last: int
    total: int | None = None
    before_url: str = ""
    after_url: str = ""


@dataclass(frozen=True)
class Choice:
    """One of the large doors of a page; `symbol` is an id of symbols.svg."""

    words: str
    url: str
    symbol: str
    help: str = ""


@dataclass(frozen=True)
class Filter:
    """A word of the filter sentence: a list of (value, words) with the chosen value."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    chosen: str = ""
