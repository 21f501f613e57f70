"""Public services and how far each has been handed over to NGOs and communities."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.demo.chance import spread, stream
from data.demo.money import EURO, euros
from data.demo.shape import PER_RESIDENT, YEARS

if TYPE_CHECKING:
    from random import Random

    from data.demo.shape import Shape
    from data.demo.stories import DemoRow


class ServiceKind(NamedTuple):
    """A service that municipalities provide.

    Attributes:
        code: code of the list service.
        area: policy area.
        cost: € per resident in the first year.
        ease: how readily it is handed over, against the others.
        taker: who takes it over.
    """

    code: str
    area: str
    cost: float
    ease: float
    taker: str = "ngo"


SERVICES = (
    ServiceKind("home_help", "social", 7.0, 1.3),
    ServiceKind("child_day_centre", "social", 5.0, 2.2),
    ServiceKind("disability_day_centre", "social", 6.0, 1.3),
    ServiceKind("elderly_home", "social", 11.0, 0.4),
    ServiceKind("social_workshop", "social", 2.0, 1.8),
    ServiceKind("crisis_centre", "social", 3.0, 1.0),
    ServiceKind("family_skills", "social", 2.5, 1.0),
    ServiceKind("personal_assistance", "social", 2.5, 0.9),
    ServiceKind("youth_centre", "education", 2.5, 1.6),
    ServiceKind("nonformal_education", "education", 6.0, 1.1),
    ServiceKind("adult_learning", "education", 1.5, 1.0, "community"),
    ServiceKind("sport_training", "sport", 8.0, 0.9),
    ServiceKind("sport_events", "sport", 1.5, 1.5),
    ServiceKind("rural_culture", "culture", 3.0, 1.2, "community"),
    ServiceKind("folk_culture", "culture", 1.5, 1.0, "community"),
    ServiceKind("public_health", "health", 2.5, 0.5),
    ServiceKind("public_spaces", "environment", 6.0, 0.6, "community"),
    ServiceKind("community_house", "ngo", 1.5, 1.8, "community"),
)

STAGES = ("municipal", "planned", "partly_transferred", "transferred")


class Course(NamedTuple):
    """What becomes of one service in one municipality.

    Attributes:
        kind: the service.
        since: the years in which it was planned for transfer, partly and wholly handed over; a
            year beyond the last one means never.
        cost: € per resident in the first year.
    """

    kind: ServiceKind
    since: tuple[int, int, int]
    cost: float


def services(shape: Shape) -> dict[int, list[DemoRow]]:
    """Return the rows of table service by year, for all years; a service never goes back."""
    rows: dict[int, list[DemoRow]] = {year: [] for year in YEARS}
    for kind in SERVICES:
        rng = stream(shape.code, "service", kind.code)
        if rng.random() < 0.15 and kind is not SERVICES[0]:
            continue  # not every municipality provides every service
        course = Course(kind, _since(kind, shape, rng), kind.cost * spread(rng, 0.3))
        for year in YEARS:
            rows[year].append(_row(shape, year, course, rng))
    return rows


def _since(kind: ServiceKind, shape: Shape, rng: Random) -> tuple[int, int, int]:
    """Draw the years of the stages; the open municipality and the easy service move earlier."""
    inclined = kind.ease * (0.25 + 1.8 * shape.open)
    planned = YEARS[0] - 5
    while planned <= YEARS[-1]:
        # Few thought of it at first, more did later.
        chance = 0.005 + 0.011 * max(shape.progress(planned), 0.0)
        if rng.random() < chance * inclined:
            break
        planned += 1
    partly = planned + rng.randint(1, 2)
    return planned, partly, partly + rng.randint(1, 3)


def _row(shape: Shape, year: int, course: Course, rng: Random) -> DemoRow:
    """Return one service in one year; the year of transfer is that of the whole service."""
    kind = course.kind
    stage = STAGES[sum(year >= when for when in course.since)]
    handed_over = stage == "transferred"
    provider = kind.taker if handed_over else _own(kind)
    growth = PER_RESIDENT[year] / PER_RESIDENT[YEARS[0]] * spread(rng, 0.05)
    value = round(course.cost * growth * shape.people[year]) * EURO
    head = (shape.code, year, kind.code, kind.area, provider, stage)
    return (*head, course.since[2] if handed_over else None, euros(value))


def _own(kind: ServiceKind) -> str:
    """Return who provides a service that has not been handed over."""
    return "public_institution" if kind.area in {"health", "sport"} else "budgetary_institution"
