"""The only reads of cases for people. Every list, page, file, feed, count and search goes through here.

`rights` says who sees a case, `inside` what of it, `by_secret` what opens for filers without an account, `by_answer_link` what
opens for a desk without one, `news` what came since a moment.
"""

from landsea.cases.access.by_secret import held_for, link_with_secret, words_filed_with
from landsea.cases.access.inside import (
    files_for,
    has_address,
    has_opened,
    identity_for,
    involvements_of,
    joint_members_of,
    last_answers,
    linked_cases,
    may_name_filer,
    may_open_filer,
    messages_for,
    names_behind,
    redactions_of,
    running_of,
    running_step_of,
    steps_of,
    thread_of,
    visible_kinds,
)
from landsea.cases.access.news import News, news_since
from landsea.cases.access.rights import (
    ACTS_BY_LINK,
    ARRANGED_BY_LINK,
    PHRASES_BY_LINK,
    Need,
    answers_by_link,
    case_for,
    cases_for_agenda,
    is_consulted,
    needs_met,
    side_of,
    visible_cases,
)

__all__ = [
    "ACTS_BY_LINK",
    "ARRANGED_BY_LINK",
    "PHRASES_BY_LINK",
    "Need",
    "News",
    "answers_by_link",
    "case_for",
    "cases_for_agenda",
    "files_for",
    "has_address",
    "has_opened",
    "held_for",
    "identity_for",
    "involvements_of",
    "is_consulted",
    "joint_members_of",
    "last_answers",
    "link_with_secret",
    "linked_cases",
    "may_name_filer",
    "may_open_filer",
    "messages_for",
    "names_behind",
    "needs_met",
    "news_since",
    "redactions_of",
    "running_of",
    "running_step_of",
    "side_of",
    "steps_of",
    "thread_of",
    "visible_cases",
    "visible_kinds",
    "words_filed_with",
]
