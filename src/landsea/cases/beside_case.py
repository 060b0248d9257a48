"""What lies beside a locked case that acts ask for, read by one statement: whom to tell of the filer's side, which desks are
consulted, which links answer the case, and where its chain of acts ends.

Under the lock nobody else changes any of it. What an act itself writes at once (most wait for its end) is not seen here.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landsea.base.audit.actions.append import END, ChainEnd
from landsea.base.planned_once import open_planned_cursor
from landsea.cases.audit_stream import name_stream_of_id

BESIDE = f"""
SELECT filer.email, link.nonce, last.position, last.digest,
  ARRAY(SELECT desk_id FROM cases_involvement WHERE case_id = one.id AND kind = 'consulted' AND until IS NULL),
  (SELECT json_agg(json_build_array(contact_id, address, nonce, created_at) ORDER BY id DESC)
   FROM cases_answerlink WHERE case_id = one.id AND revoked_at IS NULL)
FROM (SELECT %(case)s::bigint AS id) one
LEFT JOIN cases_fileridentity filer ON filer.case_id = one.id
LEFT JOIN LATERAL (SELECT nonce FROM cases_filerlink WHERE case_id = one.id AND revoked_at IS NULL
                   ORDER BY id DESC LIMIT 1) link ON true
LEFT JOIN LATERAL ({END}) last ON true
"""


@dataclass(frozen=True)
class LiveLink:
    """A link by which a confirmed address answers a case."""

    contact_id: int
    address: str
    nonce: UUID
    created_at: datetime


@dataclass(frozen=True)
class Beside:
    """What lies beside one case: the filer's address (empty: none was left) and the nonce of their newest live link; ids of
    the desks consulted now; live answer links, the newest first; the end of its chain, None where it has not begun.
    """

    email: str
    nonce: UUID | None
    consulted: frozenset[int]
    links: tuple[LiveLink, ...]
    chain_end: ChainEnd | None

    def link_for(self, contact_id: int, address: str, since: datetime) -> UUID | None:
        """Return the nonce of the newest link that this address was sent since then (aware), or None."""
        for link in self.links:
            if (link.contact_id, link.address) == (contact_id, address) and link.created_at >= since:
                return link.nonce
        return None


def read_beside(case_id: int) -> Beside:
    """Return what lies beside a case, as it is now."""
    with open_planned_cursor() as cursor:
        cursor.execute(BESIDE, {"case": case_id, "stream": name_stream_of_id(case_id)})
        email, nonce, position, digest, consulted, links = cursor.fetchone()
    return Beside(
        email or "",
        nonce,
        frozenset(consulted),
        tuple(
            LiveLink(contact, address, UUID(made), datetime.fromisoformat(at))
            for contact, address, made, at in _as_list(links)
        ),
        (position, digest) if position else None,
    )


def _as_list(value: Sequence | str | None) -> Sequence:
    """Return a JSON column as a list, whether or not the driver has unpacked it."""
    return json.loads(value) if isinstance(value, str) else value or ()
