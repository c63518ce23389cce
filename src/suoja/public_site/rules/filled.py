"""What was filled in so far, and what is asked next.

Answers are kept as they were typed, page by page, so that going back loses nothing; the forms say
whether they will do.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from suoja.public_site.choices.referral import OF_A_PERSON, Answer, Page

MOST_PERSONS = 50
SAME = "same"  # marks a person whose story is as that of the one before
COPIED: Mapping[Page, tuple[str, ...]] = {
    Page.PERSON: ("nationality", "language"),
    Page.REACH: ("address",),
    Page.HAPPENED: ("forms", "where", "summary", "threat"),
}
NOT_ASKED_AGAIN = (Page.HAPPENED, Page.CHILDREN)

Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A page, of one of the persons where it has one."""

    page: Page
    person: int | None = None

    @classmethod
    def read(cls, written: str) -> Self:
        page, _, person = written.partition("/")
        return cls(Page(page), int(person) if person else None)

    def __str__(self) -> str:
        return self.page if self.person is None else f"{self.page}/{self.person}"


@dataclass(slots=True)
class Filled:
    """A form on its way: answers, where it stands, and the keys of the code that it is saved under.

    `checked` once the summary was seen: then every step leads back there.
    """

    submission: str
    common: dict[str, Answers] = field(default_factory=dict)
    persons: list[dict[str, Any]] = field(default_factory=list)
    at: str = Page.WHO
    checked: bool = False
    saved: str = ""

    @property
    def place(self) -> Place:
        return Place.read(self.at)

    @property
    def is_consultation(self) -> bool:
        return bool(self.common.get(Page.CONSENT, {}).get("consents") == Answer.NO)

    @property
    def to_keep(self) -> dict[str, Any]:
        """Return what is saved under a code: everything but the keys of that code."""
        return {**asdict(self), "saved": ""}

    def answers(self, place: Place) -> Answers | None:
        """Return what was typed on a page, or None if nobody was there yet."""
        kept = self.common if place.person is None else self.persons[place.person]
        return kept.get(place.page)

    def keep(self, place: Place, answers: Answers) -> None:
        kept = self.common if place.person is None else self.persons[place.person]
        kept[place.page] = answers

    def person(self, place: Place) -> Mapping[str, Any]:
        """Return all answers about the person of a page."""
        return {} if place.person is None else self.persons[place.person]


def order(filled: Filled) -> list[Place]:
    """Return all pages of a form as it is filled in so far."""
    first = [Place(Page.WHO), Place(Page.CONSENT)]
    if filled.is_consultation:
        return [*first, Place(Page.ASK), Place(Page.CHECK)]
    if not filled.persons:
        return first
    return [*first, *_of_persons(filled), Place(Page.ANOTHER), Place(Page.CHECK)]


def _of_persons(filled: Filled) -> list[Place]:
    places = [Place(page, one) for one in range(len(filled.persons)) for page in OF_A_PERSON]
    if len(filled.persons) > 1:
        places.insert(len(OF_A_PERSON), Place(Page.TOGETHER))
    return places


def next_place(filled: Filled, is_complete: Callable[[Place], bool]) -> Place:
    """Return where to go on: once everything was checked, to what is missing or the summary."""
    places = order(filled)
    if filled.checked:
        return next((each for each in places if not is_complete(each)), Place(Page.CHECK))
    asked = _asked(filled)
    return asked[asked.index(filled.place) + 1]


def place_before(filled: Filled) -> Place:
    """Return where going back leads."""
    if filled.checked and filled.place.page != Page.CHECK:
        return Place(Page.CHECK)
    asked = _asked(filled)
    return asked[max(asked.index(filled.place) - 1, 0)]


def _asked(filled: Filled) -> list[Place]:
    """Return the pages to go through, without those that are answered by the one before."""
    return [
        each
        for each in order(filled)
        if not (each.page in NOT_ASKED_AGAIN and filled.person(each).get(SAME))
    ]


def settle_consent(filled: Filled) -> None:
    """Ask of persons only with consent; without it, forget what was told of them."""
    if filled.is_consultation:
        filled.persons.clear()
        filled.common.pop(Page.TOGETHER, None)
    elif not filled.persons:
        filled.persons.append({})


def ask_without_names(filled: Filled) -> None:
    """Make the form an anonymous consultation."""
    filled.common[Page.CONSENT] = {"consents": Answer.NO.value}
    settle_consent(filled)
    filled.at = Page.ASK


def add_person(filled: Filled, *, same: bool) -> None:
    """Add a person; what is the same as of the one before is copied, and never a consent."""
    filled.persons.append(_copied(filled.persons[-1]) if same else {})
    is_second = len(filled.persons) == 2 and Page.TOGETHER not in filled.common
    filled.at = str(Place(Page.TOGETHER) if is_second else Place(Page.AGE, len(filled.persons) - 1))


def _copied(before: Mapping[str, Any]) -> dict[str, Any]:
    person: dict[str, Any] = {SAME: True, Page.CHILDREN: {}}
    for page, names in COPIED.items():
        answers = before.get(page, {})
        person[page] = {name: answers[name] for name in names if name in answers}
    return person


def take_off(filled: Filled, number: int) -> None:
    """Take a person off the form, and with the last one all that names anybody."""
    del filled.persons[number]
    if not filled.persons:
        ask_without_names(filled)
    elif filled.checked:
        filled.at = Page.CHECK
    else:
        filled.at = Page.ANOTHER
