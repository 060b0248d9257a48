"""Everybody of the cast at every address, asked once a run: what the permission matrix shows, whether a hidden case shows
anywhere, and how many statements each page makes. The tests share what was found.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.contract.asking import Answer, ask
from tests.contract.counting import READERS, Count, count_page
from tests.contract.one_of_each.addresses import ANSWERER, FILER
from tests.contract.one_of_each.everything import Everything, Page
from tests.contract.one_of_each.hidden import LOOKED_FOR

from landsea.cases.tests.world import CAST

EVERYBODY = (*CAST, FILER, ANSWERER)
WELL_PLACED = ("coordinator", "holder", "head", "clerk", "operator", "editor", FILER, ANSWERER)
"""Each door and each link lets one of these in. To whom of them a view is not open by a method (405), it is open to nobody."""


@dataclass
class Walk:
    """What was found at these pages: the answers by method, page and person, the counts of the pages that are shown, and by
    person the addresses at which the hidden case shows.
    """

    pages: list[Page]
    answers: dict[tuple[str, Page], dict[str, Answer]] = field(default_factory=dict)
    counts: list[Count] = field(default_factory=list)
    marked: dict[str, list[str]] = field(default_factory=dict)


def walk_through(everything: Everything) -> Walk:
    """Ask every page by GET, then every page by POST. To look at the address of a second act shows nothing new."""
    found, clients = Walk(list(everything.pages())), {who: everything.client(who) for who in EVERYBODY}
    for page in found.pages:
        if page.is_first and (answers := ask_everybody(clients, "get", page)):
            found.answers["GET", page] = answers
            found.counts += count_shown(clients, page, answers)
    found.marked = find_marked(everything, clients, found)
    for page in found.pages:
        if answers := ask_everybody(clients, "post", page):
            found.answers["POST", page] = answers
    return found


def ask_everybody(clients, method: str, page: Page) -> dict[str, Answer]:
    """Return what each person gets; nothing for a method by which no view stands here."""
    sent = page.typed if method == "post" else {}
    answers = {who: ask(clients[who], method, page.address, sent) for who in WELL_PLACED}
    if any(one.result == "405" for one in answers.values()) and not any(is_in(one) for one in answers.values()):
        return {}
    return answers | {
        who: ask(client, method, page.address, sent) for who, client in clients.items() if who not in answers
    }


def is_in(answer: Answer) -> bool:
    """Whether a view has answered, not a door or a link that proves nothing."""
    return answer.result not in ("405", "404", "403", "login")


def count_shown(clients, page: Page, answers: dict[str, Answer]) -> Iterator[Count]:
    """Yield the counts of a page for the first of READERS to whom it is shown, and for the one who is shown most."""
    shown = [who for who in READERS if answers[who].result == "200"]
    for who in dict.fromkeys((*shown[:1], *(who for who in shown if who == READERS[-1]))):
        yield count_page(clients[who], page, who)


def find_marked(everything: Everything, clients, found: Walk) -> dict[str, list[str]]:
    """Return by person the addresses at which the hidden case's word stood: as they were asked, with the hidden case's number
    in place of the other's, and, where a page looks for something, while it looks for that case.
    """
    marked: dict[str, list[str]] = {who: [] for who in clients}
    for (_method, page), answers in found.answers.items():
        for who, answer in answers.items():
            addresses = [page.address] if answer.is_marked else []
            if answer.searches:
                addresses += marked_among(clients[who], [searched(page.address)])
            marked[who] += addresses
    about_it = [page.address for page in everything.hidden_pages() if page.is_first]
    for who, client in clients.items():
        marked[who] += marked_among(client, [one for address in about_it for one in (address, searched(address))])
    return marked


def searched(address: str) -> str:
    """Return an address that looks for the hidden case."""
    return f"{address}{'&' if '?' in address else '?'}q={LOOKED_FOR}&scope=all&text={LOOKED_FOR}"


def marked_among(client, addresses: list[str]) -> list[str]:
    """Return those of the addresses at which the hidden case's word stands."""
    return [address for address in addresses if ask(client, "get", address).is_marked]
