"""Drafts: what a person has filled in and not saved yet. They survive going elsewhere and coming back."""

from ui import session


class Draft:
    """The draft of one form, kept in the session: name of a field → its text."""

    def __init__(self, form: str) -> None:
        self.form = form
        kept: dict[str, list[str]] = session.recall(self._store) or {}
        self.said = {name: texts[0] for name, texts in kept.items()}

    @property
    def _store(self) -> str:
        return f"draft.{self.form}"

    def put(self, name: str, text: str | None) -> None:
        """Take the text of a field; None: the field is as it was."""
        if self.said.get(name) == text:
            return
        if text is None:
            del self.said[name]
        else:
            self.said[name] = text
        session.keep(self._store, {field: [words] for field, words in self.said.items()})

    def drop(self) -> None:
        """Forget what was filled in; the widgets begin anew."""
        self.said.clear()
        session.forget(self._store)
        session.keep(f"{self._store}.round", self._round + 1)

    @property
    def _round(self) -> int:
        return int(session.recall(f"{self._store}.round") or 0)

    def key(self, name: str) -> str:
        """Return the key of the widget of a field: another one in each language and after each drop."""
        return f"{self.form}.{name}.{session.language().value}.{self._round}"
