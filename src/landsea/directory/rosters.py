"""The people of a desk as the core's roster takes them: chain, shifts, leaves, quiet hours, read by one query for any number
of desks. For the platform's own use: names and addresses are in it, so no page shows it without asking `access` first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.db import connection

from landsea.directory.shift_mapping import leave_between, make_repeating_shift, make_single_shift
from landsea_core.clock import DeskChain, Leave, QuietHours, Shift

ROWS = """
SELECT d.id,
  (SELECT json_agg(json_build_array(a.role, u.id, u.name, u.email, u.language) ORDER BY a.id)
   FROM (SELECT id, role, user_id FROM directory_appointment
         WHERE desk_id = d.id AND starts_at <= %(since)s AND (ends_at IS NULL OR ends_at > %(since)s)
         UNION ALL
         SELECT id, role, user_id FROM directory_appointment
         WHERE office_id = d.office_id AND role = 'head' AND starts_at <= %(since)s
           AND (ends_at IS NULL OR ends_at > %(since)s)) a
   JOIN accounts_user u ON u.id = a.user_id AND u.is_active),
  (SELECT json_agg(json_build_array(c.id, c.user_id, c.name, c.email, c.part, c.quiet_from, c.quiet_until,
       (SELECT e.kind FROM directory_evidence e
        WHERE e.contact_id = c.id AND e.kind IN ('confirmed', 'answered', 'changed', 'bounced') AND e.at <= %(since)s
        ORDER BY e.at DESC, e.kind = 'bounced' DESC, e.id DESC LIMIT 1) = 'bounced') ORDER BY c.id)
   FROM directory_contact c WHERE c.desk_id = d.id AND c.ended_at IS NULL),
  (SELECT json_agg(json_build_array(l.user_id, l.first_day, l.last_day, l.stand_in_id))
   FROM (SELECT user_id FROM directory_appointment WHERE desk_id = d.id
         UNION SELECT user_id FROM directory_appointment WHERE office_id = d.office_id AND role = 'head'
         UNION SELECT user_id FROM directory_contact WHERE desk_id = d.id) p
   JOIN directory_leave l ON l.user_id = p.user_id AND l.last_day >= %(first)s AND l.first_day <= %(last)s),
  (SELECT json_agg(json_build_array(s.contact_id, extract(epoch FROM s.starts_at), extract(epoch FROM s.ends_at)))
   FROM directory_dutyshift s WHERE s.desk_id = d.id AND s.ends_at > %(since)s AND s.starts_at <= %(until)s),
  (SELECT json_agg(json_build_array(r.contact_id, r.first_day, r.begins, r.days, r.ends, r.every_weeks, r.until))
   FROM directory_rotaturn r WHERE r.desk_id = d.id)
FROM directory_desk d WHERE d.id = ANY(%(desks)s)
"""


@dataclass(frozen=True)
class Person:
    """Somebody of a desk. `user_id` is None for a contact without an account, `contact_id` for an account without a
    contact at this desk (a head, say).
    """

    key: str
    name: str
    email: str
    language: str = "en"
    user_id: int | None = None
    contact_id: int | None = None


@dataclass(frozen=True)
class Roster:
    """What the core needs to say who of a desk is reachable. People are known by their keys; `bounced` are those whose
    mail came back when last heard of; `has_duty` says that somebody ever has duty here.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    parts: Mapping[str, list[str]] = field(default_factory=dict)
    shifts: tuple[Shift, ...] = ()
    leaves: tuple[Leave, ...] = ()
    stand_ins: Mapping[Leave, str] = field(default_factory=dict)
    quiet_hours: tuple[QuietHours, ...] = ()
    bounced: frozenset[str] = frozenset()
    has_duty: bool = False

    def chain(self, at: datetime) -> DeskChain:
        """Return the chain as it is at `at` (aware). Of several holders (deputies, heads) the core gets the first who is
        here, else the first; a stand-in that an absent holder named comes before the other deputies. Whose mail comes
        back is nobody.
        """
        absent = [leave for leave in self.leaves if leave.covers(at)]
        away = {leave.person for leave in absent}
        holders = set(self.parts.get("holder", ()))
        named = {self.stand_ins[leave] for leave in absent if leave.person in holders and leave in self.stand_ins}

        def best(part: str) -> str | None:
            there = [key for key in self.parts.get(part, ()) if key not in self.bounced]
            return min(there, key=lambda key: (key in away, key not in named, there.index(key)), default=None)

        return DeskChain(best("holder"), best("deputy"), best("head"))


def read_rosters(desks: Iterable, since: datetime, until: datetime | None = None) -> dict[int, Roster]:
    """Return the rosters of these desks (with office) by id, for the time from `since` to `until` (aware; default: just
    that instant). Appointments and bounces are those of `since`. One query.
    """
    by_id = {desk.pk: desk for desk in desks}
    until = until or since
    day = timedelta(days=1)  # a day of the office's zone may begin before or end after that of UTC
    values = {
        "desks": list(by_id),
        "since": since,
        "until": until,
        "first": (since.astimezone(UTC) - day).date(),
        "last": (until.astimezone(UTC) + day).date(),
    }
    with connection.cursor() as cursor:
        cursor.execute(ROWS, values)
        rows = cursor.fetchall()
    return {pk: _build_roster(by_id[pk].office.time_zone, *(part or () for part in parts)) for pk, *parts in rows}


def _build_roster(zone: str, appointments, contacts, leaves, shifts, rota) -> Roster:
    people: dict[str, Person] = {}
    key_of_contact: dict[int, str] = {}
    reached: dict[str, bool] = {}
    parts: dict[str, list[str]] = {"holder": [], "deputy": [], "head": []}
    contact_of_user = {user_id: pk for pk, user_id, *_rest in contacts if user_id}
    for role, user_id, name, email, language in appointments:
        key = f"u{user_id}"
        people[key] = Person(key, name, email, language, user_id, contact_of_user.get(user_id))
        parts[role].append(key)
    quiet = []
    for pk, user_id, name, email, part, quiet_from, quiet_until, has_bounced in contacts:
        key = f"u{user_id}" if user_id else f"c{pk}"
        key_of_contact[pk] = key
        reached[key] = reached.get(key, False) or not has_bounced
        if key not in people:
            people[key] = Person(key, name, email, "en", user_id, pk)
            if user_id is None:
                parts[part].append(key)
        if quiet_from:
            quiet.append(QuietHours(key, time.fromisoformat(quiet_from), time.fromisoformat(quiet_until), zone))
    bounced = frozenset(key for key, arrives in reached.items() if not arrives)
    away = tuple(
        leave_between(f"u{user_id}", date.fromisoformat(first), date.fromisoformat(last), zone)
        for user_id, first, last, _stand_in in leaves
    )
    stand_ins = {leave: f"u{row[3]}" for leave, row in zip(away, leaves, strict=True) if row[3]}
    duty = [
        make_single_shift(key_of_contact[pk], datetime.fromtimestamp(begin, UTC), datetime.fromtimestamp(end, UTC))
        for pk, begin, end in shifts
        if pk in key_of_contact
    ] + [
        make_repeating_shift(
            key_of_contact[pk],
            date.fromisoformat(first_day),
            time.fromisoformat(begins),
            days,
            time.fromisoformat(ends),
            zone,
            every_weeks,
            date.fromisoformat(until) if until else None,
        )
        for pk, first_day, begins, days, ends, every_weeks, until in rota
        if pk in key_of_contact
    ]
    return Roster(people, parts, tuple(duty), away, stand_ins, tuple(quiet), bounced, bool(duty))
