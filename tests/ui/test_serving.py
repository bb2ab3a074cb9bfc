"""A port that is taken is told at once, with what to do."""

import socket

import pytest

from model.text import Language
from ui.serving import PortTaken, serve


def test_a_taken_port_is_one_line_what_and_one_line_fix() -> None:
    with socket.socket(socket.AF_INET) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken) as raised:
            serve(port, open_browser=False)
    what, fix = raised.value.lines(Language.ID)
    assert what == f"porta {port} sudah dipakai atau tidak diizinkan"
    assert f"simpul ui --port {port + 1}" in fix
