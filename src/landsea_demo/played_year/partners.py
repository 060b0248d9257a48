"""The board of the played year: firms that offer and look, introductions with what came of them, studies and fairs with
people who registered.
"""

from datetime import datetime, timedelta

from landsea.base.actors import ANONYMOUS
from landsea.exchange.actions.ask_for_introduction import Asking, ask_for_introduction
from landsea.exchange.actions.introduce import agree_to_meet, decline_introduction, vouch_for_side
from landsea.exchange.actions.moderate import remove_listing, report_listing, show_listing
from landsea.exchange.actions.outcome import record_outcome
from landsea.exchange.actions.post import Posting, post_listing
from landsea.exchange.models import Introduction, Listing, ListingContact
from landsea_demo.played_year.events import DAY, EVENTS, make_form_key, post_event
from landsea_demo.played_year.filings import invent_address
from landsea_demo.played_year.people import find_holder
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.titles import find_title
from landsea_demo.played_year.troubles import COUNTRY_OF, DESK_LANGUAGE, read_board, read_firms
from landsea_demo.problem_filings import PAGE_LANGUAGES

OFFERS = (
    ("goods_offered", "LA", "Rice beer from the highlands", ("220300",), ("food_agriculture",), ("lo", "en")),
    ("goods_offered", "LA", "Washed arabica from Bolaven", ("090111",), ("food_agriculture",), ("lo", "en")),
    ("goods_offered", "VN", "Frozen durian pulp, own cold store", ("081190",), ("food_agriculture",), ("vi", "zh")),
    ("goods_offered", "CN", "Light motorcycles and parts", ("871120", "871410"), ("motorcycles",), ("zh", "en")),
    (
        "goods_offered",
        "CN",
        "Small rice harvesters for terraces",
        ("843351",),
        ("agricultural_machinery",),
        ("zh", "th"),
    ),
    ("goods_wanted", "CN", "Beer for forty restaurants in Chongqing", ("2203",), ("food_agriculture",), ("zh", "en")),
    ("goods_wanted", "CN", "Green coffee, two containers a quarter", ("0901",), ("food_agriculture",), ("zh", "en")),
    ("goods_wanted", "TH", "Spare parts for motorcycles", ("8714",), ("motorcycles",), ("th", "en")),
    ("goods_wanted", "LA", "Harvesters to hire for one season", ("8433",), ("agricultural_machinery",), ("lo", "th")),
    ("project", "CN", "Charging stations along the road to the border", (), ("new_energy_vehicles",), ("zh", "en")),
    ("project", "TH", "A cold store at a dry port looks for a partner", (), ("logistics",), ("th", "zh", "en")),
)
OUTCOMES = (
    "deal",
    "talks",
    "nothing",
    "deal",
    "talks",
    "deal",
    "nothing",
    "talks",
    "deal",
    "talks",
    "nothing",
    "deal",
    "talks",
    "nothing",
    "nothing",
)


def play_board(schedule: Schedule) -> None:
    """Put entries on the board over the year, let people ask, desks vouch and owners agree."""
    for number, row in enumerate(OFFERS):
        when = schedule.end - timedelta(days=320 - 12 * number)
        schedule.at(when, _offer(schedule, number, row))
    for number, row in enumerate(EVENTS):
        schedule.at(schedule.end - timedelta(days=40 - number), post_event(schedule, number, row))
    schedule.at(schedule.end - timedelta(days=100), _advertisement)


def _offer(schedule: Schedule, number: int, row):
    kind, country, title, hs, sectors, languages = row
    firm = read_firms()[country][number % len(read_firms()[country])]

    def offer(now: datetime) -> None:
        posting = Posting(
            kind=kind,
            titles=find_title(title),
            texts=read_board()["offers"][title],
            country=country,
            firm=firm,
            name="Demo",
            email=invent_address(firm),
            form_key=make_form_key("offer", number),
            hs=hs,
            sectors=sectors,
            languages=languages,
            for_countries=("CN",) if country != "CN" else ("LA", "TH", "VN"),
            is_demo=True,
        )
        listing, contact = post_listing(ANONYMOUS, posting, network=f"year{number}", now=now)
        show_listing(find_holder(listing.desk_id, now), listing.pk, now=now + timedelta(hours=5))
        for turn in range(2):
            schedule.at(now + (10 + 9 * turn) * DAY, _ask(schedule, listing, contact, 2 * number + turn))

    return offer


def _ask(schedule: Schedule, listing: Listing, contact: ListingContact, number: int):
    def ask_it(now: datetime) -> None:
        country = "CN" if "CN" not in listing.desk.office.country else ("LA", "TH", "VN")[number % 3]
        language = next(code for code, home in COUNTRY_OF.items() if home == country)
        firms, messages = read_firms()[country], read_board()["asking"][language]
        firm = firms[(number + 4) % len(firms)]
        asking = Asking(
            firm=firm,
            name="Demo",
            email=invent_address(firm),
            country=country,
            language=PAGE_LANGUAGES.get(language, language),
            message=messages[number % len(messages)],
            form_key=make_form_key("asking", number),
        )
        introduction = ask_for_introduction(ANONYMOUS, listing.pk, asking, network=f"partner{number}", now=now)
        if number % 7 == 5:
            schedule.at(now + 4 * DAY, _decline(introduction))
            return
        schedule.at(now + 3 * DAY, _vouch(introduction, "asker"))
        schedule.at(now + 5 * DAY, _vouch(introduction, "owner"))
        schedule.at(now + 8 * DAY, lambda at: agree_to_meet(contact, introduction.pk, now=at))
        schedule.at(now + 100 * DAY, _outcome(introduction, OUTCOMES[number % len(OUTCOMES)]))

    return ask_it


def _vouch(introduction: Introduction, side: str):
    return lambda now: vouch_for_side(
        find_holder(getattr(introduction, f"{side}_desk_id"), now), introduction.pk, now=now
    )


def _decline(introduction: Introduction):
    desk = introduction.asker_desk
    reason = read_board()["unreachable"][DESK_LANGUAGE.get(desk.office.country, "en")]
    return lambda now: decline_introduction(find_holder(desk.pk, now), introduction.pk, reason, now=now)


def _outcome(introduction: Introduction, outcome: str):
    return lambda now: record_outcome(find_holder(introduction.owner_desk_id, now), introduction.pk, outcome, now=now)


def _advertisement(now: datetime) -> None:
    posting = Posting(
        kind="goods_offered",
        titles={"en": "Best price!!! Click now"},
        texts={},
        country="VN",
        firm="Demo Spam",
        name="Demo",
        email="spam@demo.example.org",
        form_key=make_form_key("spam", 0),
        hs=("39",),
        is_demo=True,
    )
    listing, _contact = post_listing(ANONYMOUS, posting, network="spam", now=now)
    show_listing(find_holder(listing.desk_id, now), listing.pk, now=now)
    for number in range(3):
        report_listing(
            ANONYMOUS, listing.pk, "advertisement", "", network=f"reader{number}", now=now + timedelta(hours=number)
        )
    remove_listing(
        find_holder(listing.desk_id, now), listing.pk, "Chỉ là quảng cáo, không có chào hàng cụ thể.", now=now + DAY
    )
