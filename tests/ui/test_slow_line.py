"""How long the worker waits for a page, and what it shows instead: its own function, with a clock of the test."""

import re
from pathlib import Path

import pytest

WORKER = Path(__file__).parents[2] / "frontend" / "offline" / "worker.js"
AROUND = """
const kept = [], patience = {kept: 15, any: 400}, slow = new Promise(() => {});
const answer = {headers: new Map(), name: "the page"}, late = new Promise(resolve => setTimeout(() => resolve(answer), 50));
const away = () => Promise.reject(new Error("away"));
const fetch = async () => network === "refused" ? away() : {never: slow, late, atOnce: answer}[network];
const keptPage = async () => has.kept ? {name: "kept"} : null, pageOfShell = async () => ({name: "no line"});
const keep = async (address, response) => kept.push(response.name), waits = [];
const event = {request: {url: "/"}, waitUntil: one => waits.push(one)};
"""


@pytest.mark.parametrize(
    ("network", "is_kept", "shown"),
    [
        ("atOnce", True, "the page"),
        ("late", False, "the page"),
        ("late", True, "kept"),
        ("never", True, "kept"),
        ("never", False, "no line"),
        ("refused", True, "kept"),
        ("refused", False, "no line"),
    ],
)
def test_a_page_that_does_not_come_in_time_is_shown_as_it_is_kept(open_page, network, is_kept, shown):
    source = WORKER.read_text(encoding="utf-8")
    opens = re.search(r"(async function openPage.*?\n}\n)", source, re.DOTALL)
    tools = re.findall(r"^const (?:after|fail) = .*$", source, re.MULTILINE)
    assert opens is not None
    page = open_page("/plain/")
    body = "\n".join([AROUND, opens[1], *tools, "return openPage(event).then(one => one.name);"])
    assert page.evaluate(f"([network, has]) => {{ {body} }}", [network, {"kept": is_kept}]) == shown
