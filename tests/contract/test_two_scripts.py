"""Two sides without a language in common go from filing to a confirmed outcome by sentences of the phrasebook alone, each found
by own words; and no page of either shows the other's script, but originals and names that are marked as such.

Burmese and Lao; a chamber for three members, and Chinese. A Khmer exporter and a Chinese officer do the same in a browser
(`tests/e2e/test_story_19_phrases.py`).
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html
from tests.contract.page_text import read_runs

from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.file import fresh_form_key
from landsea.cases.actions.read_filed import read_filed
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import AssociationMember, Case, FilerLink
from landsea.cases.tests.uploads import pdf, upload
from landsea.cases.tests.world import World, make_world
from landsea.directory.models import Competence, Place
from landsea.phrases.models import CaseAsk, PaperLine

pytestmark = pytest.mark.django_db
LAO, BURMESE, HAN, VIETNAMESE = (
    re.compile(f"[{letters}]")
    for letters in ("\u0e80-\u0eff", "\u1000-\u109f", "\u4e00-\u9fff", "\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0")
)
APART = (
    ".//details | .//select | .//textarea | .//script | .//*[@translate='no'] | .//dl[@class='facts']"
    " | .//*[@class='own-words'] | .//section[@class='messages']/article[1]"
)
"""What of a page is folded or chosen from, a name, or the filer's own words beneath what they say in the reader's language."""


@dataclass
class Side:
    """One side's browser with the pages that it opens, what its script is and what the other's, and all that it read."""

    browser: Client
    own: re.Pattern[str]
    other: re.Pattern[str]
    pages: list[str] = field(default_factory=list)
    phrases: str = ""

    def read_everything(self) -> None:
        """Open every page: what is in the other's script is marked, and nothing of it stands there unfolded but names."""
        for address in self.pages:
            content = self.browser.get(address).content.decode()
            unmarked = [run.text for run in read_runs(content) if self.other.search(run.text) and not run.marked]
            assert not unmarked, (address, unmarked)
            assert self.own.search(content), address
            main = html.document_fromstring(content).find(".//main")
            for apart in main.xpath(APART):
                apart.drop_tree()
            assert not self.other.search(main.text_content()), address

    def ask(self, words: str, code: str, to: str, **slots: str | list[str]) -> CaseAsk:
        """Write own words, find the ask among the three that are offered, and send it as it was shown in both languages."""
        page = self.browser.post(self.phrases, {"act": "offer", "own_words": words, "to": to})
        offered = [one.code for one in page.context["offers"]]
        assert code in offered and len(offered) == 3, offered
        typed = {"act": "ask", "ask": code, "own_words": words, "to": to, "key": f"ask {code}"} | slots
        shown = self.browser.post(self.phrases, typed)
        if shown.status_code == 200:
            (offer,) = [one for one in shown.context["offers"] if one.code == code]
            assert offer.is_whole and self.own.search(offer.own) and self.other.search(offer.other)
            assert self.browser.post(self.phrases, typed | {"shown": offer.shown}).status_code == 302
        return CaseAsk.objects.latest("pk")

    def answer(self, asked: CaseAsk, answer: str, **slots) -> None:
        """Answer by a press."""
        typed = {"act": "answer", "ask_id": asked.pk, "answer": answer, "key": f"answer {asked.pk} {answer}"}
        assert self.browser.post(self.phrases, typed | slots).status_code == 302


@pytest.fixture
def world() -> World:
    """The small world, with a gate that has a name in Lao and Burmese letters, and whose desk answers for queues too."""
    world = make_world()
    Competence.objects.create(desk=world.quarantine, topic="transport_border", country="CN", place="CNMHN")
    names = {"en": "Mohan", "zh": "磨憨", "vi": "Mohan", "lo": "ບໍ່ຫານ", "my": "မိုဟန်"}
    Place.objects.filter(pk="CNMHN").update(names=names)
    return world


def open_in(browser: Client, language: str) -> Client:
    """Read the pages in this language from now on."""
    browser.get(reverse("home"), {"lang": language})
    return browser


def end_it(case: Case, officer: Side, filer: Side) -> None:
    """The desk proposes that it is solved, the filer confirms, and both read everything once more."""
    officer.browser.post(officer.phrases, {"act": "propose", "outcome": "fixed", "key": "outcome"})
    filer.read_everything()
    filer.answer(CaseAsk.objects.get(code="M06"), "outcome_is", outcome="fixed")
    case.refresh_from_db()
    assert case.outcome == "fixed" and case.closed_at is not None
    officer.read_everything()
    filer.read_everything()


def test_burmese_and_lao_go_from_filing_to_a_confirmed_outcome(world):
    """Two lorries at a gate, read as transport: the filer asks customs and quarantine all the same."""
    person = world.people["holder"]
    person.name = "ທ້າວ ບຸນມີ ເດໂມ"
    person.save()
    browser = open_in(Client(), "my")
    filed = {
        "text": "သရက်သီး တင်ထားတဲ့ ကုန်ကား ၂ စီး မိုဟန် ဂိတ်မှာ မနေ့ကတည်းက တန်းစီ စောင့်နေရတယ်။",
        "place_text": "မိုဟန်",
        "country": "CN",
        "filer_country": "MM",
        "matter": "gate_queue",
        "visibility": "named",
        "name": "ဒေါ်အေး ဒီမို",
        "party": "ဒီမို သရက်သီး",
        "lane": "normal",
        "action": "send",
        "key": fresh_form_key(),
    }
    assert browser.post(reverse("file_case"), filed).status_code == 302
    read_filed()
    case = Case.objects.get()
    assert case.desk == world.quarantine and case.topic == "transport_border"
    browser.get(reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(FilerLink.objects.get(case=case).nonce)]))
    mine, desk = reverse("mailbox", args=[case.ref]), reverse("case", args=[case.ref])
    filer = Side(browser, BURMESE, LAO, [mine], reverse("mailbox_phrases", args=[case.ref]))
    officer = Side(open_in(world.client("holder"), "lo"), LAO, BURMESE, [reverse("queue"), desk])
    officer.phrases = reverse("case_phrases", args=[case.ref])
    accept_case(world.actor("holder"), case.ref, now=timezone.now())

    released = filer.ask("ကျွန်တော်တို့ ကုန်တွေကို ဘယ်တော့ ထုတ်ပေးမလဲ", "B04", "office")
    filer.pages.append(filer.phrases)
    officer.pages.append(officer.phrases)
    officer.read_everything()
    day = (timezone.now() + timedelta(days=4)).date().isoformat()
    wanted = officer.ask("ກະລຸນາສົ່ງໃບຢັ້ງຢືນແຫຼ່ງກຳເນີດໃຫ້ແດ່", "A03", "filer", paper="origin", day=day)
    filer.read_everything()
    line = PaperLine.objects.get(ask=wanted, paper="origin")
    filer.answer(wanted, "file_attached", line_id=line.pk, papers=upload("origin.pdf", pdf()))
    officer.answer(released, "at_moment", moment=f"{day}T14:00")
    line.refresh_from_db()
    assert line.state == "here"
    end_it(case, officer, filer)


def test_a_chamber_files_for_three_members_and_answers_by_presses(world):
    for party in ("Công ty Trái Cây Thứ Hai", "Hợp tác xã Thứ Ba"):
        AssociationMember.objects.create(association=world.chamber, party=party, country="VN", is_demo=True)
    clerk = Side(open_in(world.client("clerk"), "vi"), VIETNAMESE, HAN)
    form = {
        "key": fresh_form_key(),
        "members": [one.pk for one in AssociationMember.objects.filter(association=world.chamber)],
        "how": "joint",
        "news": "us",
        "lane": "normal",
        "text": "Kiểm dịch thực vật ở Mohan không nhận phiếu kiểm nghiệm thanh long của chúng tôi.",
        "place_text": "Mohan",
        "country": "CN",
        "matter": "plant_health",
        "visibility": "named",
    }
    address = reverse("association_file")
    checked = clerk.browser.post(address, form | {"action": "check"}).context["checked"]
    assert clerk.browser.post(address, form | {"action": "send", "checked": checked}).status_code == 302
    read_filed()
    case = Case.objects.get()
    assert case.is_joint and case.desk == world.quarantine
    page, phrases = reverse("case", args=[case.ref]), reverse("case_phrases", args=[case.ref])
    clerk.pages, clerk.phrases = [reverse("association_cases"), page, phrases], phrases
    officer = Side(
        open_in(world.client("holder"), "zh-hans"), HAN, VIETNAMESE, [reverse("queue"), page, phrases], phrases
    )
    accept_case(world.actor("holder"), case.ref, now=timezone.now())

    officer.read_everything()
    how_many = officer.ask("一共涉及几辆车、几个集装箱？", "A18", "filer")
    clerk.read_everything()
    clerk.answer(how_many, "is_count", count="3")
    decided = clerk.ask("Bên kiểm dịch quyết định xử lý lô hàng thế nào ạ?", "D07", "office")
    officer.read_everything()
    day = (timezone.now() + timedelta(days=4)).date().isoformat()
    officer.answer(decided, "decision_is", decision="release", day=day)
    end_it(case, officer, clerk)
