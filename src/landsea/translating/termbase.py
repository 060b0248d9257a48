"""The termbase of this installation: the file of the checkout, read once in a process."""

from collections.abc import Sequence

from landsea.base.kept import Kept
from landsea_core.termbase import Term, read_terms
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.translating.names import Name, Names

_kept = Kept(unchanging=True)
FILE = "terms/terms.jsonl"


def load_terms() -> Sequence[Term]:
    """Return the terms in the order of the file."""
    return _kept.get("terms", lambda: read_terms(find_default_data_folder() / FILE))


def write_terms_as_names() -> Names:
    """Return the terms as names that are found in texts, for a program that is told to use them."""
    return _kept.get(
        "names",
        lambda: Names(
            Name(f"terms:{term.code}", {language: (word,) for language, word in term.names.items()})
            for term in load_terms()
        ),
    )
