"""The ArchiMate Model Exchange File Format 3.1 as simpul writes and reads it: names, and text that XML holds.

Source: the schemas of The Open Group, which stand in tests/data/archimate. Relations go from ArchiMate's
source to its target there, whichever way ours run; what ArchiMate has no place for stands in properties.
"""

import re

NAMESPACE = "http://www.opengroup.org/xsd/archimate/3.0/"
SCHEMA = "http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

MARKER = "simpul"  # property of a model that simpul wrote …
MARK = "export 1"  # … with this value; its texts are encoded
# Names no property of ours can have: how an end outside the file is called, for which an element stands in;
# the column of elements.csv in which a relation stands.
STAND_IN, COLUMN = "simpul:end", "simpul:column"
OWN = "csv"  # the source of records of our own exports: an export is an export, whatever its format
FOREIGN = "archimate"  # … and of models that simpul did not write
CONCEPT = "archimate"  # property that keeps the type something had in a foreign model

# Parts of a model as the reading process passes them on, each as a sheet.
MODEL, ELEMENTS, RELATIONSHIPS = "model", "elements", "relationships"
DEFINITIONS, LEFT_OUT = "definitions", "left_out"

# XML 1.0, production Char, without the carriage return, which readers turn into a line feed
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ENCODED = re.compile("_(?=x[0-9A-Fa-f]{4})")
_ENCODED = re.compile("_x([0-9A-Fa-f]{4})_")


def encoded(text: str) -> str:
    """Return a text in characters that XML has and keeps: others become _x0007_, as in Excel's files."""
    plain = _LOOKS_ENCODED.sub("_x005F_", text)
    return _NOT_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", plain)


def decoded(text: str) -> str:
    """Return the text that was encoded; the inverse of encoded."""
    return _ENCODED.sub(lambda match: chr(int(match[1], 16)), text)
