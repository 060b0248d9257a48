"""The countries of the corridor, alone here so that whoever needs no more of them loads no more."""

COUNTRIES = ("CN", "VN", "LA", "TH", "KH", "MM", "MY", "SG", "ID", "PH", "BN", "TL")
"""China and the eleven countries of ASEAN (Timor-Leste since 26 October 2025), by ISO 3166-1."""

PLACE_COUNTRIES = (*COUNTRIES, "HK")
"""Hong Kong has places on the corridor's routes, but no desk of its own here."""
