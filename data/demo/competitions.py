"""Money to NGOs by competition: who called, who applied, who was funded.

A competition's ``awarded`` is the sum of what was executed by the allocations that carry its code
as their programme, so the two tables can be checked against each other to the cent.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from data.demo.chance import sample, spread, stream
from data.demo.entities import AREAS, PROFILE, Entity, members
from data.demo.money import EURO, budgeted, euros, split, up
from data.demo.openness import PAGES

if TYPE_CHECKING:
    from random import Random

    from data.demo.shape import Shape
    from data.demo.stories import DemoRow

CALLED_FIRST = ("sport", "culture", "social", "ngo", "education", "health", "environment", "rights")
"""Areas in the order in which municipalities begin to call competitions."""

STATE_FUNDED = {"ngo": 0.35, "social": 0.15, "rights": 0.3}
"""How likely the state pays for a competition that the municipality holds."""


class Call(NamedTuple):
    """A competition before it is decided; ``award`` in cents."""

    municipality: str
    year: int
    code: str
    area: str
    award: int


def competitions(
    shape: Shape, year: int, pot: int, entities: list[Entity]
) -> tuple[list[DemoRow], list[DemoRow]]:
    """Return the rows of tables competition and allocation for a municipality-year.

    Args:
        shape: the municipality.
        year: the year.
        pot: what NGOs get by competition, in cents; none, no competitions.
        entities: the municipality's entities.
    """
    rng = stream(shape.code, year, "competitions")
    calls = _calls(shape, year, pot, rng) if pot else []
    rows: list[DemoRow] = []
    lines: list[DemoRow] = []
    for call in calls:
        pool = members(entities, "ngo", call.area, year)
        active = 0.45 + 0.4 * shape.progress(year)
        granted = _grants(call, pool, active, rng)
        lines += _lines(call, granted, rng)
        rows.append(_decided(call, len(granted), rng))
    if calls and shape.busy < 4 and rng.random() < 0.04:
        rows.append(_failed(calls[-1], len(calls) + 1, rng))
    return rows, lines


def _calls(shape: Shape, year: int, pot: int, rng: Random) -> list[Call]:
    """Split the pot among the year's competitions; a large municipality calls two in one area."""
    wanted = shape.busy * (0.45 + 0.55 * shape.progress(year)) + rng.uniform(-0.8, 0.8)
    count = min(max(round(wanted), 1), 12)
    order = sorted(range(len(CALLED_FIRST)), key=lambda i: i + rng.uniform(0.0, 1.6))
    called = [CALLED_FIRST[i] for i in order]
    areas = sorted((called + called[:4])[:count], key=AREAS.index)
    weights = [PROFILE["ngo"][AREAS.index(a)] * spread(rng, 0.25) / areas.count(a) for a in areas]
    return [
        Call(shape.code, year, f"D{shape.code}-{year}-K{n:02d}", area, award)
        for n, (area, award) in enumerate(zip(areas, split(pot, weights), strict=True), start=1)
    ]


def _grants(call: Call, pool: list[Entity], active: float, rng: Random) -> list[tuple[Entity, int]]:
    """Share an award among the active part of the area's NGOs; grants start at about 200 €."""
    count = min(max(round(len(pool) * active), 1), max(call.award // (400 * EURO), 1))
    chosen = [pool[i] for i in sample(rng, [e.weight**0.5 for e in pool], count)]
    floor = 200 * EURO if call.award >= 200 * EURO * len(chosen) else 0
    weights = [entity.weight * spread(rng, 0.35) for entity in chosen]
    parts = split(call.award - floor * len(chosen), weights)
    return [(entity, floor + part) for entity, part in zip(chosen, parts, strict=True)]


def _lines(call: Call, granted: list[tuple[Entity, int]], rng: Random) -> list[DemoRow]:
    """Return the grants as allocations; most are paid out to the last cent."""
    financing = "state" if rng.random() < STATE_FUNDED.get(call.area, 0.02) else "municipal"
    rows: list[DemoRow] = []
    for entity, executed in granted:
        planned, revised = budgeted(executed, rng) if rng.random() < 0.2 else (executed, executed)
        head = (call.municipality, call.year, entity.code, call.area, "competition", call.code)
        rows.append((*head, financing, euros(planned), euros(revised), euros(executed)))
    return rows


def _decided(call: Call, funded: int, rng: Random) -> DemoRow:
    """Return a competition: more apply than are funded, and they ask for more than there is."""
    success = min(max(rng.gauss(0.66, 0.12), 0.3), 1.0)
    applications = max(funded, round(funded / success))
    budget = up(call.award * (1.0 + 0.06 * rng.random() ** 2), 100 * EURO)
    excess = 0.05 + 0.8 * (applications / funded - 1.0) + 0.5 * rng.random()
    asked = up(call.award * (1.0 + excess), EURO)
    announced = date(call.year, 1, 10) + timedelta(days=int(rng.random() * 150))
    head = (call.municipality, call.year, call.code, call.area, announced)
    page = f"{PAGES}/{call.municipality}/{call.year}/{call.code}"
    return (*head, euros(budget), applications, funded, euros(asked), euros(call.award), page)


def _failed(last: Call, n: int, rng: Random) -> DemoRow:
    """Return a late competition that brought nothing: no applications, or none good enough."""
    applications = rng.randint(0, 2)
    code = f"D{last.municipality}-{last.year}-K{n:02d}"
    head = (last.municipality, last.year, code, "rights", date(last.year, 9, 1))
    asked = euros(applications * 1500 * EURO)
    return (*head, euros(3000 * EURO), applications, 0, asked, euros(0), None)
