"""Who answers for what in which country: a sample over all topics, held against the files."""

from pathlib import Path

import pytest

from landsea_core.reference import read_reference
from landsea_core.routing import RoutingQuestion, route_question

FOLDER = Path(__file__).parents[3] / "data" / "reference"

EXPECTED = """
customs_clearance inspection            *  -    customs
customs_clearance detention             *  -    customs
customs_clearance gate_hours            CN -    border_gate_management
customs_clearance gate_hours            TH -    customs
rules_of_origin certificate_issue       CN,SG,PH - customs
rules_of_origin certificate_issue       VN,LA,TH,MM,KH,MY,ID,BN,TL - commerce_ministry
rules_of_origin certificate_rejected    *  -    customs
sps_tbt plant_health                    *  08   quarantine_inspection
sps_tbt animal_health                   *  02   quarantine_inspection
sps_tbt market_opening                  *  08   quarantine_inspection
sps_tbt food_safety                     CN 20   quarantine_inspection
sps_tbt food_safety                     TH,ID,PH,MY,VN,LA,MM,KH,SG,BN 20 food_drug_authority
sps_tbt standards_certification         *  85   standards_body
sps_tbt health_products                 *  33   food_drug_authority
sps_tbt labelling                       CN 21   quarantine_inspection
sps_tbt labelling                       TH,ID,PH,VN 21 food_drug_authority
transport_border rail                   CN,VN,LA,TH,MM,KH,MY,ID,PH - rail_operator
transport_border port                   *  -    port_operator
transport_border gate_queue             CN,VN,MM,MY,SG,ID - border_gate_management
transport_border inland_waterway        *  -    transport_ministry
permits_licensing facility_registration CN 02,08,09,16,21 quarantine_inspection
permits_licensing import_licence        VN,LA,TH,MM,KH,MY,ID,PH - commerce_ministry
permits_licensing lorry_permits         *  -    transport_ministry
permits_licensing product_registration  TH,ID,PH,MY,VN 33 food_drug_authority
permits_licensing agricultural_inputs   CN,VN,LA,TH,MM,KH,MY,ID,PH,BN,TL 31 agriculture_ministry
permits_licensing dangerous_goods       *  -    transport_ministry
taxes_fees tariff                       *  -    customs
taxes_fees trade_remedy                 *  -    commerce_ministry
taxes_fees vat_refund                   *  -    tax_authority
taxes_fees income_tax                   *  -    tax_authority
taxes_fees border_fees                  *  -    customs
taxes_fees port_charges                 *  -    port_operator
payments_finance foreign_exchange       *  -    central_bank_fx
payments_finance blocked_account        *  -    central_bank_fx
visa_movement visa                      *  -    immigration
visa_movement driver_papers             *  -    immigration
visa_movement tour_groups               *  -    immigration
visa_movement work_permit               *  -    labour_ministry
investment investment_approval          *  -    investment_agency
investment investment_incentives        *  -    investment_agency
ecommerce parcels                       *  -    customs
ecommerce online_seller_rules           VN,LA,MM,KH,ID,PH,BN,TL - commerce_ministry
ecommerce online_seller_rules           CN,TH,MY,SG - market_regulator
ecommerce online_product_rules          ID,TH,VN,PH,MY 33 food_drug_authority
ip trade_mark                           CN,VN,LA,TH,MM,KH,MY,SG,ID,PH,BN - ip_office
ip counterfeit                          CN,VN,MY,KH - market_regulator
other market_competition                *  -    commerce_ministry
other tourism_culture                   *  -    tourism_culture
other labour_rights                     *  -    labour_ministry
sps_tbt -                               *  08   quarantine_inspection
sps_tbt -                               *  85   standards_body
permits_licensing -                     CN 21   quarantine_inspection
"""
"""Topic, matter (- unknown), countries (* all), HS chapters (- unknown), kind of office."""

ALL = "CN,VN,LA,TH,KH,MM,MY,SG,ID,PH,BN,TL"


def cases():
    for line in EXPECTED.strip().splitlines():
        topic, matter, countries, chapters, kind = line.split()
        for country in (ALL if countries == "*" else countries).split(","):
            for hs in chapters.replace("-", "").split(","):
                yield pytest.param(topic, matter.replace("-", ""), country, hs, kind, id=f"{country} {matter} {hs}")


@pytest.fixture(scope="module")
def reference():
    return read_reference(FOLDER)


def answering(reference, question):
    return route_question(question, reference.index, coordinator=reference.coordinator).desk


@pytest.mark.parametrize(("topic", "matter", "country", "hs", "kind"), list(cases()))
def test_the_kind_of_office_that_answers(reference, topic, matter, country, hs, kind):
    filer = "VN" if country == "CN" else "CN"
    desk = answering(reference, RoutingQuestion(topic, matter, country, hs=hs, filer_country=filer))
    office = reference.offices[reference.desks[desk].office]
    assert (office.kind, office.country) == (kind, country), desk


@pytest.mark.parametrize(
    ("topic", "matter", "place", "hs", "desk"),
    [
        ("sps_tbt", "plant_health", "CNMHR", "081060", "cn-mohan-quarantine.plant"),
        ("customs_clearance", "inspection", "CNYYG", "", "cn-youyi-guan-customs.clearance"),
        ("transport_border", "gate_queue", "VNTTN", "", "vn-lang-son-gates.gate"),
        ("customs_clearance", "gate_hours", "LABOT", "", "la-boten-customs.gate"),
        ("transport_border", "port", "THLCH", "", "th-laem-chabang-port.port"),
        ("transport_border", "rail", "CNTJC", "", "cn-railway-chengdu.rail"),
        ("transport_border", "inland_waterway", "CNYIC", "", "cn-three-gorges-navigation.waterway"),
        ("customs_clearance", "declaration", "KHPOI", "", "kh-poipet-customs.clearance"),
        ("transport_border", "gate_queue", "MMMUS", "", "mm-muse-trade-zone.gate"),
    ],
)
def test_the_desk_on_the_spot_takes_it(reference, topic, matter, place, hs, desk):
    places = reference.wider(place)
    country = reference.places[place].country
    assert answering(reference, RoutingQuestion(topic, matter, country, places, hs, filer_country="TH")) == desk


def test_one_of_every_matter_in_every_country_reaches_its_own_country(reference):
    for topic in reference.topics.values():
        for part in topic.matters:
            for country in ALL.split(","):
                desk = answering(reference, RoutingQuestion(topic.topic, part.matter, country))
                if desk != reference.coordinator:
                    assert reference.offices[reference.desks[desk].office].country == country
