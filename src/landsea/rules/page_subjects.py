"""What a rule's page is about, for the form that files a problem with it: the country that made it, and its goods if it is
about one kind.
"""

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.ui.countries import CORRIDOR
from landsea.base.ui.page_subjects import PageSubject, find_only_goods, page_kind
from landsea.rules import access
from landsea.rules.rule_translations import choose_words_for_reader
from landsea_core.text.default_reader import find_goods_name


@page_kind("rule")
def read_rule(code: str) -> PageSubject:
    """Return a rule that is published, or was, by its code."""
    rule = access.find_measure(code)
    only = find_only_goods(rule.scope.hs)
    name = find_goods_name(only, get_language() or "en") if only else ""
    return PageSubject(
        gettext("Rule: %(title)s") % {"title": choose_words_for_reader(rule.title)},
        reverse("measure", args=[rule.code]),
        country=rule.country if rule.country in CORRIDOR else "",
        goods=f"{name} {only}".strip(),
        reads=rule.title,
    )
