"""What an application costs in a year, and how it was tested, as the offices of the example put it."""

from seed.estate import Application
from seed.habits import Habit, pick
from seed.notation import ApplicationLine
from seed.sheets import Cell

_BASE, _PER_USER, _STEP = 14_000_000, 6_500, 500_000  # rupiah; a price is a whole number of steps
_MOST_USERS = 20_000  # above them no more is paid for each
_LICENSED = 1.6  # times, where a licence is bought
_CARED_FOR = {"VH": 2.2, "H": 1.6, "M": 1.0, "L": 0.7}  # times, by criticality
_WAYS = ("Rp {}", "Rp{},00", "{}")
_TESTS = ("Lulus 2025", "Belum dilakukan", None, "Lulus 2024", None)
_KNOWN = (True, True, True, False, True)


def yearly_cost(application: Application, line: ApplicationLine, habit: Habit) -> Cell:
    """Return what is paid for it in a year, in rupiah; one office in five does not know."""
    if "status" in line.more or not pick(_KNOWN, "biaya", application.code):
        return habit.nothing("biaya", application.code)
    cost = (_BASE + _PER_USER * min(int(line.users), _MOST_USERS)) * _CARED_FOR[line.criticality]
    whole = round(cost * (_LICENSED if line.language == "C#" else 1) / _STEP) * _STEP
    if habit.tidy:
        return whole
    return pick(_WAYS, "rupiah", application.code).format(f"{whole:,}".replace(",", "."))


def security_test(application: Application, line: ApplicationLine) -> Cell:
    """Return what came out of its security test."""
    return None if "status" in line.more else pick(_TESTS, "uji", application.code)
