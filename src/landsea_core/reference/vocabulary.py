"""The closed lists that reference files may use. Topics and matters are not here: `topics.jsonl` is their list."""

GRADES = ("measured", "published", "reported", "claimed", "derived", "assumed")

DIRECTIONS = ("", "import", "export", "transit")

PLACE_KINDS = ("city", "border_post", "sea_port", "river_port", "rail_terminal", "dry_port", "airport")

POSITIONS = ("exact", "near", "rough")

COORDINATOR_OFFICE = "mechanism"
COORDINATOR_DESK = "mechanism.coordinator"

OFFICE_KINDS = (
    "customs",
    "quarantine_inspection",
    "food_drug_authority",
    "agriculture_ministry",
    "standards_body",
    "market_regulator",
    "commerce_ministry",
    "transport_ministry",
    "rail_operator",
    "port_operator",
    "logistics_operator",
    "border_gate_management",
    "local_government",
    "central_bank_fx",
    "tax_authority",
    "investment_agency",
    "immigration",
    "labour_ministry",
    "ip_office",
    "tourism_culture",
    "education",
    "embassy_commercial",
    "chamber",
    "other",
    "coordinator",
)

TELEPHONE_KINDS = ("switchboard", "enquiries", "hotline", "duty", "consular_protection")
"""What answers: the office's exchange, a desk for questions, a public hotline, a line for emergencies, or the line of a
mission for its own citizens in need. In the order in which they are shown."""

TELEPHONE_SHARING = ("own", "authority", "government")
"""Whose line it is: the office's own, one of the authority that the office belongs to, or one for all departments."""

HANDED_ON_REASONS = ("private_dispute", "court_case", "employment", "consumer", "not_cross_border")

NAME_LANGUAGES = ("en", "zh", "vi", "lo", "th", "km", "my", "id", "ms", "fil", "pt", "tet")

PAGE_LANGUAGES = ("zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
"""What there are pages in besides English, as far as a command knows that has no settings."""
