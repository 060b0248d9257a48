"""What is filed for members: from a checked form or a row, a case for each member or one joint case."""

from dataclasses import dataclass, replace

from landsea.associations.forms import JOINT, NEWS_TO_MEMBER
from landsea.cases.filing_plan import Filing
from landsea.cases.form_filing import make_filing
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import AssociationMember
from landsea.cases.understanding.meaning import Understood
from landsea_core.caseflow import Visibility


@dataclass(frozen=True)
class Sender:
    """The association that files, and the address of its clerk."""

    association: int
    name: str
    country: str
    address: str


def make_filings(
    cleaned: dict, understood: Understood, sender: Sender, *, language: str, form_key: str, evidence: dict | None = None
) -> list[Filing]:
    """Return what will be filed of a checked `AssociationFilingForm`: a case for each member, or one joint case.

    A case of its own takes the form's key, so that papers held for the form come with it; of several cases each has
    a key derived from it, so that the form sent twice files each of them once.
    """
    members = cleaned["members"]
    base = replace(
        make_filing(cleaned, understood, language=language, form_key=form_key, evidence=evidence),
        association=sender.association,
    )
    if len(members) == 1:
        return [make_filing_for_member(base, members[0], sender, cleaned["news"])]
    if cleaned["how"] == JOINT:
        joint = replace(
            base,
            party=sender.name,
            filer_country=sender.country,
            email=sender.address,
            joint_members=tuple(member.pk for member in members),
        )
        return [_without_names(joint)]
    return [
        replace(
            make_filing_for_member(base, member, sender, cleaned["news"]),
            form_key=MAILBOX_LINKS.secret_of(f"{form_key}:{member.pk}"),
        )
        for member in members
    ]


def make_filing_for_member(filing: Filing, member: AssociationMember, sender: Sender, news: str) -> Filing:
    """Return a filing in the name of one member, with what the register knows of it; mails go where `news` says."""
    return _without_names(
        replace(
            filing,
            association=sender.association,
            member=member.pk,
            party=member.party,
            name=member.contact_name,
            phone=member.phone,
            email=(member.email if news == NEWS_TO_MEMBER else "") or sender.address,
            filer_country=member.country,
            language=member.language,
            is_demo=member.is_demo,
        )
    )


def _without_names(filing: Filing) -> Filing:
    """Drop the names of a filing that nobody may trace; the association still finds it among its members' cases."""
    if filing.visibility is not Visibility.PSEUDONYMOUS:
        return filing
    return replace(filing, name="", party="", phone="")
