"""What a text means where one scope writes it: said by a person who answered a finding.

A name is an element's everywhere; what was heard holds in the scope alone that wrote it.
"""

_BETWEEN = ": "  # no scope has it in its name


def heard(scope: str, text: str) -> str:
    """Return the statement that a text, written by a scope, means an element; the inverse of heard_parts."""
    return f"{scope}{_BETWEEN}{' '.join(text.split())}"


def heard_parts(said: str) -> tuple[str, str]:
    """Return scope and text of such a statement."""
    scope, _, text = said.partition(_BETWEEN)
    return scope, text
