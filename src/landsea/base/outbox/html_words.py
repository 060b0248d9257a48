"""The words of a mail as HTML: made from the text itself, so that both always say the same.

Nothing is loaded from anywhere: no picture, no script, no style sheet. What a blank line parts is a paragraph; addresses of
pages become links; what stands below `-- ` is small.
"""

import re

from django.utils.html import escape

_PAGE = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
_FONT = "'Noto Sans','Noto Sans Lao','PingFang SC','Microsoft YaHei',Phetsarath,Arial,sans-serif"
_WHOLE = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"></head>\n'
    '<body style="margin:0;padding:16px;font:16px/1.55 {font};color:#1b2733">\n'
    '<div style="max-width:38em;margin:0 auto">\n{words}\n</div></body></html>\n'
)


def write_html(text: str, language: str) -> str:
    """Return the text as a whole HTML page in this language.

    >>> '<a href="https://landsea.example/m/x" ' in write_html("Read it: https://landsea.example/m/x.", "en")
    True
    """
    words, _, footer = text.partition("\n-- \n")
    paragraphs = [_paragraph(one) for one in re.split(r"\n\s*\n", words) if one.strip()]
    if footer.strip():
        paragraphs.append(
            _paragraph(footer, "border-top:1px solid #d5dde5;padding-top:8px;color:#5b6b7a;font-size:13px")
        )
    return _WHOLE.format(language=escape(language), font=_FONT, words="\n".join(paragraphs))


def _paragraph(text: str, style: str = "margin:0 0 1em") -> str:
    is_marker = text.startswith("##- ")
    shown = "margin:0 0 1em;color:#5b6b7a;font-size:13px" if is_marker else style
    lines = "<br>\n".join(_with_links(line) for line in text.strip().split("\n"))
    return f'<p style="{shown}">{lines}</p>'


def _with_links(line: str) -> str:
    parts, at = [], 0
    for hit in _PAGE.finditer(line):
        address = escape(hit[0])
        parts.append(f'{escape(line[at : hit.start()])}<a href="{address}" style="color:#0b5cad">{address}</a>')
        at = hit.end()
    return "".join([*parts, escape(line[at:])])
