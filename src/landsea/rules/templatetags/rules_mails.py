"""Words and addresses in mails about rules. Facts of a delivery go in as plain values, text comes out."""

from datetime import date

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from landsea.base.ui import times
from landsea.rules import access
from landsea.rules.labels import change_words
from landsea.rules.mapping import find_why_withdrawn, read_changes
from landsea.rules.rule_translations import choose_words_for_reader
from landsea.rules.watch_links import PAGE_LINKS

register = template.Library()


@register.simple_tag
def watch_link(pk: int) -> str:
    """Return the address of a watch's page in the language of the mail; empty when it has ended."""
    watch = access.watch_facts(pk) if pk else None
    if watch is None:
        return ""
    path = reverse("watch", args=[PAGE_LINKS.secret_of(watch.nonce)])
    return f"{settings.PUBLIC_ADDRESS}{path}?lang={get_language()}"


@register.simple_tag
def answer_link(versions: list[int]) -> str:
    """Return the address where a desk answers the cases that a change touches."""
    return settings.PUBLIC_ADDRESS + reverse("answer_cases", args=[versions[0]])


@register.simple_tag
def watch_names(pks: list[int]) -> str:
    """Return what their keeper called the watches."""
    found = (access.watch_facts(pk) for pk in pks)
    return "; ".join(watch.name for watch in found if watch and watch.name)


@register.simple_tag
def rule_titles(pks: list[int]) -> str:
    """Return the titles of the measures of these versions."""
    access.read_published_book()  # brings the words that editors published since this process last looked
    return "; ".join(choose_words_for_reader(version.row["title"]) for version in access.find_versions(pks))


@register.simple_tag
def rule_title(pk: int) -> str:
    """Return the title of the measure of this version."""
    return rule_titles([pk])


@register.simple_tag
def withdrawn_because(pk: int) -> str:
    """Why a version was withdrawn, in the editor's words, and the address of the measure."""
    (version,) = access.find_versions([pk])
    return "\n".join(
        [find_why_withdrawn(version), "", settings.PUBLIC_ADDRESS + reverse("measure", args=[version.measure.code])]
    )


@register.simple_tag
def rule_changes(pks: list[int]) -> str:
    """Return what changed, measure by measure, with the address of each and its source."""
    lines = []
    access.read_published_book()
    for version in access.find_versions(pks):
        lines += [f"{choose_words_for_reader(version.row['title'])} ({version.row['legal_act']})"]
        lines += [f"- {change_words(change)}" for change in read_changes(version)]
        lines += [settings.PUBLIC_ADDRESS + reverse("measure", args=[version.measure.code]), ""]
    return "\n".join(lines)


@register.simple_tag
def cited_rules(cites: list) -> str:
    """Return the rules that an answer cites, each with act, start and address; empty when it cites none."""
    found = access.find_cited_versions(tuple(one) for one in cites or ())
    lines = []
    for one in found.values():
        row = one.version.row
        begins = row["life"].get("in_force", "")
        lines.append(f"- {choose_words_for_reader(row['title'])} ({row['legal_act']}{f', {begins}' if begins else ''})")
        lines.append(f"  {settings.PUBLIC_ADDRESS}{reverse('measure', args=[one.version.measure.code])}")
    return "\n".join(lines)


@register.simple_tag
def day_words(day: str) -> str:
    """Return a day in words."""
    return times.date_words(date.fromisoformat(day), get_language() or "en")
