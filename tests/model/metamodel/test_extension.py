"""Users add properties and choices in TOML; what is wrong is refused with what to write instead."""

import pytest

from model.faults import RefusedChange
from model.kinds import ElementKind, Status
from model.metamodel.extension import EXAMPLE, RESERVED, extended
from model.metamodel.shipped import shipped
from model.metamodel.spec import ValueType
from model.text import Language

LABEL = 'label = { id = "Pulau", en = "Island" }'


def _property(*lines: str, kind: str = '"Server"', name: str = "island", label: str = LABEL) -> str:
    return "\n".join(["[[property]]", f"kind = {kind}", f'name = "{name}"', label, *lines])


def _choice(value: str, *lines: str, kind: str = '"Server"', of: str = "raid") -> str:
    return "\n".join(["[[choice]]", f"kind = {kind}", f'property = "{of}"', f'value = "{value}"', *lines])


def test_the_example_adds_what_it_says() -> None:
    metamodel = extended(shipped(), EXAMPLE)
    contract = metamodel.property_(ElementKind.APPLICATION, "contract_end")
    assert contract is not None
    assert contract.type is ValueType.DATE
    assert "Tanggal Akhir Kontrak" in contract.headers
    assert contract.help is not None
    assert contract.help.en == "The last day of the maintenance contract."
    assert metamodel.property_(ElementKind.SERVER, "contract_end") is None
    raid = metamodel.property_(ElementKind.SERVER, "raid")
    assert raid is not None
    assert [choice.value for choice in raid.choices][-2:] == ["Non-RAID", "RAID 60"]


@pytest.mark.parametrize("kind", ElementKind)
def test_a_star_means_every_kind(kind: ElementKind) -> None:
    island = extended(shipped(), EXAMPLE).property_(kind, "island")
    assert island is not None
    assert island.type is ValueType.CHOICE
    assert [(choice.value, choice.label.en) for choice in island.choices] == [
        ("Jintan", "Jintan"),
        ("Pala", "Pala Island"),
    ]


def test_the_digest_tells_one_extension_from_another_and_from_none() -> None:
    digests = {
        shipped().digest,
        extended(shipped(), EXAMPLE).digest,
        extended(shipped(), _property()).digest,
        extended(shipped(), _property('synonyms = ["Nama Pulau"]')).digest,
    }
    assert len(digests) == 4
    assert extended(shipped(), "") == shipped()
    assert extended(shipped(), "# nothing yet\n").digest == shipped().digest


def test_several_kinds_may_be_named_in_either_language() -> None:
    metamodel = extended(shipped(), _property(kind='["Aplikasi", "Computing facility", "server"]'))
    having = {kind for kind in ElementKind if metamodel.property_(kind, "island")}
    assert having == {ElementKind.APPLICATION, ElementKind.COMPUTING_FACILITY, ElementKind.SERVER}


def test_a_choice_may_imply_a_status_and_belong_to_every_kind() -> None:
    text = _choice("paused", 'implies = "retired"', 'synonyms = ["jeda"]', kind='"*"', of="to_be")
    to_be = extended(shipped(), text).property_(ElementKind.GAP, "to_be")
    assert to_be is not None
    assert (to_be.choices[-1].value, to_be.choices[-1].implies) == ("paused", Status.RETIRED)


def test_several_choices_of_a_property_of_ones_own() -> None:
    text = _property('type = "choices"', 'choices = [{ value = "A" }]') + "\n" + _choice("B", of="island")
    island = extended(shipped(), text).property_(ElementKind.SERVER, "island")
    assert island is not None
    assert island.type is ValueType.CHOICES
    assert [choice.value for choice in island.choices] == ["A", "B"]


REFUSED = {
    "no toml": ("kind =", "is not TOML", "docs/metamodel.md has an example"),
    "no name": ('[[property]]\nkind = "Server"', "property.1.name is missing", "known keys: kind, name"),
    "unknown key": (_property('tipe = "text"'), "property.1.tipe is unknown", "known keys: kind, name"),
    "unknown table": ("[[properti]]\n", "properti is unknown", "known keys"),
    "wrong kind of value": (_property('required = "ya"'), "required has the wrong type", "known keys"),
    "unknown kind": (_property(kind='"Aplication"'), "no kind 'Aplication'", "write one of: Application"),
    "bad name": (_property(name="Pulau Kecil"), "cannot be a property name", "lower-case letters"),
    "accented name": (_property(name="pülau"), "cannot be a property name", "lower-case letters"),
    "name taken": (_property(name="raid"), "'raid' is taken in Server (Storage technique)", "another name"),
    "column taken": (
        _property(label='label = { id = "Lokasi", en = "Site" }'),
        "'Lokasi' is taken in Server",
        "another name, label or synonym",
    ),
    "synonym taken": (_property('synonyms = ["Nama Server"]'), "'Nama Server' is taken", "synonym"),
    "twice": (_property() + "\n" + _property(), "[[property]] 2 (island): 'Pulau' is taken", "another name"),
    "taken in one of all": (_property(name="raid", kind='"*"'), "is taken in Server", "another name"),
    "unknown type": (_property('type = "datum"'), "no type 'datum'", "write one of: text, integer"),
    "choices with text": (
        _property('type = "text"', 'choices = [{ value = "A" }]'),
        "choices go with choice types only",
        'write type = "choice"',
    ),
    "choice without choices": (_property('type = "choice"'), "choices go with", "leave choices out"),
    "label without words": (
        _property(label='label = { id = "Pulau", en = " " }'),
        "needs both languages",
        'write { id = "…", en = "…" }',
    ),
    "empty choice": (_property('choices = [{ value = "" }]'), "empty value", "give it a value"),
    "one word, two choices": (
        _property('choices = [{ value = "A" }, { value = "B", synonyms = ["a"] }]'),
        "'B' is the same as the choice 'A'",
        "another value or synonym",
    ),
    "choice that exists": (_choice("raid-5"), "'raid-5' is the same as the choice 'RAID 5'", "another value"),
    "no such list": (_choice("X", of="memory"), "no list of choices 'memory'", "ownership, processor, raid"),
    "no such common list": (_choice("X", of="raid", kind='"*"'), "no list of choices", "status, to_be"),
    "no status": (_choice("X", 'implies = "gone"'), "'gone' is no status", "planned, active, retired"),
}


@pytest.mark.parametrize(("text", "what", "fix"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_refused_with_what_to_write(text: str, what: str, fix: str) -> None:
    with pytest.raises(RefusedChange) as refused:
        extended(shipped(), text)
    said, instead = refused.value.lines(Language.EN)
    assert what in said
    assert fix in instead
    assert refused.value.what.id != said


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_names_of_the_program_stay_its_own(name: str) -> None:
    with pytest.raises(RefusedChange) as refused:
        extended(shipped(), _property(name=name))
    assert "Simpul uses this name itself" in refused.value.what.en
    assert refused.value.fix.en == "choose another name"


def test_an_agency_may_be_answerable_for_columns_of_a_kind_or_all() -> None:
    metamodel = extended(shipped(), EXAMPLE)
    assert metamodel.led_by(ElementKind.DATA_OBJECT, "bappeda") == ("description", "producer")
    assert metamodel.led_by(ElementKind.DATA_OBJECT, "dinkes") == ()
    assert metamodel.led_by(ElementKind.SERVER, "bappeda") == ()
    whole = extended(shipped(), '[[authority]]\nkind = "*"\nsender = "Setda"\n')
    assert whole.led_by(ElementKind.BUSINESS_PROCESS, "setda") == ("*",)


def test_an_authority_over_an_unknown_column_is_refused_with_near_ones() -> None:
    with pytest.raises(RefusedChange) as refused:
        extended(shipped(), '[[authority]]\nkind = "DataObject"\nsender = "x"\ncolumns = ["produser"]\n')
    assert "producer" in refused.value.fix.en
