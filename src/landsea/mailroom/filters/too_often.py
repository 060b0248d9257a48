"""The last net: does a case receive so many mails of one person, or is it reopened by mail so often, that a loop is likely?

>>> from landsea.mailroom.filters.letter import make_letter
>>> hold_too_often(make_letter(lately=20)).code
'too_often'
>>> hold_too_often(make_letter(is_closed=True, reopened=2)).code
'reopened_often'
>>> hold_too_often(make_letter(is_closed=True, reopened=1)) is None
True
"""

from landsea.mailroom.filters.letter import Letter, Verdict, Way
from landsea_core.sentences import Sentence

MOST_IN_AN_HOUR = 20
MOST_REOPENED = 2


def hold_too_often(one: Letter) -> Verdict | None:
    """Hold the mail over the limit; a person decides whether somebody means it."""
    if one.lately >= MOST_IN_AN_HOUR:
        why = Sentence("%(count)s mails of this sender were done within the hour.", count=one.lately)
        return Verdict(Way.HELD, "too_often", (why,))
    if one.is_closed and one.reopened >= MOST_REOPENED:
        why = Sentence("This case was opened again by mail %(count)s times.", count=one.reopened)
        return Verdict(Way.HELD, "reopened_often", (why,))
    return None
