"""The matrices for evaluators say what the architecture says, and what it does not say is a row too."""

from datetime import date

from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.kinds import Status
from queries.evidence.continuity import continuity
from queries.evidence.exchanges import exchanges
from queries.evidence.hosting import hosting
from queries.evidence.support import support
from queries.resilience.recovery import Verdict
from tests.support.registers import link, register, thing


def test_each_service_of_a_process_is_a_row_and_so_is_what_has_none() -> None:
    found = support(
        register(
            [
                *(thing(K.BUSINESS_PROCESS, name) for name in ("Bayar", "Daftar", "Rapat")),
                *(thing(K.SERVICE, name) for name in ("Antre", "Kartu", "Lepas")),
                *(thing(K.APPLICATION, name) for name in ("SIMRS", "Kas")),
            ],
            [
                link("Daftar", R.SERVED_BY, "Kartu"),
                link("Daftar", R.SERVED_BY, "Antre"),
                link("Bayar", R.SERVED_BY, "Kas"),
                link("Kartu", R.REALIZED_BY, "SIMRS"),
            ],
        )
    )
    told = [
        (
            row.process and row.process.name,
            row.service and row.service.name,
            [a.name for a in row.applications],
        )
        for row in found
    ]
    assert told == [
        ("Bayar", None, ["Kas"]),
        ("Daftar", "Antre", []),
        ("Daftar", "Kartu", ["SIMRS"]),
        ("Rapat", None, []),
        (None, "Lepas", []),
    ]


def test_a_virtual_machine_is_hosted_where_its_host_stands() -> None:
    found = hosting(
        register(
            [
                thing(K.SERVICE, "Kartu"),
                thing(K.SERVICE, "Tanpa aplikasi"),
                *(thing(K.APPLICATION, name) for name in ("Arsip", "SIMRS")),
                *(thing(K.SERVER, name) for name in ("Mesin", "VM")),
                thing(K.COMPUTING_FACILITY, "Ruang"),
                thing(K.INITIATIVE, "Pindah ke pusat data"),
            ],
            [
                link("Kartu", R.REALIZED_BY, "SIMRS"),
                link("SIMRS", R.RUNS_ON, "VM", environment="staging"),
                link("VM", R.HOSTED_ON, "Mesin"),
                link("Mesin", R.LOCATED_IN, "Ruang"),
                link("Pindah ke pusat data", R.ADDRESSES, "Ruang"),
            ],
        )
    )
    names = [
        [one and one.name for one in (row.service, row.application, row.host, row.facility)] for row in found
    ]
    assert names == [
        ["Kartu", "SIMRS", "VM", "Ruang"],
        ["Tanpa aplikasi", None, None, None],
        [None, "Arsip", None, None],
    ]
    assert found[0].environments == ("staging",)
    assert [plan.name for plan in found[0].plans] == ["Pindah ke pusat data"]


def test_hosts_in_a_circle_stand_nowhere_known() -> None:
    (row,) = hosting(
        register(
            [thing(K.APPLICATION, "A"), thing(K.SERVER, "S"), thing(K.SERVER, "T")],
            [link("A", R.RUNS_ON, "S"), link("S", R.HOSTED_ON, "T"), link("T", R.HOSTED_ON, "S")],
        )
    )
    assert (row.host and row.host.name, row.facility) == ("S", None)


def test_an_exchange_is_told_with_its_interface_its_data_and_the_hub() -> None:
    found = exchanges(
        register(
            [
                *(thing(K.APPLICATION, name) for name in ("A", "B", "C")),
                thing(K.INTERFACE, "API"),
                thing(K.INTERFACE, "API tanpa pemakai"),
                thing(K.DATA_OBJECT, "Penduduk"),
                thing(K.INTEGRATION_SYSTEM, "SPL"),
            ],
            [
                link("API", R.EXPOSED_BY, "A"),
                link("B", R.CALLS, "API"),
                link("API", R.CARRIES, "Penduduk"),
                link("API", R.ROUTED_VIA, "SPL"),
                link("C", R.RECEIVES_FROM, "A", data="Nilai"),
                link("C", R.RECEIVES_FROM, "A", data="Gaji"),
            ],
        )
    )
    told = [
        (row.provider.name, row.receiver.name, row.interface and row.interface.name, row.data, row.hubs)
        for row in found
    ]
    assert told == [
        ("A", "B", "API", ("Penduduk",), ("SPL",)),
        ("A", "C", None, ("Gaji", "Nilai"), ()),
    ]


def test_continuity_tells_what_is_promised_and_the_oldest_of_the_last_tests() -> None:
    kept, bare = continuity(
        register(
            [
                thing(K.SERVICE, "Kartu", rto_hours=1),
                thing(K.SERVICE, "Surat"),
                thing(K.APPLICATION, "A", restore_test="2026-03-01"),
                thing(K.APPLICATION, "B", restore_test="2025-03-01"),
                thing(K.APPLICATION, "C", restore_hours=4),
            ],
            [link("Kartu", R.REALIZED_BY, name, need="all") for name in "ABC"],
        )
    )
    assert kept.time is not None
    assert (kept.time.promised, kept.time.verdict) == (1, Verdict.BROKEN)
    assert kept.tested == date(2025, 3, 1)
    assert [one.name for one in kept.untested] == ["C"]
    assert (bare.time, bare.point, bare.tested, bare.untested) == (None, None, None, ())


def test_what_ended_is_in_no_matrix() -> None:
    here = register(
        [
            thing(K.SERVICE, "Kartu"),
            thing(K.APPLICATION, "Lama", Status.RETIRED),
            thing(K.APPLICATION, "Baru"),
            thing(K.SERVER, "S"),
        ],
        [
            link("Lama", R.RUNS_ON, "S"),
            link("Baru", R.RUNS_ON, "S", valid_to="2026-11-28"),
            link("Kartu", R.REALIZED_BY, "Lama"),
        ],
    )
    told = [[one and one.name for one in (row.service, row.application, row.host)] for row in hosting(here)]
    assert told == [["Kartu", None, None], [None, "Baru", None]]
