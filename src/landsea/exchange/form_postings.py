"""From the form of an entry to what is put on the board, for the page and for programs alike."""

from landsea.exchange.actions.post import Posting
from landsea.exchange.forms import ListingForm


def make_posting(form: ListingForm, language: str) -> Posting:
    """Return what a checked form puts on the board; its words are in `language`."""
    cleaned = form.cleaned_data
    return Posting(
        kind=cleaned["kind"],
        titles=form.titles("title"),
        texts=form.titles("text"),
        country=cleaned["country"],
        firm=cleaned["firm"],
        name=cleaned["name"],
        email=cleaned["email"],
        phone=cleaned["phone"],
        form_key=cleaned["form_key"],
        language=language,
        for_countries=tuple(cleaned["for_countries"]),
        place_text=cleaned.get("place_text", ""),
        hs=cleaned["hs"],
        sectors=tuple(cleaned["sectors"]),
        languages=tuple(cleaned["languages"]),
        starts=cleaned["starts"].isoformat() if cleaned.get("starts") else "",
        ends=cleaned["ends"].isoformat() if cleaned.get("ends") else "",
        capacity=cleaned.get("capacity"),
        register_by=form.deadline(),
    )
