"""The mark of what a demonstration invented: a word behind each row and figure that stands on it, on pages, in mails, calendars
and files, so that nobody takes an invented record for that of a real office. Rows of data carry a field `demo` instead.
"""

from django.utils.translation import get_language, gettext, override


def mark_demo(words: str, is_demo: bool, language: str | None = None) -> str:
    """Return the words, with the mark behind them when they tell of something invented. `language`: of the reader, else that
    of the page.
    """
    if not is_demo:
        return words
    with override(language or get_language()):
        return gettext("%(words)s (demo)") % {"words": words}
