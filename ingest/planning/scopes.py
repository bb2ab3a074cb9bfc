"""Which scope a person means: an agency by name, acronym or slug, folded as in cells."""

from collections.abc import Iterable

from ingest.draft import Draft
from ingest.planning.agencies import Agencies, scope_of
from model.directory import Directory
from model.entry import Entry
from model.faults import RefusedQuestion
from model.folding import fold
from model.keys import SHARED, Key, is_full_key, parse_key
from model.kinds import ElementKind
from model.nomenclature import agency_words, is_unit
from model.text import Text

_MOST = 8  # scopes to choose from in one line


def meant_scope(directory: Directory, asked: str) -> str | None:
    """Return the scope that is meant, of merged agencies the one that counts; None for a new one.

    Raises:
        RefusedQuestion: several agencies are meant, or the name is blank.
    """
    check_written(asked)
    scope = Agencies(directory, str).scope(asked)
    if scope is not None:
        return directory.home(scope)
    meant = directory.resolve(asked, SHARED, (ElementKind.ORG_UNIT,)).candidates
    if meant:
        names = ", ".join(f"{directory.entries[uid].name}" for uid in meant)
        raise RefusedQuestion(
            Text(id=f"“{asked}” dapat berarti beberapa OPD", en=f"“{asked}” may mean several agencies"),
            fix=Text(id=f"tulis salah satu: {names}", en=f"write one of: {names}"),
        )
    return None


def delivered_scope(drafts: Iterable[Draft], asked: str) -> str | None:
    """Return the scope of the one agency among the rows of a delivery that is meant; None for none."""
    units = (one for one in drafts if one.kind is ElementKind.ORG_UNIT and not is_unit(one.name or ""))
    found = {scope_of(_entry(one)) for one in units if _is_called(one, asked)}
    return next(iter(found)) if len(found) == 1 else None


def _is_called(unit: Draft, asked: str) -> bool:
    names = (unit.name, unit.values.get("abbreviation"))
    told = {fold(str(name)) for name in names if name}
    return fold(asked) in told or (bool(unit.name) and agency_words(str(unit.name)) == agency_words(asked))


def _entry(unit: Draft) -> Entry:
    name, short = unit.name or unit.code or "", unit.values.get("abbreviation")
    full = unit.key if unit.key and is_full_key(unit.key) else None
    key = full or str(Key(SHARED, ElementKind.ORG_UNIT, unit.code or unit.key or fold(name) or name))
    abbreviation = str(short) if short else None
    return Entry("", ElementKind.ORG_UNIT, parse_key(key).scope, key, name, abbreviation=abbreviation)


def known_scope(directory: Directory, asked: str) -> str:
    """Return the scope that is meant, of merged agencies the one that counts.

    Raises:
        RefusedQuestion: several agencies are meant, none that is known, or the name is blank; the fix names
            those like it.
    """
    scope = meant_scope(directory, asked)
    if scope is None:
        raise RefusedQuestion(
            Text(id=f"tidak ada cakupan “{asked}”", en=f"there is no scope “{asked}”"),
            fix=_instead(directory, asked),
        )
    return scope


def check_written(asked: str) -> None:
    """Refuse a blank name: that no agency is meant is said by naming none.

    Raises:
        RefusedQuestion: the name is blank.
    """
    if not asked.strip():
        raise RefusedQuestion(
            Text(id="nama OPD pada --scope kosong", en="the agency of --scope is blank"),
            fix=Text(
                id="tulis nama, singkatan, atau kode OPD, atau hilangkan --scope",
                en="write the name, acronym or slug of an agency, or leave --scope out",
            ),
        )


def _instead(directory: Directory, asked: str) -> Text:
    near = ", ".join(f"{one.name} ({one.scope})" for one in Agencies(directory, str).near(asked))
    if near:
        return Text(id=f"mungkin maksudnya: {near}", en=f"perhaps you mean: {near}")
    known = sorted(directory.scopes() - directory.homes.keys())
    some = ", ".join(known[:_MOST])
    return Text(
        id=f"yang ada: {some}; semuanya: simpul query agencies" if some else "lihat: simpul query agencies",
        en=f"there are: {some}; all of them: simpul query agencies" if some else "see: simpul query agencies",
    )
