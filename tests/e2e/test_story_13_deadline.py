"""Story 13: a filer opens the mailbox and reads, day by day, why the answer is due then; the same in each language."""

from django.conf import settings

from .acting import Problem, file_problem

LAB = Problem(
    text="The laboratory report for our durian is not accepted at Mohan, and nobody says which laboratory counts.",
    place="Mohan",
    country="CN",
    goods="durian",
    matter="plant_health",
    filer_country="LA",
    name="Deadline Reader",
    party="Reader Fruit",
)
BROWSERS = {"en": "en", "zh-hans": "zh-CN", "lo": "lo", "th": "th"}


def test_why_it_is_due_then_is_read_in_every_language_that_is_offered(open_device, size):
    number, link = file_problem(open_device("en"), LAB)
    said: dict[str, list[str]] = {}
    for language, locale in BROWSERS.items():
        if language not in dict(settings.LANGUAGES):
            continue
        reader = open_device(locale)
        page = reader.open(link)
        why = page.locator("details.why-due")
        why.locator("summary").click()
        lines = why.locator("ol li")
        said[language] = [lines.nth(one).inner_text() for one in range(lines.count())]
        reader.check(f"why-due-{language}")
        why.locator("a").click()
        assert "/calendar/CN/" in page.url
        assert page.locator("table time").count() > 20
        reader.check(f"calendar-{language}")
    assert sum("working day" in line for line in said["en"]) == 3
    assert {len(lines) for lines in said.values()} == {len(said["en"])}
    for language, lines in said.items():
        if language != "en":
            assert not any("counted" in line or "working day" in line for line in lines), lines
