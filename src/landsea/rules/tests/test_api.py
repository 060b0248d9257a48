"""The open API of rules: filters, days, versions, pages, ETags, refusals, and its own description."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from jsonschema import Draft202012Validator

from landsea.consequences.tests.test_spread import changed_version
from landsea.rules.openapi import PATHS, describe_api
from landsea.rules.tests.conftest import NOW
from landsea.rules.urls import urlpatterns

pytestmark = pytest.mark.django_db
DURIAN = {"hs": "0810.60", "origin": "MY", "destination": "CN", "transit": "TH,LA", "mode": "rail", "on": "2026-08-01"}


def ask(client, name, *args, status=200, **query):
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == status, response.content
    return response.json()


def fits(data, schema: str) -> None:
    whole = describe_api("https://landsea.example/rules/api/v1")
    Draft202012Validator({"$ref": f"#/components/schemas/{schema}", "components": whole["components"]}).validate(data)


def test_the_description_names_every_address_and_no_other():
    routes = {one.name: str(one.pattern) for one in urlpatterns if str(one.pattern).startswith("api/v1/")}
    routes.pop("api_openapi")
    assert {said[0] for said in PATHS.values()} == set(routes)
    for path, (name, _gives, parameters, _schema) in PATHS.items():
        plain = routes[name].replace("<str:code>", "{code}").replace("<int:number>", "{number}")
        assert plain == f"api/v1{path}"
        in_path = {one["name"] for one in parameters if one["in"] == "path"}
        assert in_path == {part[1:-1] for part in path.split("/") if part.startswith("{")}


def test_the_list_is_filtered_paged_by_code_and_fits_its_schema(measures, client):
    first = ask(client, "api_measures", destination="CN", effect="admits", hs="0810", limit=10)
    fits(first, "Measures")
    codes, page = [one["id"] for one in first["measures"]], first
    while page["next"]:
        page = client.get(page["next"]).json()
        codes += [one["id"] for one in page["measures"]]
    assert len(codes) == first["total"] == len(set(codes)) and codes == sorted(codes)
    assert "M012" in codes and "M103" not in codes
    of_philippines = {"q": "rice import ban", "destination": "PH"}
    stopped = ask(client, "api_measures", **of_philippines, on="2025-10-01", state="in_force")["measures"]
    assert [one["id"] for one in stopped] == ["M103"]
    later = ask(client, "api_measures", q="rice import ban", on="2026-10-01", state="in_force")["measures"]
    assert "M103" not in [one["id"] for one in later]
    of_rice = {"q": "rice import ban", "hs": "1006", "on": "2026-10-01"}
    assert ask(client, "api_measures", **of_rice, state="in_force")["total"] == 0
    assert [one["id"] for one in ask(client, "api_measures", **of_rice, state="ended")["measures"]] == ["M103"]


def test_a_measure_is_given_as_of_a_day_and_with_every_version(measures, editors, client):
    fits(ask(client, "api_measure", "M088", on="2026-02-10"), "Measure")
    assert ask(client, "api_measure", "M088", on="2026-02-10")["state"] == "suspended"
    later = NOW + timedelta(days=3)
    changed_version(editors, now=later)
    told = ask(client, "api_measure_versions", "m128")
    fits(told, "Versions")
    assert [one["number"] for one in told["versions"]] == [2, 1]
    assert "ten days" in json.dumps(told["versions"][0]["changes"])
    old, new = (ask(client, "api_measure_version", "M128", number) for number in (1, 2))
    fits(old, "Version")
    assert "ten days" in json.dumps(new["says"]) and "ten days" not in json.dumps(old["says"])
    then, now = ask(client, "api_measure", "M128", known="2026-11-21"), ask(client, "api_measure", "M128")
    assert "ten days" in json.dumps(now) and "ten days" not in json.dumps(then)


def test_an_answer_that_did_not_change_is_not_carried_again(measures, editors, client):
    address = reverse("api_measure", args=["M128"])
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and not again.content
    changed_version(editors)
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert first["Access-Control-Allow-Origin"] == "*"


def test_the_gate_and_the_checklist_answer_as_the_pages_do(measures, client):
    answer = ask(client, "api_gate", **DURIAN)
    fits(answer, "Verdict")
    assert answer["verdict"] == "forbidden" and answer["forbids"][0]["measure"] == "M013"
    starch = {"hs": "110814", "origin": "LA", "destination": "CN", "mode": "rail", "on": "2026-12-01"}
    told = ask(client, "api_checklist", **starch)
    fits(told, "Checklist")
    assert told["verdict"] == "allowed_with" and told["to_meet"] > 3
    assert {"M002", "M063"} <= {step["measure"] for step in told["steps"]}
    fridge = ask(client, "api_gate", **starch | {"hs": "841810", "origin": "CN", "destination": "MM"})
    fits(fridge, "Verdict")
    assert (fridge["verdict"], fridge["basis"]) == ("allowed_with", "general") and fridge["not_looked_at"]
    people = ask(client, "api_checklist", purpose="people", origin="LA", destination="CN")
    assert people["verdict"] is None and {step["kind"] for step in people["steps"]} == {"visa_entry"}


@pytest.mark.parametrize(
    ("name", "query", "field"),
    [
        ("api_measures", {"kind": "nonsense"}, "kind"),
        ("api_measures", {"limit": "0"}, "limit"),
        ("api_measures", {"limit": "٣"}, "limit"),
        ("api_measures", {"limit": "0000509999"}, "limit"),
        ("api_measures", {"limit": "0" * 5 + "1" * 5000}, "limit"),
        ("api_measures", {"on": "2026-13-01"}, "on"),
        ("api_measures", {"known": "yesterday"}, "known"),
        ("api_gate", DURIAN | {"hs": "081099999999"}, "hs"),
        ("api_gate", DURIAN | {"hs": "081077"}, "hs"),
        ("api_gate", DURIAN | {"mode": ""}, "mode"),
        ("api_gate", DURIAN | {"origin": "XX"}, "origin"),
        ("api_gate", DURIAN | {"origin": "CN"}, "destination"),
        ("api_gate", DURIAN | {"transit": "TH,XX"}, "transit"),
        ("api_checklist", {"purpose": "fun", "origin": "LA", "destination": "CN"}, "purpose"),
    ],
)
def test_what_means_nothing_is_refused_with_a_sentence_and_its_field(measures, client, name, query, field):
    told = ask(client, name, status=400, **query)
    fits(told, "Problem")
    assert told["field"] == field and told["error"].endswith((".", ")"))


def test_what_is_not_there_is_404_and_a_draft_is_not_there(measures, editors, client):
    for name, args in (
        ("api_measure", ["M999"]),
        ("api_measure_versions", ["M999"]),
        ("api_measure_versions", ["\0"]),
        ("api_measure_version", ["M128\0", 1]),
        ("api_measure_version", ["M128", 7]),
    ):
        fits(ask(client, name, *args, status=404), "Problem")
    assert client.post(reverse("api_measures")).status_code == 405


def test_where_somebody_looked_is_given_for_all_countries_and_cell_by_cell_for_one(measures, client):
    whole = ask(client, "api_coverage")
    fits(whole, "Coverage")
    assert whole["cells"] == [] and {"CN", "VN", "LA"} <= {one["country"] for one in whole["summary"]}
    one = ask(client, "api_coverage", country="vn")
    fits(one, "Coverage")
    assert {cell["country"] for cell in one["cells"]} == {"VN"} == {line["country"] for line in one["summary"]}
    assert any(cell["rules"] and cell["newest_act"] for cell in one["cells"])
    assert ask(client, "api_coverage", country="FR", status=400)["field"] == "country"


def test_goods_of_a_country_outside_are_answered_and_what_is_not_in_the_book_is_said(measures, client):
    told = ask(client, "api_gate", **DURIAN | {"origin": "FR"})
    assert told["question"]["origin"] == "FR" and told["verdict"] == "unknown"
    assert any("made outside the corridor" in gap["what"] for gap in told["unknown"])
