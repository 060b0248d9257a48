"""Rows of the small world of tests (`world.py`): topics, places, an office, a desk, a member, a person."""

from landsea.accounts.models import User
from landsea.cases.models import AssociationMember
from landsea.directory.models import Desk, Matter, Office, Place, Topic
from landsea.directory.reference_mapping import name_tokens

FACT = {"source": "made up for a test", "grade": "assumed", "is_demo": True}
HOURS = [["09:00", "12:00"], ["14:00", "17:30"]]


def write_topics() -> None:
    """Write three topics with two matters each."""
    matters = {
        "sps_tbt": ["plant_health", "laboratory"],
        "customs_clearance": ["declaration", "inspection"],
        "transport_border": ["rail", "gate_queue"],
    }
    for topic, codes in matters.items():
        Topic.objects.create(code=topic, names={"en": topic.replace("_", " ")})
        Matter.objects.bulk_create(
            Matter(code=code, topic_id=topic, names={"en": code.replace("_", " ")}) for code in codes
        )


def write_places() -> list[Place]:
    """Write two posts of a border and the coordinator's city, and return them."""
    rows = [
        ("CNMHN", "CN", "border_post", {"en": "Mohan", "zh": "磨憨", "vi": "Ma Hàm"}, "Asia/Shanghai"),
        ("VNHNI", "VN", "border_post", {"en": "Huu Nghi", "zh": "友谊", "vi": "Hữu Nghị"}, "Asia/Ho_Chi_Minh"),
        ("CNCKG", "CN", "city", {"en": "Chongqing", "zh": "重庆", "vi": "Trùng Khánh"}, "Asia/Shanghai"),
    ]
    return [
        Place.objects.create(
            code=code,
            country=country,
            kind=kind,
            names=names,
            time_zone=zone,
            name_tokens=name_tokens(names),
            **FACT,
        )
        for code, country, kind, names, zone in rows
    ]


def write_office(code: str, country: str, kind: str, place: Place, host_country: str = "") -> Office:
    """Write an office of a kind at a place, open on weekdays, and return it."""
    names = {"en": code.replace("-", " ").title()}
    return Office.objects.create(
        code=code,
        country=country,
        host_country=host_country,
        kind=kind,
        names=names,
        name_tokens=name_tokens(names),
        place=place,
        languages=["en"],
        time_zone=place.time_zone,
        weekend=[5, 6],
        hours=HOURS,
        **FACT,
    )


def write_desk(code: str, office: Office, name: str) -> Desk:
    """Write a desk of an office and return it."""
    return Desk.objects.create(
        code=code,
        office=office,
        names={"en": name},
        name_tokens=name_tokens({"en": name}, office.names),
        prepare={"en": ["The papers"]},
        **FACT,
    )


def write_member(chamber: Office, party: str, country: str) -> AssociationMember:
    """Write a member of a chamber and return it."""
    return AssociationMember.objects.create(
        association=chamber, party=party, country=country, email="member@demo.example.org", is_demo=True
    )


def write_user(part: str) -> User:
    """Write a person without a password and return them."""
    user = User(email=f"{part.replace('_', '.')}@demo.example.org", name=f"{part.replace('_', ' ').title()} Demo")
    user.set_unusable_password()
    user.is_demo = True
    user.save()
    return user
