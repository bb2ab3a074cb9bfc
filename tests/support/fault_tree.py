"""A published fault tree, as a graph: its gates are elements that need what is below them.

Baobab 1 of the Aralia benchmark (61 basic events, 46,188 minimal cut sets), as it is published with SCRAM and
with relibmss (MIT). Each line: a gate, how many of its inputs fail with it, and its inputs.
"""

from model.kinds import ElementKind
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import METAMODEL, element_table, relation_table
from tests.support.reference_evaluator import Link, Thing

TOP, SETS = "top", 46_188
GATES = """
g62 2 c0 c1
g63 2 c0 c2
g64 2 c0 c3
g65 2 c0 c4
g66 2 c0 c5
g67 2 c0 c6
g68 2 c0 c7
g69 2 c0 c8
g70 1 g62 c9
g71 1 g63 c10
g72 1 g64 c11
g73 1 g65 c12
g74 1 g62 c13
g75 1 g63 c14
g76 1 g64 c15
g77 1 g65 c16
g78 1 g62 c17
g79 1 g63 c18
g80 1 g64 c19
g81 1 g65 c20
g82 1 g62 c21
g83 1 g63 c22
g84 1 g64 c23
g85 1 g65 c24
g86 1 g62 c25
g87 1 g63 c26
g88 1 g64 c27
g89 1 g65 c28
g90 1 g66 c29
g91 1 g68 c30
g92 1 g67 c31
g93 1 g69 c32
g94 1 g66 c33
g95 1 g68 c34
g96 1 g67 c35
g97 1 g69 c36
g98 1 g66 c37
g99 1 g68 c38
g100 1 g67 c39
g101 1 g69 c40
g102 1 g66 c41
g103 1 g68 c42
g104 1 g67 c43
g105 1 g69 c44
g106 3 g70 g71 g72 g73
g107 3 g74 g75 g76 g77
g108 3 g78 g79 g80 g81
g109 3 g82 g83 g84 g85
g110 3 g86 g87 g88 g89
g111 3 g94 g95 g96 g97
g112 3 g98 g99 g100 g101
g113 2 g90 g92
g114 2 g91 g93
g115 2 g102 g104
g116 2 g103 g105
g117 1 g113 c45
g118 1 g114 c46
g119 1 g107 g108 c51
g120 1 g109 g110
g121 1 g66 g117 c47
g122 1 g68 g118 c48
g123 1 g67 g117 c49
g124 1 g69 g118 c50
g125 2 g121 g123 g122 g124
g126 1 g111 g112 g125 c52
g127 2 g115 g120
g128 2 g116 g120
g129 1 g62 g127 c53
g130 1 g63 g128 c54
g131 1 g64 g127 c55
g132 1 g65 g128 c56
g133 1 g62 g129 c57
g134 1 g63 g130 c58
g135 1 g64 g131 c59
g136 1 g65 g132 c60
g137 3 g133 g134 g135 g136
g138 1 g106 g119 g137
g139 1 g62 g66 g117 g129 c47
g140 1 g63 g68 g118 g130 c48
g141 1 g64 g67 g117 g131 c49
g142 1 g65 g69 g118 g132 c50
g143 4 g139 g140 g141 g142
g144 1 g111 g112 g143 c52
top 3 g126 g138 g144
"""


def fault_tree() -> Snapshot:
    """Return the tree; basic events are storage, gates are servers, so that only the events may fail."""
    lines = (line.split() for line in GATES.strip().splitlines())
    gates = {gate: (int(count), inputs) for gate, count, *inputs in lines}
    events = sorted({one for _, inputs in gates.values() for one in inputs} - gates.keys())
    links = [link for gate, (count, inputs) in gates.items() for link in _links(gate, count, inputs)]
    kinds = [ElementKind.SERVER] * len(gates) + [ElementKind.STORAGE] * len(events)
    things = [Thing(uid) for uid in (*gates, *events)]
    table = element_table(things, kind=[kind.value for kind in kinds])
    return compile_snapshot(METAMODEL, table, relation_table(links), 1)


def _links(gate: str, count: int, inputs: list[str]) -> list[Link]:
    """A gate fails when so many of its inputs do: it needs one more than the others can make up for."""
    if count == 1:
        return [Link(gate, "RUNS_ON", one) for one in inputs]
    need = str(len(inputs) - count + 1)
    return [Link(gate, "RUNS_ON", one, group="g", need=need) for one in inputs]
