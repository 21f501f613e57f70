"""Who receives the money: invented entities whose names and codes nobody can take for real ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.demo import stories
from data.demo.chance import spread, stream
from data.demo.shape import YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from random import Random

    from data.demo.shape import Shape

AREAS = ("sport", "culture", "social", "health", "education", "ngo", "environment", "rights")

PROFILE: dict[str, tuple[float, ...]] = {
    "budgetary_institution": (4.5, 10.5, 19.5, 2.5, 56.3, 0.4, 6.0, 0.3),
    "public_institution": (14.0, 19.0, 8.0, 38.0, 17.0, 1.0, 2.5, 0.5),
    "ngo": (32.0, 17.0, 18.0, 6.0, 8.0, 13.0, 4.0, 2.0),
    "other": (7.0, 5.0, 15.0, 5.0, 23.0, 0.2, 44.5, 0.3),
}
"""How the money of a recipient kind is spread over AREAS, per cent."""

FORMS: dict[str, tuple[tuple[str, str, float], ...]] = {
    "budgetary_institution": (("950", "Pavyzdinė biudžetinė įstaiga", 1.0),),
    "public_institution": (("570", "Pavyzdinė viešoji įstaiga", 1.0),),
    "ngo": (
        ("630", "Pavyzdinė asociacija", 0.78),
        ("570", "Pavyzdinė nevyriausybinė įstaiga", 0.15),
        ("640", "Pavyzdinis labdaros ir paramos fondas", 0.07),
    ),
    "other": (("310", "Pavyzdinė bendrovė", 1.0),),
}
"""Legal form, beginning of the name, and how common it is."""


@dataclass(frozen=True)
class Entity:
    """A recipient. Its home area and weight say how much it tends to get."""

    code: str
    name: str
    legal_form: str
    kind: str
    municipality: str
    area: str
    weight: float
    successor: str | None = None
    closed_on: date | None = None

    def row(self) -> stories.DemoRow:
        """Return the row of table entity."""
        head = (self.code, self.name, self.legal_form, self.kind, self.municipality)
        return (*head, self.successor, self.closed_on)


def panel(shape: Shape) -> list[Entity]:
    """Return all entities of a municipality, numbered through."""
    rng = stream(shape.code, "entities")
    people = shape.people[YEARS[0]]
    counts = {
        "budgetary_institution": round(5 + 0.085 * people**0.5),
        "public_institution": round(2 + 0.07 * people**0.4),
        "ngo": round(5 + 0.045 * people**0.65),
        "other": round(2 + 0.016 * people**0.5),
    }
    found: list[Entity] = []
    for kind, count in counts.items():
        found += _of_kind(shape.code, kind, count, len(found), rng)
    return _merged(found) if shape.code == stories.MERGER.municipality else found


def members(entities: Iterable[Entity], kind: str, area: str, year: int) -> list[Entity]:
    """Return who of a kind works in an area; where nobody does, its first one, which does all."""
    living = [
        e for e in entities if e.kind == kind and not (e.closed_on and e.closed_on.year < year)
    ]
    return [e for e in living if e.area == area] or living[:1]


def _of_kind(code: str, kind: str, count: int, before: int, rng: Random) -> list[Entity]:
    """Make entities of a kind; few are heavy and most are light (Zipf), NGOs most of all."""
    steep = 1.3 if kind == "ngo" else 0.6
    made = []
    for n in range(1, count + 1):
        form, begin = _form(kind, rng)
        area = rng.choices(AREAS, PROFILE[kind])[0]
        if kind == "budgetary_institution":
            area = _institution_area(n, area)
        made.append(
            Entity(
                code=f"D{code}-{before + n:04d}",
                name=f"{begin} {int(code):03d}-{n:02d}",
                legal_form=form,
                kind=kind,
                municipality=code,
                area=area,
                weight=n**-steep * spread(rng, 0.3),
            )
        )
    return made


def _institution_area(position: int, drawn: str) -> str:
    """Keep the areas of the merger's two institutions alike: both are schools in every place."""
    together = (stories.MERGER.closed, stories.MERGER.successor)
    return "education" if position in together else drawn


def _form(kind: str, rng: Random) -> tuple[str, str]:
    """Draw a legal form of the kind and the beginning of its name."""
    forms = FORMS[kind]
    form, begin, _ = rng.choices(forms, [share for *_, share in forms])[0]
    return form, begin


def _merged(entities: list[Entity]) -> list[Entity]:
    """Close the institution of the story and name its successor."""
    story = stories.MERGER
    closed, heir = entities[story.closed - 1], entities[story.successor - 1]
    gone = replace(closed, successor=heir.code, closed_on=story.closed_on)
    return [gone if e is closed else e for e in entities]
