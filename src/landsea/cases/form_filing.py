"""What is filed of a filing form that was filled in, and the matters that it offers."""

from django.utils import timezone

from landsea.cases.filing_plan import Filing
from landsea.cases.understanding.meaning import Understood
from landsea.cases.understanding.suggestions import keep_choices
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea_core.caseflow import Lane, Visibility


def list_matter_options(language: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the matters, grouped by topic, in the reader's language."""
    return tuple(
        (
            name_in(topic.names, language),
            tuple((matter.code, name_in(matter.names, language)) for matter in topic.matters.all()),
        )
        for topic in directory_access.list_topics_in_service()
    )


def make_filing(
    cleaned: dict,
    understood: Understood,
    *,
    language: str,
    form_key: str,
    evidence: dict | None = None,
    by_mail: bool = False,
) -> Filing:
    """Return what will be filed: the cleaned fields of `FilingForm`, what was understood of them, the day on which it began
    too, and the evidence about that where it is known already (of `suggestions.note_evidence`); otherwise it is found out
    after filing.
    """
    return Filing(
        text=cleaned["text"],
        visibility=Visibility(cleaned["visibility"]),
        lane=Lane(cleaned["lane"]),
        language=language,
        place_code=understood.place.code if understood.place else "",
        place_text=cleaned["place_text"],
        country=understood.country,
        filer_country=cleaned["filer_country"],
        goods=understood.goods,
        hs=understood.hs,
        topic=understood.topic,
        matter=understood.matter.code if understood.matter else "",
        lane_reason=cleaned["lane_reason"],
        about_page=cleaned["about_page"],
        happened_on=cleaned["happened_on"] or understood.happened(timezone.localdate()),
        name=cleaned["name"],
        party=cleaned["party"],
        email=cleaned["email"],
        phone=cleaned["phone"],
        form_key=form_key,
        by_mail=by_mail,
        **(evidence or {"written_in": cleaned["written_in"], "to_read": keep_choices(cleaned)}),
    )
