"""The interface tells where it is, and nothing else; a port that is taken is told with what to do."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from model.text import Language
from queries.store.opening import stop_engine
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


@pytest.mark.engine
def test_who_starts_the_interface_reads_its_address_and_nothing_else(tmp_path: Path) -> None:
    environ = {**os.environ, "SIMPUL_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "ui.cli", "ui", "--headless"]
    told = tmp_path / "errors"
    try:
        with (
            told.open("w") as errors,
            subprocess.Popen(
                command, env=environ, stdout=subprocess.PIPE, stderr=errors, text=True
            ) as process,
        ):
            assert process.stdout is not None
            patience = threading.Timer(60, process.kill)
            patience.start()
            address = process.stdout.readline()
            process.send_signal(signal.SIGINT)
            rest = process.stdout.read()
            patience.cancel()
    finally:
        stop_engine(environ)
    assert address.startswith("http://127.0.0.1:")
    assert (rest, told.read_text()) == ("", "")
