"""How somebody can be reached without danger, as they said it themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Any, Self

from suoja.core.calendar import HELSINKI
from suoja.intake.choices import Channel, Gender, IfOther, Voicemail

DAYS_OF_WEEK = 7
DAY = timedelta(days=1)
TIME = "%H:%M"


def zone_of(clock: int | None) -> tzinfo:
    """Return the zone of a clock so many minutes ahead of UTC; None is the clock of Finland."""
    return HELSINKI if clock is None else timezone(timedelta(minutes=clock))


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of a day of the week (Monday is 0), or of every day.

    One that ends when it begins, or before, goes on into the next day.
    """

    day: int | None
    start: time
    end: time

    def covers(self, local: datetime) -> bool:
        """Test if a moment on the clock of the person lies inside."""
        now = local.time()
        if self.end > self.start:
            return self._is_of(local) and self.start <= now < self.end
        began_today = self._is_of(local) and now >= self.start
        return began_today or (self._is_of(local - DAY) and now < self.end)

    def to_json(self) -> list[Any]:
        return [self.day, self.start.strftime(TIME), self.end.strftime(TIME)]

    @classmethod
    def from_json(cls, told: Any) -> Self:
        """Return what `to_json` wrote down; raise ValueError or TypeError for anything else."""
        day, start, end = told
        if day is not None and day not in range(DAYS_OF_WEEK):
            raise ValueError(f"There is no day {day} in a week.")
        return cls(day, time.fromisoformat(start), time.fromisoformat(end))

    def _is_of(self, local: datetime) -> bool:
        return self.day is None or self.day == local.weekday()


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact:
    """When and how somebody may be called; days and hours are those of their own clock."""

    channel: Channel
    number: str
    safe: tuple[Window, ...]
    never: tuple[Window, ...] = ()
    clock: int | None = None
    language: str = ""
    wants_interpreter: bool = False
    gender: Gender = Gender.ANY
    shared_with: str = ""
    if_other: IfOther = IfOther.HANG_UP
    other_words: str = ""
    voicemail: Voicemail = Voicemail.NEVER
    code_word: str = ""
    valid_until: date
    has_consent: bool
    confirmed_on: date | None

    @property
    def zone(self) -> tzinfo:
        return zone_of(self.clock)

    def local(self, at: datetime) -> datetime:
        """Return a moment as the clock of the person shows it."""
        return at.astimezone(self.zone)

    def holds(self, at: datetime) -> bool:
        """Test if a moment is not after the last day; that day is included."""
        return self.local(at).date() <= self.valid_until

    def to_json(self) -> dict[str, Any]:
        return {
            "channel": self.channel,
            "number": self.number,
            "safe": [window.to_json() for window in self.safe],
            "never": [window.to_json() for window in self.never],
            "clock": self.clock,
            "language": self.language,
            "wants_interpreter": self.wants_interpreter,
            "gender": self.gender,
            "shared_with": self.shared_with,
            "if_other": self.if_other,
            "other_words": self.other_words,
            "voicemail": self.voicemail,
            "code_word": self.code_word,
            "valid_until": self.valid_until.isoformat(),
            "has_consent": self.has_consent,
            "confirmed_on": self.confirmed_on.isoformat() if self.confirmed_on else None,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """Return what `to_json` wrote down; raise ValueError for anything else."""
        try:
            return cls._read(told)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError("This is not a record of a safe contact.") from error

    @classmethod
    def _read(cls, told: Mapping[str, Any]) -> Self:
        confirmed_on = told["confirmed_on"]
        contact = cls(
            channel=Channel(told["channel"]),
            number=str(told["number"]),
            safe=tuple(map(Window.from_json, told["safe"])),
            never=tuple(map(Window.from_json, told["never"])),
            clock=told["clock"],
            language=str(told["language"]),
            wants_interpreter=bool(told["wants_interpreter"]),
            gender=Gender(told["gender"]),
            shared_with=str(told["shared_with"]),
            if_other=IfOther(told["if_other"]),
            other_words=str(told["other_words"]),
            voicemail=Voicemail(told["voicemail"]),
            code_word=str(told["code_word"]),
            valid_until=date.fromisoformat(told["valid_until"]),
            has_consent=bool(told["has_consent"]),
            confirmed_on=date.fromisoformat(confirmed_on) if confirmed_on else None,
        )
        contact.zone.utcoffset(None)  # refuses a clock that no place on earth has
        return contact
