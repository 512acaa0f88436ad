"""A value with its span: what the readers of amounts, ages, dates and references give back."""

from dataclasses import dataclass
from typing import NamedTuple


class Tokens(NamedTuple):
    """A release's tokens as parallel lists, with what decides how some are read ("$", 3/4/2022)."""

    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    country: str | None
    published: str | None

    def word(self, i: int, end: int) -> str:
        """Token i in lower case, or "" at the end of the sentence."""
        return self.low[i] if i < end else ""

    def touches(self, i: int) -> bool:
        """Whether token i is written on to the one before."""
        return self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital letter."""
        return self.raw[i][0].isupper()


@dataclass(slots=True)
class Value:
    """A value at tokens [i, j); the number itself begins at ``at``, after words such as "around".

    kind: "number", "vague" (no number: "several"), "money", "measure", "length" (also area, duration, volume, mm),
    "percent", "calibre", "age", "time", "phone", "ordinal", "year", "label" (a number that names something), "date"
    (of one counted from the date before, "two days later", ``number`` is the days).
    """

    kind: str
    i: int
    j: int
    at: int
    number: float | int | None = None
    maximum: float | int | None = None
    modifier: str = "exact"
    unit: str | None = None  # of a measure, or the currency of money
    ages: tuple[str, ...] = ()
    first: str | None = None  # of a date: its first and last day, ISO
    last: str | None = None
    precision: str | None = None  # "day", "period", "weekday", "relative", "month" or "year"
    flag: str | None = None  # "weekday": the stated weekday is not that of the date

    @property
    def whole(self) -> int | None:
        """The number as a count of things or people, without its decimals; None where none is stated."""
        return None if self.number is None else int(self.number)

    @property
    def counts(self) -> bool:
        """Whether it is a plain whole number."""
        return self.kind == "number" and self.number is not None and self.number == int(self.number)
