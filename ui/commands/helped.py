"""What `--help` says, in the language of this run: our own texts, and the few words of the option parser."""

import re
from typing import Any

from model.text import Language
from ui.commands import console

_FRAME = {  # words of typer, which knows English only
    r"^Usage:": "Pemakaian:",
    r"^Options:": "Opsi:",
    r"^Arguments:": "Argumen:",
    r"^Commands:": "Perintah:",
    r"\[OPTIONS\]": "[OPSI]",
    r"\bCOMMAND \[ARGS\]\.\.\.": "PERINTAH [ISIAN]...",
    r"\[default:": "[bawaan:",
    r"\brequired\]": "wajib]",
    r"Show\s+this\s+message\s+and\s+exit\.": "Tampilkan bantuan ini.",
}


def translate(command: Any) -> None:
    """Leave of each help text of a command, written "Indonesian / English", the language of this run."""
    command.help = _part(command.help)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _part(parameter.help)
    whole = command.get_help
    command.get_help = lambda context: _framed(whole(context))
    for inner in getattr(command, "commands", {}).values():
        translate(inner)


def _part(text: str | None) -> str | None:
    indonesian, slash, english = (text or "").partition(" / ")
    return english if slash and console.SESSION.language is Language.EN else indonesian or None


def _framed(text: str) -> str:
    if console.SESSION.language is Language.EN:
        return text
    for english, indonesian in _FRAME.items():
        text = re.sub(english, indonesian, text, flags=re.M)
    return text
