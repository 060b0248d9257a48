"""Who files, written before a text as an encoder reads it: "Laos: our lorry waits". English, whatever the text is in."""

_NAMES = {
    "BN": "Brunei",
    "CN": "China",
    "ID": "Indonesia",
    "KH": "Cambodia",
    "LA": "Laos",
    "MM": "Myanmar",
    "MY": "Malaysia",
    "PH": "Philippines",
    "SG": "Singapore",
    "TH": "Thailand",
    "TL": "Timor-Leste",
    "VN": "Vietnam",
}


def write_filer_before(part: str, filer: str) -> str:
    """Return what an encoder reads of a text whose filer is at home in the country `filer` (two letters); where that is
    empty, or none of the corridor, the part alone.
    """
    name = _NAMES.get(filer)
    return f"{name}: {part}" if name else part
