"""The evidence that two elements do the same work: each a number from 0 to 1, or missing."""

from dataclasses import dataclass
from enum import StrEnum, unique

import numpy as np
import numpy.typing as npt

from model.text import Text

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int32]


@unique
class Evidence(StrEnum):
    """Kinds of evidence, in the order of the columns of a table of evidence.

    The last ones speak against: a larger value makes the pair less likely.
    """

    NAME = "name"
    SAME_NAME = "same_name"
    CATALOGUE = "catalogue"
    COVERED = "covered"
    ACRONYM = "acronym"
    WORDS = "words"
    LETTERS = "letters"
    TOPIC = "topic"
    COMPANY = "company"
    FUNCTION = "function"
    SERVICES = "services"
    DATA = "data"
    PROCESSES = "processes"
    INTERFACES = "interfaces"
    SERVERS = "servers"
    CODE = "code"
    ADDRESS = "address"
    MAKE = "make"
    OTHER_FUNCTION = "other_function"
    APART = "apart"
    CONFLICT = "conflict"
    CONTRAST = "contrast"
    WEBSITE = "website"
    EVERYWHERE = "everywhere"
    VARIANT = "variant"
    SIBLINGS = "siblings"
    NODE = "node"
    FLOW = "flow"
    ELSEWHERE = "elsewhere"
    OTHER_PARENT = "other_parent"
    OTHER_RANK = "other_rank"


ALL = tuple(Evidence)
AGAINST = (
    Evidence.OTHER_FUNCTION,
    Evidence.APART,
    Evidence.CONFLICT,
    Evidence.CONTRAST,
    Evidence.WEBSITE,
    Evidence.EVERYWHERE,
    Evidence.VARIANT,
    Evidence.SIBLINGS,
    Evidence.NODE,
    Evidence.FLOW,
    Evidence.ELSEWHERE,
    Evidence.OTHER_PARENT,
    Evidence.OTHER_RANK,
)
OF_UNITS = (Evidence.ELSEWHERE, Evidence.OTHER_PARENT, Evidence.OTHER_RANK)  # asked of units only
COLUMN = {evidence: number for number, evidence in enumerate(ALL)}

# The evidence that each column of neighbours is.
NEIGHBOURS = {
    "services": Evidence.SERVICES,
    "data": Evidence.DATA,
    "processes": Evidence.PROCESSES,
    "interfaces": Evidence.INTERFACES,
    "servers": Evidence.SERVERS,
}
WORKED_ON = ("services", "data", "processes")  # what two do for others: known and different, it parts them
# What is counted of a column in a sentence; a server in common is no reason.
COUNTED = {
    "services": Text(id="layanan", en="services"),
    "data": Text(id="data", en="data objects"),
    "processes": Text(id="proses bisnis", en="business processes"),
    "interfaces": Text(id="antarmuka", en="interfaces"),
}

# What a person reads beside the value.
LABELS = {
    Evidence.NAME: Text(id="Nama mirip", en="Similar names"),
    Evidence.SAME_NAME: Text(id="Nama sama", en="The same name"),
    Evidence.CATALOGUE: Text(id="Aplikasi nasional yang sama", en="The same national application"),
    Evidence.COVERED: Text(id="Fungsinya dicakup aplikasi nasional", en="A national application covers it"),
    Evidence.ACRONYM: Text(id="Akronim sama atau cocok", en="Acronyms match"),
    Evidence.WORDS: Text(id="Kata-kata sama", en="Same words"),
    Evidence.LETTERS: Text(id="Tulisan mirip", en="Similar writing"),
    Evidence.TOPIC: Text(id="Pokok bahasan sama", en="Same topic"),
    Evidence.COMPANY: Text(id="Kata-kata yang berkaitan", en="Related words"),
    Evidence.FUNCTION: Text(id="Fungsi sama", en="Same function"),
    Evidence.SERVICES: Text(id="Layanan sama atau mirip", en="Same or similar services"),
    Evidence.DATA: Text(id="Data sama atau mirip", en="Same or similar data"),
    Evidence.PROCESSES: Text(id="Proses bisnis sama atau mirip", en="Same or similar processes"),
    Evidence.INTERFACES: Text(id="Antarmuka (API) sama atau mirip", en="Same or similar interfaces"),
    Evidence.SERVERS: Text(id="Server sama atau mirip", en="Same or similar servers"),
    Evidence.CODE: Text(id="Kode atau bidang referensi sama", en="Same reference code or field"),
    Evidence.ADDRESS: Text(id="Alamat (URL) sama", en="Same address (URL)"),
    Evidence.MAKE: Text(id="Teknologi sama", en="Same technology"),
    Evidence.OTHER_FUNCTION: Text(id="Fungsi berbeda", en="Other functions"),
    Evidence.APART: Text(id="Layanan dan data berbeda", en="Other services and data"),
    Evidence.CONFLICT: Text(id="Singkatan sama, arti berbeda", en="Same acronym, other meaning"),
    Evidence.CONTRAST: Text(id="Objeknya berbeda", en="Different objects"),
    Evidence.WEBSITE: Text(id="Sama-sama situs web OPD", en="Both an agency's website"),
    Evidence.EVERYWHERE: Text(id="Setiap OPD punya sendiri", en="Every agency has its own"),
    Evidence.VARIANT: Text(id="Satu sistem, lain platform", en="One system, other platform"),
    Evidence.SIBLINGS: Text(id="Keduanya milik satu OPD", en="Both of one agency"),
    Evidence.NODE: Text(id="Simpul daerah dari jaringan nasional", en="Regional node of a national network"),
    Evidence.FLOW: Text(id="Saling bertukar data", en="They exchange data"),
    Evidence.ELSEWHERE: Text(id="Daerah atau nomornya berbeda", en="Other region or number"),
    Evidence.OTHER_PARENT: Text(id="Induknya berbeda", en="Parts of different agencies"),
    Evidence.OTHER_RANK: Text(id="Jenis unitnya berbeda", en="Different kinds of unit"),
}


HOLDS = 0.5  # of evidence, from which it decides what a pair is
ONLY_NAMED = 0.25  # of other functions: the names tell different ones, the texts a common one


@dataclass(frozen=True, eq=False)
class Table:
    """The evidence of many pairs.

    left, right: positions in the corpus, left before right. values: a row per pair, a column per Evidence in
    its order, NaN where one of the two says nothing.
    """

    left: Indices
    right: Indices
    values: Floats

    def __len__(self) -> int:
        return len(self.left)

    def some(self, rows: npt.NDArray[np.integer]) -> "Table":
        """Return some rows."""
        return Table(self.left[rows], self.right[rows], self.values[rows])
