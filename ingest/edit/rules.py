"""What an edit by hand is refused for, and what may be written instead."""

from collections.abc import Iterable
from difflib import get_close_matches

from model.element import Element
from model.faults import RefusedChange
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import PropertySpec
from model.text import Text


def unknown_property(name: str, owner: Text, known: Iterable[str]) -> RefusedChange:
    """Return the refusal of a property that a kind or relation has not, with the nearest names."""
    names = sorted(known)
    near = ", ".join(get_close_matches(name.lower(), names, n=3, cutoff=0.6))
    there = ", ".join(names)
    return RefusedChange(
        Text(id=f"{owner.id} tidak memiliki sifat “{name}”", en=f"{owner.en} has no property “{name}”"),
        fix=Text(id=f"mungkin maksudnya: {near}", en=f"perhaps one of: {near}")
        if near
        else Text(id=f"sifat yang ada: {there}", en=f"its properties: {there}"),
    )


def wrong_choice(spec: PropertySpec, text: str) -> RefusedChange:
    """Return the refusal of a value that is none of the choices, with their list."""
    offered = ", ".join(choice.value for choice in spec.choices)
    return RefusedChange(
        Text(
            id=f"“{text}” bukan pilihan untuk {spec.label.id}",
            en=f"“{text}” is not a choice of {spec.label.en}",
        ),
        fix=Text(id=f"pilih salah satu: {offered}", en=f"choose one of: {offered}"),
    )


def wrong_value(spec: PropertySpec, text: str, example: str) -> RefusedChange:
    """Return the refusal of a value of the wrong type, with an example of a right one."""
    return RefusedChange(
        Text(
            id=f"“{text}” tidak dapat dibaca sebagai {spec.label.id}",
            en=f"“{text}” cannot be read as {spec.label.en}",
        ),
        fix=Text(
            id=f"tulis misalnya {example}",
            en=f"write for example {example}",
        ),
    )


def wrong_need(spec: PropertySpec, text: str) -> RefusedChange:
    """Return the refusal of a need that is none, with one of each form as a shell takes it."""
    forms = ", ".join(f"'{spec.name}={need}'" for need in ("any", "all", "2", "60%", "weight>=3"))
    return RefusedChange(
        Text(
            id=f"“{text}” tidak dapat dibaca sebagai {spec.label.id}",
            en=f"“{text}” cannot be read as {spec.label.en}",
        ),
        fix=Text(id=f"tulis salah satu, misalnya: {forms}", en=f"write one of, for example: {forms}"),
    )


def negative_value(spec: PropertySpec, text: str) -> RefusedChange:
    """Return the refusal of a count or amount below nothing."""
    return RefusedChange(
        Text(
            id=f"{spec.label.id} tidak boleh negatif: {text}",
            en=f"{spec.label.en} must not be negative: {text}",
        ),
        fix=Text(
            id="tulis nol atau lebih, atau kosongkan bila tidak diketahui",
            en="write zero or more, or leave it blank if it is not known",
        ),
    )


def required(spec: PropertySpec) -> RefusedChange:
    """Return the refusal to clear what every element must have."""
    return RefusedChange(
        Text(id=f"{spec.label.id} tidak boleh kosong", en=f"{spec.label.en} must not be empty"),
        fix=Text(id="tulis nilai baru", en="write a new value"),
    )


def unknown_relation(
    name: str, source: ElementKind, target: ElementKind | None, metamodel: Metamodel
) -> RefusedChange:
    """Return the refusal of a relation that the metamodel has not, with those between such ends.

    target: None for any.
    """
    return RefusedChange(
        Text(id=f"hubungan “{name}” tidak dikenal", en=f"the relation “{name}” is not known"),
        fix=_allowed_between(source, target, metamodel),
    )


def forbidden_relation(
    relation: RelationKind, source: ElementKind, target: ElementKind, metamodel: Metamodel
) -> RefusedChange:
    """Return the refusal of a relation between such ends, with those that are allowed."""
    allowed = [spec.relation.value for spec in metamodel.relations if spec.allows(source, target)]
    turned = [spec.relation.value for spec in metamodel.relations if spec.allows(target, source)]
    offered = ", ".join(allowed) or "-"
    ends = [metamodel.kind(kind).label for kind in (source, target)]
    what = Text(
        id=f"{relation.value} dari {ends[0].id} ke {ends[1].id} tidak diperbolehkan",
        en=f"{relation.value} from {ends[0].en} to {ends[1].en} is not allowed",
    )
    if relation.value in turned:
        return RefusedChange(
            what,
            fix=Text(
                id=f"tukar kedua ujungnya; yang boleh ke arah ini: {offered}",
                en=f"exchange the two ends; allowed in this direction: {offered}",
            ),
        )
    return RefusedChange(
        what,
        fix=_allowed_between(source, target, metamodel),
    )


def _allowed_between(source: ElementKind, target: ElementKind | None, metamodel: Metamodel) -> Text:
    ends = ElementKind if target is None else (target,)
    allowed = (spec for spec in metamodel.relations if any(spec.allows(source, end) for end in ends))
    offered = ", ".join(spec.relation.value for spec in allowed) or "-"
    if target is None:
        return Text(id=f"pakai salah satu: {offered}", en=f"use one of: {offered}")
    return Text(
        id=f"hubungan yang boleh di antara keduanya: {offered}",
        en=f"relations allowed between the two: {offered}",
    )


def shipped_element(key: str) -> RefusedChange:
    """Return the refusal to edit a national reference code."""
    return RefusedChange(
        Text(
            id=f"{key} adalah kode referensi nasional yang dibawa oleh simpul",
            en=f"{key} is a national reference code that comes with simpul",
        ),
        fix=Text(
            id="ubah objek yang memakainya, atau buat kode daerah di bawahnya",
            en="edit the element that uses it, or make a local code below it",
        ),
    )


def already_retired(key: str) -> RefusedChange:
    """Return the refusal to retire what is retired."""
    return RefusedChange(
        Text(id=f"{key} sudah dihentikan", en=f"{key} is retired already"),
        fix=Text(
            id=f"untuk mengaktifkannya kembali: simpul set {key} status=active valid_to=",
            en=f"to bring it back: simpul set {key} status=active valid_to=",
        ),
    )


def wrong_kind(column: str, key: str, kind: ElementKind, allowed: Iterable[ElementKind]) -> RefusedChange:
    """Return the refusal of an element of a kind that a column cannot refer to."""
    offered = ", ".join(one.value for one in allowed)
    return RefusedChange(
        Text(
            id=f"{key} adalah {kind.value}, yang tidak dapat menjadi {column}",
            en=f"{key} is {kind.value}, which cannot be {column}",
        ),
        fix=Text(id=f"pilih objek berjenis: {offered}", en=f"choose an element of kind: {offered}"),
    )


def nothing_to_merge(key: str) -> RefusedChange:
    """Return the refusal of a merge of one element only."""
    return RefusedChange(
        Text(id=f"tidak ada yang digabungkan ke {key}", en=f"nothing is to be merged into {key}"),
        fix=Text(
            id="sebut objek yang dipertahankan, lalu yang digabungkan ke dalamnya",
            en="name the element to keep, then those that become part of it",
        ),
    )


def merged_with_itself(key: str) -> RefusedChange:
    """Return the refusal of a merge that names one element twice."""
    return RefusedChange(
        Text(
            id=f"{key} disebut dua kali, atau sudah digabungkan",
            en=f"{key} is named twice, or merged already",
        ),
        fix=Text(id="sebut objek yang berlainan", en="name different elements"),
    )


def merged_across_kinds(metamodel: Metamodel, keep: Element, gone: Element) -> RefusedChange:
    """Return the refusal of a merge of two kinds."""
    kept, lost = (metamodel.kind(one.kind).label for one in (keep, gone))
    return RefusedChange(
        Text(
            id=f"{keep.key} dan {gone.key} berlainan jenis: {kept.id} dan {lost.id}",
            en=f"{keep.key} and {gone.key} are of two kinds: {kept.en} and {lost.en}",
        ),
        fix=Text(id="gabungkan objek yang sejenis saja", en="merge elements of one kind only"),
    )


def agency_into_own_unit(keep: Element, gone: Element) -> RefusedChange:
    """Return the refusal to merge an agency into a unit of its own."""
    return RefusedChange(
        Text(
            id=f"{keep.key} adalah unit dari {gone.key}; perangkat daerah tidak menjadi bagian dari unitnya",
            en=f"{keep.key} is a unit of {gone.key}; an agency does not become part of its own unit",
        ),
        fix=Text(
            id=f"pertahankan perangkat daerahnya: simpul merge {gone.key} {keep.key}",
            en=f"keep the agency instead: simpul merge {gone.key} {keep.key}",
        ),
    )


def merged_across_bodies(keep: tuple[str, Text], gone: tuple[str, Text]) -> RefusedChange:
    """Return the refusal to merge agencies that are not of one sort or government: key, and what it is."""
    return RefusedChange(
        Text(
            id=f"{keep[0]} adalah {keep[1].id}, {gone[0]} {gone[1].id}: bukan satu organisasi",
            en=f"{keep[0]} is {keep[1].en}, {gone[0]} {gone[1].en}: not one organisation",
        ),
        fix=Text(
            id="gabungkan perangkat daerah dari satu pemerintah saja; bila nama atau jenis unitnya keliru, "
            f"perbaiki dahulu: simpul set {gone[0]} name=… org_type=…",
            en="merge agencies of one government only; if a name or type of unit is wrong, correct it first: "
            f"simpul set {gone[0]} name=… org_type=…",
        ),
    )


def nothing_said(key: str, name: str, known: Iterable[str]) -> RefusedChange:
    """Return the refusal to take a value from an element that has none."""
    offered = ", ".join(known)
    return RefusedChange(
        Text(id=f"{key} tidak menyebut {name}", en=f"{key} says nothing of {name}"),
        fix=Text(id=f"ambil dari: {offered}", en=f"take it from: {offered}"),
    )


def nothing_to_decide(source: str, relation: RelationKind) -> RefusedChange:
    """Return the refusal to say what targets are to each other where there are not two without a group."""
    return RefusedChange(
        Text(
            id=f"{source} tidak memiliki dua tujuan {relation.value} tanpa grup cadangan",
            en=f"{source} does not have two targets of {relation.value} in no redundancy group",
        ),
        fix=Text(
            id=f"lihat hubungannya: simpul show {source}",
            en=f"see its relations: simpul show {source}",
        ),
    )


def no_such_relation(source: str, relation: RelationKind, target: str) -> RefusedChange:
    """Return the refusal to take away a relation that is not there."""
    return RefusedChange(
        Text(
            id=f"{source} tidak memiliki hubungan {relation.value} ke {target}",
            en=f"{source} has no relation {relation.value} to {target}",
        ),
        fix=Text(
            id=f"lihat hubungannya: simpul show {source}",
            en=f"see its relations: simpul show {source}",
        ),
    )
