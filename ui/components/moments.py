"""The states of the data that can be asked: as it is now, and as it stood after each load."""

from queries.loads import merging
from ui import overview, reading, session
from ui.overview import called
from ui.phrases import compare as words
from ui.phrases import home as home_words
from ui.session import say
from ui.wording import moment

NOW = ""  # in the place of a load


def states_of_data() -> dict[str, str]:
    """Return them in words, now first, then the newest load first."""
    names, language = overview.scope_names(reading.snapshot()), session.language()
    found = {NOW: say(words.NOW)}
    for load in reversed(merging.loads(session.workspace().store)):
        if not load.undone:
            scope = called(names, load.scope) if load.scope else home_words.SEVERAL
            told = f"{moment(load.at, language)}, {scope.in_(language)}"
            found[load.id] = say(words.AFTER_LOAD, load=told)
    return found
