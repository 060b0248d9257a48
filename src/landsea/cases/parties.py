"""Telling the parties behind cases apart without naming them: keys of an address, a firm, a member, an account, each a
digest with the installation's key. Whoever counts parties gets keys and never a name.
"""

from collections import defaultdict
from collections.abc import Collection

from django.utils.crypto import salted_hmac

from landsea.cases.models import Case, JointMember
from landsea_core.text import fold_spelling


def find_party_keys(case_ids: Collection[int]) -> dict[int, list[frozenset[str]]]:
    """Return, by case id, the keys of each party behind it: one set for a case of one party, one for each member of a
    joint case. A case without address and firm has one empty set.

    An association's cases are those of its members: the clerk's own address tells nobody apart.
    """
    rows = Case.objects.filter(pk__in=case_ids).values_list(
        "pk",
        "association_id",
        "is_joint",
        "member_id",
        "member__party",
        "filed_by_id",
        "identity__email",
        "identity__party",
    )
    joint = _joint_members([row[0] for row in rows if row[2]])
    found: dict[int, list[frozenset[str]]] = {}
    for case_id, association, is_joint, member, member_party, user, email, party in rows:
        if is_joint and joint[case_id]:
            found[case_id] = [_keys_of_party(member=one, party=name) for one, name in joint[case_id]]
        elif association:
            found[case_id] = [_keys_of_party(member=member, party=member_party)]
        else:
            found[case_id] = [_keys_of_party(user=user, email=email, party=party)]
    return found


def _joint_members(case_ids: list[int]) -> dict[int, list[tuple[int, str]]]:
    members: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = JointMember.objects.filter(case_id__in=case_ids).values_list("case_id", "member_id", "member__party")
    for case_id, member, party in rows:
        members[case_id].append((member, party))
    return members


def _keys_of_party(
    *, member: int | None = None, user: int | None = None, email: str | None = "", party: str | None = ""
) -> frozenset:
    told = {
        "member": str(member or ""),
        "user": str(user or ""),
        "mail": _plain_address(email or ""),
        "firm": "".join(fold_spelling(party or "").split()),
    }
    return frozenset(
        salted_hmac("landsea.party", f"{kind}:{value}").hexdigest() for kind, value in told.items() if value
    )


def _plain_address(email: str) -> str:
    """`Demo+17@Example.org` and `demo@example.org` reach one person."""
    local, _, domain = email.strip().lower().rpartition("@")
    return f"{local.split('+')[0]}@{domain}" if local and domain else ""
