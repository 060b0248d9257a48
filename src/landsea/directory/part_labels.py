"""What the parts that people are appointed to are called, and what each means, in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import name_country
from landsea.directory import rights
from landsea.directory.display_names import name_desk
from landsea.directory.models.names import name_in
from landsea_core.appointing import Part

PART_NAMES = {
    Part.COORDINATOR: _("coordinator"),
    Part.HOLDER: _("holder of a desk"),
    Part.DEPUTY: _("deputy at a desk"),
    Part.HEAD: _("head of an office"),
    Part.CLERK: _("clerk of an association"),
    Part.OBSERVER: _("observer of a country"),
    Part.EDITOR: _("editor of facts"),
    Part.OPERATOR: _("operator"),
}

PART_MEANINGS = {
    Part.COORDINATOR: _("Sees every case, appoints people, and answers for what nobody else answers for."),
    Part.HOLDER: _("Answers the cases of one desk."),
    Part.DEPUTY: _("Answers the cases of one desk while its holders are away or silent."),
    Part.HEAD: _("Sees the cases of all desks of one office, appoints its people, and is called when they are silent."),
    Part.CLERK: _("Files cases for the members of one association, and sees only those."),
    Part.OBSERVER: _("Reads the named cases of the firms of one country, and changes none of them."),
    Part.EDITOR: _("Keeps the rules, the network and the rulings on figures, and sees no case."),
    Part.OPERATOR: _("Looks after the mails and the running of this installation, and sees no case."),
}


def name_part(part: Part | str) -> str:
    """Return what a part is called in the reader's language."""
    return str(PART_NAMES[Part(part)])


def describe_part(part: Part | str, unit: Mapping[str, str], language: str) -> str:
    """Return a part with the name of its desk or office (`unit`, by language), as mails say it."""
    named = name_in(dict(unit), language) if unit else ""
    return f"{name_part(part)}, {named}" if named else name_part(part)


def describe_unit(appointment, language: str) -> str:
    """Return where an appointment is: the desk with its office, the office, the country that is observed; else empty."""
    if appointment.desk_id:
        own, office = name_desk(appointment.desk, language)
        return own if own == office else f"{own}, {office}"
    if appointment.office_id is None:
        return ""
    office = name_in(appointment.office.names, language)
    if rights.find_part(appointment) is Part.OBSERVER:
        return f"{name_country(appointment.office.country, language)} ({office})"
    return office
