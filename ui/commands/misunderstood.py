"""What the option parser says of wrong words, said in the language of this run."""

import re
from typing import Any

from model.faults import RefusedQuestion
from model.text import Text, same

_MISSING = "MissingParameter"  # a value that has to be there
_SAID = (
    (r"No such command '?(.+?)'?\.", Text(id="tidak ada perintah “{}”", en="there is no command “{}”")),
    (r"No such option: (\S+)", Text(id="tidak ada opsi {}", en="there is no option {}")),
    (r"Option '(.+)' requires", Text(id="{} perlu diikuti nilainya", en="{} needs a value after it")),
    (r"Option '(.+)' does not take", Text(id="{} tidak memakai nilai", en="{} takes no value")),
    (r"Got unexpected extra argument\(s\) \((.+)\)", Text(id="“{}” berlebih", en="“{}” is too much")),
    (r"Missing command", Text(id="perintahnya belum ditulis", en="the command is missing")),
)
ARGUMENTS = {  # what stands in no option, by the name that the parser knows it by
    "paths": Text(id="berkas atau folder", en="the file or folder"),
    "file": Text(id="berkas", en="the file"),
    "load": Text(id="nomor impor atau langkah", en="the load"),
    "later": Text(id="impor yang kemudian", en="the later load"),
    "text": Text(id="teks yang dicari", en="the text to search for"),
    "key": Text(id="kunci objek", en="the key of the element"),
    "name": Text(id="nama pertanyaan", en="the name of the question"),
    "source": Text(id="objek asal", en="the source"),
    "relation": Text(id="jenis hubungan", en="the relation"),
    "target": Text(id="objek tujuan", en="the target"),
    "left": Text(id="objek pertama", en="the first element"),
    "right": Text(id="objek kedua", en="the second element"),
}


def share(said: object) -> float:
    """Return a number from 0 to 1, written with a decimal point or comma.

    Raises:
        ValueError: it is none.
    """
    number = float(str(said).replace(",", "."))
    if not 0 <= number <= 1:
        raise ValueError(said)
    return number


def misunderstood(error: Any) -> RefusedQuestion:
    """Return the refusal that a fault of the option parser stands for."""
    said = _told(error)
    return RefusedQuestion(
        Text(id=f"perintah tidak dipahami: {said.id}", en=f"the command was not understood: {said.en}"),
        fix=Text(
            id="lihat: simpul --help, atau simpul PERINTAH --help",
            en="see: simpul --help, or simpul COMMAND --help",
        ),
    )


def _told(error: Any) -> Text:
    if getattr(error, "param", None) is not None:
        return _of_parameter(error)
    near = ", ".join(getattr(error, "possibilities", None) or ())
    if near:
        return Text(
            id=f"tidak ada opsi {error.option_name}; mungkin {near}",
            en=f"there is no option {error.option_name}; perhaps {near}",
        )
    words = getattr(error, "format_message", lambda: str(error))()
    for pattern, text in _SAID:
        if found := re.match(pattern, words):
            return Text(id=text.id.format(*found.groups()), en=text.en.format(*found.groups()))
    return Text(id=words, en=words)


def _of_parameter(error: Any) -> Text:
    """Return what is wrong with the value of an option or argument, or that it is not there."""
    hint = error.param.get_error_hint().replace("'", "")
    name = ARGUMENTS.get(hint) or same(hint)
    if type(error).__name__ == _MISSING:
        return Text(id=f"{name.id} belum diisi", en=f"{name.en} is missing")
    wanted = _wanted(error.param.type_descriptor)
    errors: list[Any] = getattr(error.__cause__, "errors", list)()
    if not errors:
        return Text(id=f"{name.id} harus {wanted.id}", en=f"{name.en} must be {wanted.en}")
    given = errors[0]["input"]
    return Text(
        id=f"{name.id} harus {wanted.id}, bukan “{given}”",
        en=f"{name.en} must be {wanted.en}, not “{given}”",
    )


def _wanted(declared: Any) -> Text:
    least, most = declared.parameter_info.min, declared.parameter_info.max
    if declared.annotation is int:
        kind = Text(id="bilangan bulat", en="a whole number")
    elif declared.annotation is float:
        kind = Text(id="angka", en="a number")
    else:
        return Text(id="nilai yang dikenal", en="a value that is known")
    if least is not None and most is not None:
        return Text(id=f"{kind.id} antara {least} dan {most}", en=f"{kind.en} between {least} and {most}")
    if least is not None:
        return Text(id=f"{kind.id} sedikitnya {least}", en=f"{kind.en} of at least {least}")
    return kind
