"""What can be wrong with the graph store, and the border where the driver's errors become ours."""

from urllib.parse import urlsplit

from model.faults import StoreFault
from model.text import Text
from queries.store.driver import exceptions


class StoreDown(StoreFault):
    """Nothing answers at the address, or it stopped answering."""


class WrongPassword(StoreFault):
    """The store does not let this user in."""


class UnknownDatabase(StoreFault):
    """The server has no database of that name."""


class StoreFull(StoreFault):
    """The engine ran out of disk or memory; the transaction was given up as a whole."""


class StoreBusy(StoreFault):
    """Other writers were in the way, also after several tries."""


# OverflowError: the driver's own, for an integer beyond 64 bits
FOREIGN = (exceptions.Neo4jError, exceptions.DriverError, OSError, OverflowError)

_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})
_MEMORY = ("OutOfMemory", "MemoryPool", "MemoryLimit", "MaxHeap")
_FULL = ("No space left", "NoSpaceLeft", "disk is full")
_OF_STATEMENT = ("Neo.ClientError.Statement.", "Neo.ClientError.Schema.")
ROOM = 64 * 1024 * 1024  # bytes; with less left on its disk both engines fail, with codes that do not say so


def check_address(address: str) -> None:
    """Refuse an address the driver could not use, before it is asked.

    Raises:
        StoreDown: it has no Bolt scheme, no host, or a port that is none.
    """
    try:
        parts = urlsplit(address)
        usable = parts.scheme in _SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise _wrong_address(address)


def mapped(error: BaseException, address: str, free_bytes: int | None = None) -> StoreFault:
    """Return the fault that an error of the driver means.

    free_bytes: what is left on the disk of an engine that runs here; a full disk is told apart by it,
    because a production engine keeps the reason of a failure to itself.
    """
    code = getattr(error, "code", None) or ""
    told = f"{code} {error}"
    full = any(word in told for word in _FULL) or (free_bytes is not None and free_bytes < ROOM)
    return (
        _of_connection(error, address, code, full=full)
        or _of_resources(address, told, full=full)
        or _of_statement(error, address, code)
    )


def _of_connection(error: BaseException, address: str, code: str, *, full: bool) -> StoreFault | None:
    if isinstance(error, exceptions.AuthError) or code.startswith("Neo.ClientError.Security."):
        return _wrong_password(address)
    if "DatabaseNotFound" in code:
        return _unknown_database(address)
    if isinstance(error, exceptions.ConfigurationError):
        return _wrong_address(address)
    if isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired | OSError):
        return _full_disk(address) if full else _down(address)
    return None


def _of_resources(address: str, told: str, *, full: bool) -> StoreFault | None:
    if any(word in told for word in _MEMORY):
        return _out_of_memory(address)
    # an error of the statement stays one, however little room there is
    if full and not any(word in told for word in _OF_STATEMENT):
        return _full_disk(address)
    return None


def _of_statement(error: BaseException, address: str, code: str) -> StoreFault:
    if isinstance(error, exceptions.TransientError):
        return StoreBusy(
            Text(
                id=f"penulis lain terus mendahului di {address}",
                en=f"other writers kept getting in the way at {address}",
            ),
            fix=Text(
                id="ulangi; tidak ada yang tertulis sebagian", en="try again; nothing was written in part"
            ),
        )
    if isinstance(error, exceptions.ConstraintError):
        return StoreFault(
            Text(
                id="penanda yang harus unik sudah ada di penyimpanan",
                en="an identity that must be unique is already in the store",
            ),
            fix=Text(
                id="tidak ada yang tertulis; buat rencana baru, lalu terapkan",
                en="nothing was written; make the plan anew, then apply it",
            ),
        )
    if isinstance(error, OverflowError):
        return StoreFault(
            Text(
                id="ada bilangan yang terlalu besar untuk disimpan",
                en="a number is too large to be stored",
            ),
            fix=Text(
                id="tulis bilangan yang lebih besar dari 64 bit sebagai teks",
                en="write numbers larger than 64 bits as text",
            ),
        )
    what = code or type(error).__name__
    return StoreFault(
        Text(id=f"penyimpanan di {address} menolak: {what}", en=f"the store at {address} refused: {what}"),
        fix=Text(
            id="lihat catatan mesin; bila berulang, laporkan beserta perintahnya",
            en="see the engine's log; if it happens again, report it with the command",
        ),
    )


def _down(address: str) -> StoreFault:
    return StoreDown(
        Text(id=f"tidak ada yang menjawab di {address}", en=f"nothing answers at {address}"),
        fix=Text(
            id="nyalakan penyimpanan (simpul db start) atau perbaiki NEO4J_URI, lalu ulangi",
            en="start the store (simpul db start) or correct NEO4J_URI, then try again",
        ),
    )


def _wrong_password(address: str) -> StoreFault:
    return WrongPassword(
        Text(
            id=f"pengguna atau kata sandi ditolak oleh {address}",
            en=f"user or password was refused by {address}",
        ),
        fix=Text(
            id="perbaiki NEO4J_USERNAME dan NEO4J_PASSWORD, lalu ulangi",
            en="correct NEO4J_USERNAME and NEO4J_PASSWORD, then try again",
        ),
    )


def _unknown_database(address: str) -> StoreFault:
    return UnknownDatabase(
        Text(id=f"{address} tidak mempunyai basis data itu", en=f"{address} has no such database"),
        fix=Text(
            id="perbaiki NEO4J_DATABASE, atau kosongkan untuk basis data bawaan",
            en="correct NEO4J_DATABASE, or leave it out for the default database",
        ),
    )


def _wrong_address(address: str) -> StoreFault:
    return StoreDown(
        Text(id=f"alamat {address} tidak dapat dipakai", en=f"the address {address} cannot be used"),
        fix=Text(
            id="tulis NEO4J_URI seperti neo4j://nama-server:7687",
            en="write NEO4J_URI like neo4j://server-name:7687",
        ),
    )


def _out_of_memory(address: str) -> StoreFault:
    return StoreFull(
        Text(
            id=f"mesin di {address} kehabisan memori untuk satu transaksi",
            en=f"the engine at {address} ran out of memory for one transaction",
        ),
        fix=Text(
            id="tiada yang tertulis; beri mesin memori lebih (SIMPUL_ENGINE_MEMORY=2g) dan nyalakan ulang",
            en="nothing was written; give the engine more memory (SIMPUL_ENGINE_MEMORY=2g) and restart it",
        ),
    )


def _full_disk(address: str) -> StoreFault:
    return StoreFull(
        Text(
            id=f"penyimpanan di {address} kehabisan ruang disk",
            en=f"the disk of the store at {address} is full",
        ),
        fix=Text(
            id="kosongkan sebagian disk, lalu ulangi; langkah ini tidak tertulis",
            en="free some disk space, then try again; this step was not written",
        ),
    )
