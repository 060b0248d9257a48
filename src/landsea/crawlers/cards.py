"""The card of a link to a public page (Open Graph, ogp.me), its address for search engines, that in each language, and the ways
to pass it on.
"""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import get_language

from landsea.base.ui.cards import card
from landsea.crawlers.public_pages import PUBLIC_PAGES

LOCALES = {
    "en": "en_GB",
    "zh-hans": "zh_CN",
    "zh-hant": "zh_TW",
    "vi": "vi_VN",
    "lo": "lo_LA",
    "th": "th_TH",
    "km": "km_KH",
    "my": "my_MM",
    "id": "id_ID",
    "ms": "ms_MY",
    "fil": "fil_PH",
}
"""As Open Graph writes languages: with a country."""
SHARED = PUBLIC_PAGES.keys() - {"home", "file_case", "site_page"}
"""Pages that say something worth passing on."""


@card("page_head", order=10)
def draw_link_card(context: Any, **_facts: Any) -> str:
    """Return title, description, picture and addresses of a public page; nothing for any other."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    page = PUBLIC_PAGES.get(match.url_name) if match else None
    if request is None or page is None or request.method not in {"GET", "HEAD"}:
        return ""
    language = get_language() or settings.LANGUAGE_CODE
    facts = {
        "title": context.get("page_title", ""),
        "about": page.about,
        "picture": settings.PUBLIC_ADDRESS + static(f"ui/pictures/{page.picture}.png"),
        "address": settings.PUBLIC_ADDRESS + request.path,
        "locale": LOCALES.get(language, language),
        "language": language,
        "others": [LOCALES.get(code, code) for code, _name in settings.LANGUAGES if code != language],
        "languages": [code for code, _name in settings.LANGUAGES],
    }
    return render_to_string("crawlers/link_card.html", facts)


@card("page_end", order=10)
def draw_share(context: Any, **_facts: Any) -> str:
    """Return the ways to pass a public page on: its title and address in the reader's language, which need no account. What was
    asked stays in the address, as the answer would be another one without it.
    """
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    if request is None or match is None or match.url_name not in SHARED or request.method not in {"GET", "HEAD"}:
        return ""
    question = request.GET.copy()
    question["lang"] = get_language() or settings.LANGUAGE_CODE
    address = f"{settings.PUBLIC_ADDRESS}{request.path}?{question.urlencode()}"
    title = context.get("page_title", "")
    facts = {"title": title, "address": address, "body": f"{title} {address}"}
    return render_to_string("crawlers/share.html", facts)
