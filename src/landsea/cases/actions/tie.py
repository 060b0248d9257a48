"""How the coordinator ties cases together: link, merge (the same filer filed twice), split."""

from dataclasses import replace

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.access import Need, find_case
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.classify import refuse_unknown
from landsea.cases.actions.file import file_case
from landsea.cases.actions.move import end_step
from landsea.cases.actions.office import needs_words
from landsea.cases.actions.open_act import open_act
from landsea.cases.filing_plan import Filing
from landsea.cases.models import Case, CaseFile, CaseLink, FilerIdentity, FilerLink, Message
from landsea.cases.models.involvement import CaseLinkKind
from landsea_core.caseflow import Act, Lane, State, Visibility


def link_cases(actor, ref: str, other_ref: str, note: str = "", *, now, key: str = "") -> Case:
    """Note that two cases belong together; each shows the other to those who may see both."""
    with open_act(actor, ref, "link", now=now, need=Need.COORDINATE, key=key) as work:
        other = _other_case(actor, work, other_ref)
        _, fresh = CaseLink.objects.get_or_create(
            case=work.case, other=other, kind=CaseLinkKind.RELATED, defaults={"note": note[:300], "created_at": now}
        )
        if not fresh:
            raise Refused("linked", gettext("These two cases are linked already."))
        work.facts["other"] = other.pk
    return work.case


def merge_cases(actor, ref: str, into_ref: str, *, now, key: str = "", seen_version=None) -> Case:
    """Merge a case into another one of the same filer; its words, papers and secret link go over, then it is closed.

    Both rows are locked in the order of their ids. Cases of different filers are never merged, since each would read
    the other's words: link them instead.
    """
    with open_act(actor, ref, "merge", now=now, need=Need.COORDINATE, key=key, seen_version=seen_version) as work:
        case = work.case
        if case.state == State.CLOSED:
            raise Refused("case_closed", gettext("This case is closed; there is nothing left to merge."))
        main = _other_case(actor, work, into_ref, lock=True)
        if main.state == State.CLOSED:
            raise Refused("main_closed", gettext("The other case is closed. Reopen it first, or link the two."))
        if not has_same_filer(case, main):
            raise Refused(
                "two_filers", gettext("These cases are from different filers, who may not read each other. Link them.")
            )
        Message.objects.create(
            case=main, kind="all", side="filer", act="merge", body=case.text, language=case.language, created_at=now
        )
        Message.objects.filter(case=case).update(case=main)
        CaseFile.objects.filter(case=case).update(case=main)
        FilerLink.objects.filter(case=case).update(case=main)
        CaseLink.objects.get_or_create(
            case=case, other=main, kind=CaseLinkKind.MERGED_INTO, defaults={"created_at": now}
        )
        end_step(work, Act.WITHDRAW)
        work.change(
            state=State.CLOSED.value,
            step="",
            closed_at=now,
            merged_into=main,
            silent_since=None,
            called="",
            proposed_outcome="",
        )
        work.facts["into"] = main.pk
    return work.case


def has_same_filer(one: Case, other: Case) -> bool:
    """True when both cases come from the same association's member, or from the same address with equal visibility."""
    if one.association_id or other.association_id:
        return one.association_id == other.association_id and one.member_id == other.member_id
    if one.visibility != other.visibility:
        return False
    emails = list(FilerIdentity.objects.filter(case__in=[one, other]).values_list("email", flat=True))
    return len(emails) == 2 and bool(emails[0]) and emails[0].lower() == emails[1].lower()


def split_case(actor, ref: str, text: str, desk_topic: dict, *, now, key: str = "") -> Case:
    """Split a part off as a case of its own, from the same filer; return the new case.

    `desk_topic` may change topic, matter, country, place_code, hs or goods for the new part; the rest stays.
    """
    with open_act(actor, ref, "split", now=now, need=Need.COORDINATE, key=key) as work:
        text = needs_words(text, gettext("Write the part that becomes a case of its own."))
        refuse_unknown(desk_topic)
        part = file_case(replace(make_filing(work.case), text=text, **desk_topic), actor=actor, now=now).case
        CaseLink.objects.create(case=part, other=work.case, kind=CaseLinkKind.SPLIT_FROM, created_at=now)
        work.facts["part"] = part.pk
    return part


def make_filing(case: Case) -> Filing:
    """Return a case as it would be filed again."""
    identity = FilerIdentity.objects.filter(case=case).first() or FilerIdentity()
    return Filing(
        text=case.text,
        visibility=Visibility(case.visibility),
        lane=Lane(case.lane),
        language=case.language,
        place_code=case.place_id or "",
        place_text=case.place_text,
        country=case.country,
        filer_country=case.filer_country,
        goods=case.goods,
        hs=case.hs,
        topic=case.topic,
        matter=case.matter,
        direction=case.direction,
        lane_reason=case.lane_reason,
        about_page=case.about_page,
        happened_on=case.happened_on,
        name=identity.name,
        party=identity.party,
        email=identity.email,
        phone=identity.phone,
        association=case.association_id,
        member=case.member_id,
        is_demo=case.is_demo,
    )


def _other_case(actor, work: Work, ref: str, *, lock: bool = False) -> Case:
    if ref.strip().upper() == work.case.ref:
        raise Refused("itself", gettext("Name the other case, not this one."))
    from django.http import Http404

    try:
        return find_case(actor, ref.strip(), lock=lock)
    except Http404:
        raise Refused(
            "no_such_case", gettext("There is no case with this number. It looks like LS-2026-000123.")
        ) from None
