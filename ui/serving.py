"""Serving the interface on this machine until the person stops it."""

import errno
import logging
import os
import socket
import threading
import webbrowser

from model.faults import ModelerError
from model.text import Text

ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
TRIED_PORTS = 20  # without a wish, the first free one of these
_GRACE = 2  # seconds that open pages have to close at the end


class PortTaken(ModelerError):
    """The interface cannot listen where it was told to."""


def serve(port: int | None, *, open_browser: bool) -> None:
    """Serve the interface until it is interrupted; print its address once it can be opened.

    port: None takes the first free one from 8501.

    Raises:
        PortTaken: the port, or all that were tried, are in use or not allowed.
    """
    listening = _listening(port)
    address = f"http://{ADDRESS}:{listening.getsockname()[1]}"
    try:
        _run(listening, address, open_browser=open_browser)
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


def _run(listening: socket.socket, address: str, *, open_browser: bool) -> None:
    # heavy, and not needed to say that a port is taken
    import uvicorn

    from ui.settings import set_up

    set_up()  # before the pages are loaded: what Streamlit logs of that is for nobody
    from ui.app import interface

    class Server(uvicorn.Server):
        """A server that says where it is as soon as it answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            """Start, and announce the address."""
            await super().startup(sockets=sockets)
            if self.started:
                print(address, flush=True)
                if open_browser:
                    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    config = uvicorn.Config(
        interface(),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=_GRACE,
        ws_max_size=200 * 1024 * 1024,
    )
    Server(config).run(sockets=[listening])


def _listening(port: int | None) -> socket.socket:
    """Return a socket bound before anything heavy is loaded, so that a taken port is told at once."""
    wanted = [port] if port is not None else list(range(FIRST_PORT, FIRST_PORT + TRIED_PORTS))
    for number in wanted:
        candidate = socket.socket(socket.AF_INET)
        if os.name != "nt":  # there it would let two servers share a port
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind((ADDRESS, number))
            candidate.listen(128)
        except OSError as error:
            candidate.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            continue
        return candidate
    raise _taken(wanted)


def _taken(wanted: list[int]) -> PortTaken:
    ports = str(wanted[0]) if len(wanted) == 1 else f"{wanted[0]}–{wanted[-1]}"
    return PortTaken(
        Text(
            id=f"porta {ports} sudah dipakai atau tidak diizinkan",
            en=f"port {ports} is in use or not allowed",
        ),
        fix=Text(
            id=f"pilih porta lain: simpul ui --port {wanted[-1] + 1}, atau tutup program yang memakainya",
            en=f"choose another: simpul ui --port {wanted[-1] + 1}, or close the program that uses it",
        ),
    )
