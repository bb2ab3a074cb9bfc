"""Which scope a person means: an agency by name, acronym or slug, folded as in cells."""

from ingest.planning.agencies import Agencies
from model.directory import Directory
from model.faults import RefusedQuestion
from model.keys import SHARED
from model.kinds import ElementKind
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
