"""What the kinds of offices are called in the reader's language."""

from django.utils.translation import gettext_lazy as _

OFFICE_KIND_NAMES = {
    "customs": _("customs"),
    "quarantine_inspection": _("quarantine and inspection"),
    "food_drug_authority": _("food and medicines authority"),
    "agriculture_ministry": _("agriculture authority"),
    "standards_body": _("standards body"),
    "market_regulator": _("market regulator"),
    "commerce_ministry": _("commerce authority"),
    "transport_ministry": _("transport authority"),
    "rail_operator": _("rail operator"),
    "port_operator": _("port operator"),
    "logistics_operator": _("logistics operator"),
    "border_gate_management": _("management of a border gate"),
    "local_government": _("local government"),
    "central_bank_fx": _("central bank, foreign exchange"),
    "tax_authority": _("tax authority"),
    "investment_agency": _("investment agency"),
    "immigration": _("immigration"),
    "labour_ministry": _("labour authority"),
    "ip_office": _("intellectual property office"),
    "tourism_culture": _("tourism and culture"),
    "education": _("education"),
    "embassy_commercial": _("embassy or consulate"),
    "chamber": _("chamber or association"),
    "other": _("another office"),
}
"""Every kind that people may choose; the coordinator's own comes with the reference files."""
