"""Pages to print: one self-contained HTML document, nothing loaded from elsewhere."""

from collections.abc import Iterable
from html import escape

from model.text import Language

_STYLE = """
@page { size: A4; margin: 18mm }
body { font: 10.5pt/1.4 sans-serif; color: #111; background: #fff; max-width: 174mm; margin: 0 auto }
h1 { font-size: 15pt; margin: 0 0 2mm } h2 { font-size: 11.5pt; margin: 5mm 0 1mm }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; overflow-wrap: anywhere }
th { font-weight: 600 } .list td, .list th { border-bottom: .3pt solid #999 }
.list th { overflow-wrap: normal } .facts th { width: 48mm }
.number { text-align: right; white-space: nowrap } .word { white-space: nowrap } .wide { width: 42mm }
.decision { font-weight: 600; font-size: 12pt }
p, li { overflow-wrap: anywhere } .reasons { white-space: pre-line } tr, li { break-inside: avoid }
h2 { break-after: avoid } section + section { break-before: page }
.sign { margin-top: 12mm; width: 70mm; border-top: .5pt solid #111; padding-top: 1mm }
footer { font-size: 8.5pt; margin-top: 4mm }
"""


def document(title: str, parts: Iterable[str], language: Language) -> str:
    """Return a document of parts that are HTML already; the title is escaped here."""
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )
