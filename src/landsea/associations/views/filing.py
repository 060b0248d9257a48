"""Filing for members by hand: one member, several with a case each, or one joint case; check, then send."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from landsea.associations import access as association_access
from landsea.associations.actions.file_for_members import file_for_members as file_them
from landsea.associations.forms import (
    NEWS_TO_US,
    ONE_EACH,
    AssociationFilingForm,
)
from landsea.associations.member_filings import make_filings
from landsea.associations.views.pages import (
    find_sender,
    give_association,
    name_clock_place,
    page_context,
)
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.file import make_form_key
from landsea.cases.filing_plan import Filing
from landsea.cases.forms import FORM_KEY
from landsea.cases.presenters import find_zone, name_desk
from landsea.cases.understanding.chips import make_chips, make_plain_chips
from landsea.cases.understanding.filing_review import Review, list_doubts, review_of
from landsea.cases.understanding.meaning import understand_filing
from landsea.cases.understanding.suggestions import note_evidence, suggest_from_text
from landsea_core.caseflow import Visibility


@dataclass(frozen=True)
class Group:
    """Members of one country, whose cases go the same way, and the review of that."""

    members: list[str]
    review: Review


@door("association")
@require_http_methods(["GET", "HEAD", "POST"])
@give_association
def file_for_members(request, association):
    """Show the form; check it (`action=check`); send it (`action=send`), if it is what was checked (`checked`)."""
    members = list(association_access.list_members(request.actor, association.pk))
    if request.method != "POST":
        initial = {
            "key": make_form_key(),
            "lane": "normal",
            "visibility": "named",
            "how": ONE_EACH,
            "news": NEWS_TO_US,
            "members": request.GET.getlist("member"),
        }
        form = AssociationFilingForm(initial=initial, members=members)
        return _filing_page(request, association, form, members)
    data = request.POST.copy()
    if not FORM_KEY.fullmatch(data.get("key", "")):
        data["key"] = make_form_key()
    form = AssociationFilingForm(data, members=members)
    if not form.is_valid():
        return _filing_page(request, association, form, members)
    understood = understand_filing(form.cleaned_data)
    filings = make_filings(
        form.cleaned_data,
        understood,
        find_sender(request, association),
        language=get_language() or settings.LANGUAGE_CODE,
        form_key=data["key"],
        evidence=note_evidence(form.cleaned_data, understood),
    )
    checked = compute_digest(repr(filings))
    changed = data.get("action") == "send" and data.get("checked") != checked
    if data.get("action") == "send" and not changed:
        try:
            filed = file_them(request.actor, association.pk, filings, now=timezone.now())
        except Refused as refused:
            form.add_error("members", refused.sentence)
        else:
            query = urlencode({"association": association.code, "case": [one.case.ref for one in filed]}, doseq=True)
            return HttpResponseRedirect(f"{reverse('association_filed')}?{query}")
    more = {"checked": checked, "changed": changed}
    return _filing_page(request, association, form, members, understood, filings, **more)


@door("association")
@require_safe
@give_association
def show_filed(request, association):
    """What was filed: the numbers, who has each case, what is due next."""
    cases = association_access.find_cases_with_refs(request.actor, request.GET.getlist("case"))
    rows = [
        {
            "case": case,
            "desk": name_desk(case.desk),
            "zone": find_zone(case),
            "clock_at": name_clock_place(case.desk),
            "member": case.member.party if case.member else "",
        }
        for case in cases
    ]
    context = page_context(request, association, "association_file") | {"rows": rows, "now": timezone.now()}
    return render(request, "associations/filed.html", context)


def _filing_page(request, association, form, members, understood=None, filings=(), **more):
    language, now = get_language() or settings.LANGUAGE_CODE, timezone.now()
    context = page_context(request, association, "association_file") | more
    context |= {"form": form, "members": members, "now": now}
    if understood:
        typed = form.cleaned_data
        context |= {
            "chips": make_plain_chips(
                make_chips(typed["text"], understood, suggest_from_text(typed, understood), language)
            ),
            "doubts": list_doubts(understood, language),
            "groups": _grouped_reviews(filings, {one.pk: one.party for one in members}, now, language),
            "knows": _who_knows(filings[0]),
            "total": len(filings),
            "joint": bool(filings[0].joint_members),
        }
    return render(request, "associations/file.html", context, status=422 if form.errors else 200)


def _grouped_reviews(filings: list[Filing], parties: dict[int, str], now, language: str) -> list[Group]:
    """Return the reviews by the country of the members: it can decide on the desk, and on the diplomats who read along."""
    groups: dict[str, Group] = {}
    for filing in filings:
        if filing.filer_country not in groups:
            groups[filing.filer_country] = Group([], review_of(filing, now, language))
        named = filing.joint_members or (filing.member,)
        groups[filing.filer_country].members.extend(parties[key] for key in named if key in parties)
    return list(groups.values())


def _who_knows(filing: Filing) -> list[str]:
    """Return, in sentences, who will know for whom the association files."""
    if filing.visibility is Visibility.NAMED:
        return [gettext("All of them see which member it is, with the contact that your register holds.")]
    words = gettext("Your words are shown as they are: leave out what gives the member away.")
    if filing.visibility is Visibility.COORDINATOR_ONLY:
        return [gettext("Only the coordinator sees which member it is."), words]
    return [gettext("Nobody outside your association sees which member it is."), words]
