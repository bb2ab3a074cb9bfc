"""What a check says: what is confirmed, what is wrong and where, and what was not looked at."""

from dataclasses import dataclass, field

from model.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong: a word for scripts, the element it is about, and a sentence."""

    problem: str
    element: str | None
    message: Text


@dataclass(slots=True)
class Verdict:
    """The outcome of a check, as it grows."""

    confirmed: list[Text] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    not_checked: list[Text] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong

    def refuse(self, problem: str, element: str | None, *, id_: str, en: str) -> None:
        """Note something wrong. id_, en: the sentence in both languages."""
        self.wrong.append(Problem(problem, element, Text(id=id_, en=en)))

    def confirm(self, wrong_before: int, *, id_: str, en: str) -> None:
        """Note something confirmed, if nothing was found wrong since."""
        if len(self.wrong) == wrong_before:
            self.confirmed.append(Text(id=id_, en=en))

    def pass_over(self, *, id_: str, en: str) -> None:
        """Note something that was not looked at."""
        self.not_checked.append(Text(id=id_, en=en))
