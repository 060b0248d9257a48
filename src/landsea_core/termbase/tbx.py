"""Terms as a TBX file (ISO 30042, TBX-Basic), which translators' programs read."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from landsea_core.termbase.terms import LANGUAGES, Source, Term

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = {"zh": "zh-Hans"}


def write_tbx(terms: Iterable[Term]) -> bytes:
    """Return the terms as TBX in UTF-8: a concept for each term, with each word its source or that none is known."""
    root = Element("tbx", {"style": "dca", "type": "TBX-Basic", "xmlns": NAMESPACE, _XML_LANG: "en"})
    header = SubElement(SubElement(SubElement(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    SubElement(header, "p").text = "Official terms of the Landsea platform"
    body = SubElement(SubElement(root, "text"), "body")
    for term in terms:
        entry = SubElement(body, "conceptEntry", {"id": term.code})
        SubElement(entry, "descrip", {"type": "subjectField"}).text = term.topic
        for language in LANGUAGES:
            _write_word(entry, language, term.names[language], term.sources.get(language))
    indent(root)
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written


def _write_word(entry: Element, language: str, word: str, source: Source | None) -> None:
    section = SubElement(SubElement(entry, "langSec", {_XML_LANG: _CODES.get(language, language)}), "termSec")
    SubElement(section, "term").text = word
    if source:
        SubElement(section, "admin", {"type": "source"}).text = f"{source.name}, {source.url}, {source.checked}"
    else:
        SubElement(section, "note").text = "source not yet found"
