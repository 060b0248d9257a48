"""The adapter of tables: gazettes and lists of issuances, where the title stands in one cell and the link in another.

Rows of a table are read cell by cell: the longest cell that is no link's "download" is the title, the first link of the row
the address, the first day in it the day. Official documents often lie on another site, so links may leave the site.
"""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from landsea.rules.poller.items import MOST_ITEMS, SHORTEST_TITLE, Item, find_day, strip_tags


def read_table_items(text: str, address: str) -> list[Item]:
    """Return the rows of a page's tables that hold a title and a link."""
    reader = _Rows()
    reader.feed(text)
    reader.close()
    found: dict[str, Item] = {}
    for cells, targets in reader.rows:
        title = max(cells, key=len, default="")
        links = [urljoin(address, one) for one in targets]
        link = next((one for one in links if urlsplit(one).scheme in {"http", "https"}), "")
        if link and len(title) >= SHORTEST_TITLE:
            around = " ".join(cells)
            found.setdefault(
                link, Item(title, link, strip_tags(around), find_day(around.replace(title, " ")) or find_day(title))
            )
    return list(found.values())[:MOST_ITEMS]


class _Rows(HTMLParser):
    """Collects the cells and links of each row; heads of tables have no link and fall out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[list[str], list[str]]] = []
        self._cells: list[list[str]] = []
        self._targets: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs) -> None:
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag == "tr":
            self._finish()
        elif tag in {"td", "th"}:
            self._cells.append([])
        elif tag == "a" and self._cells:
            target = dict(attrs).get("href") or ""
            if target and not target.startswith(("#", "javascript:", "mailto:")):
                self._targets.append(target)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"tr", "table"}:
            self._finish()

    def handle_data(self, data: str) -> None:
        if self._cells and not self._hidden:
            self._cells[-1].append(data)

    def close(self) -> None:
        super().close()
        self._finish()

    def _finish(self) -> None:
        if self._cells:
            self.rows.append(([strip_tags(" ".join(words)) for words in self._cells], self._targets))
        self._cells, self._targets = [], []
