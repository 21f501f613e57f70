"""Where the rest of the budget goes: institutions, NGOs without competition, companies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.catalog import ALL_AREAS
from data.demo import stories
from data.demo.chance import sample, spread, stream
from data.demo.entities import AREAS, PROFILE, Entity, members
from data.demo.money import EURO, budgeted, euros, split

if TYPE_CHECKING:
    from random import Random

    from data.demo.shape import Shape
    from data.demo.stories import DemoRow

PROGRAMMES = {
    "sport": "Pavyzdinė sporto programa",
    "culture": "Pavyzdinė kultūros programa",
    "social": "Pavyzdinė socialinės paramos programa",
    "health": "Pavyzdinė sveikatos programa",
    "education": "Pavyzdinė švietimo programa",
    "ngo": "Pavyzdinė bendruomenių programa",
    "environment": "Pavyzdinė aplinkos apsaugos programa",
    "rights": "Pavyzdinė pilietiškumo programa",
}

STATE_SHARE = {"education": 0.54, "social": 0.42, "health": 0.35}
"""Part of an institution's money that the state pays, where it does."""

EU_YEARS = {2017: 0.3, 2018: 0.3, 2019: 0.2, 2021: 0.2, 2022: 0.3, 2023: 0.25}
"""How likely an institution has an EU project, in the middle of the programming periods."""

SMALLEST = 500 * EURO


class Flow(NamedTuple):
    """A flow of money: to a recipient kind, in an award mode, in cents, for a policy area."""

    kind: str
    mode: str
    amount: int
    area: str = ALL_AREAS


def flows_of(shape: Shape, year: int, declared_zero: bool) -> tuple[int, list[Flow]]:
    """Split a year's budget: what NGOs get by competition (cents), and all other flows."""
    total, grown = shape.budget(year), 0.4 + 0.6 * shape.progress(year)
    by_competition = 0.0 if declared_zero else shape.ngo_share(year)
    ngo = shape.ngo_other * grown
    parts = {
        ("ngo", "competition"): by_competition,
        ("ngo", "appropriation"): ngo * 0.4,
        ("ngo", "procurement"): ngo * 0.6,
        ("public_institution", "appropriation"): shape.public * 0.9,
        ("public_institution", "procurement"): shape.public * 0.1,
        ("other", "procurement"): shape.other * 0.92,
        ("other", "other"): shape.other * 0.08,
    }
    parts["budgetary_institution", "appropriation"] = 1.0 - sum(parts.values())
    amounts = split(total, list(parts.values()))
    flows = [Flow(*key, amount) for key, amount in zip(parts, amounts, strict=True)]
    return flows[0].amount, flows[1:]


def allocations(
    shape: Shape, year: int, flows: list[Flow], entities: list[Entity]
) -> list[DemoRow]:
    """Return the rows of table allocation for a municipality-year, without competitions."""
    taste = [spread(stream(shape.code, "taste", area), 0.12) for area in AREAS]
    rows: list[DemoRow] = []
    for flow in flows:
        rng = stream(shape.code, year, flow.kind, flow.mode)
        weights = [a * b for a, b in zip(PROFILE[flow.kind], taste, strict=True)]
        if flow.kind != "budgetary_institution":
            weights = _some(weights, flow, rng)
        for area, amount in zip(AREAS, split(flow.amount, weights), strict=True):
            if amount:
                part = flow._replace(amount=amount, area=area)
                rows += _area(shape, year, part, entities, rng)
    return rows + _outlier(shape, year, entities)


def _some(weights: list[float], flow: Flow, rng: Random) -> list[float]:
    """Drop the areas that would get next to nothing, as a small municipality does."""
    whole = sum(weights)
    kept = [w if flow.amount * w / whole > 80 * SMALLEST else 0.0 for w in weights]
    if not any(kept):
        kept[rng.choices(range(len(weights)), weights)[0]] = 1.0
    return kept


def _area(
    shape: Shape, year: int, flow: Flow, entities: list[Entity], rng: Random
) -> list[DemoRow]:
    """Share the money of one flow and area among its recipients and their financing."""
    pool = members(entities, flow.kind, flow.area, year)
    if flow.kind == "ngo":
        few = max(1, round(len(pool) * (0.06 + 0.06 * shape.progress(year))))
        pool = [pool[i] for i in sample(rng, [e.weight for e in pool], few)]
    elif flow.mode != "appropriation":
        pool = pool[: 2 if flow.mode == "procurement" else 1]
    weights = [_weight(e, entities, year) * spread(rng, 0.08) for e in pool]
    rows: list[DemoRow] = []
    for entity, amount in zip(pool, split(flow.amount, weights), strict=True):
        head = (shape.code, year, entity.code, flow.area, flow.mode, PROGRAMMES[flow.area])
        for financing, executed in _financing(flow._replace(amount=amount), year, rng):
            planned, revised = budgeted(executed, rng)
            rows.append((*head, financing, euros(planned), euros(revised), euros(executed)))
    return rows


def _weight(entity: Entity, entities: list[Entity], year: int) -> float:
    """Return an entity's weight, with that of the entities which were joined to it before."""
    heirs = (
        e.weight
        for e in entities
        if e.closed_on and e.successor == entity.code and e.closed_on.year < year
    )
    return entity.weight + sum(heirs)


def _financing(flow: Flow, year: int, rng: Random) -> list[tuple[str, int]]:
    """Split an amount by who pays: municipality, state, European Union, others (fees, gifts)."""
    parts = {"municipal": 1.0}
    if flow.kind == "budgetary_institution" or flow.mode == "appropriation":
        if flow.area in STATE_SHARE:
            share = STATE_SHARE[flow.area]
            parts["state"] = share / (1 - share) * spread(rng, 0.1)
        if rng.random() < EU_YEARS.get(year, 0.06) * 0.5:
            parts["eu"] = rng.uniform(0.03, 0.25)
        if rng.random() < 0.12:
            parts["other"] = rng.uniform(0.01, 0.08)
    elif rng.random() < 0.08:
        parts = {"eu": 1.0}
    if flow.amount < SMALLEST:
        parts = {"municipal": 1.0}
    amounts = split(flow.amount, list(parts.values()))
    return [(f, a) for f, a in zip(parts, amounts, strict=True) if a]


def _outlier(shape: Shape, year: int, entities: list[Entity]) -> list[DemoRow]:
    """Return the large project of the story, in its municipality and year."""
    story = stories.OUTLIER
    if (shape.code, year) != (story.municipality, story.year):
        return []
    executed = round(shape.budget(year) * story.factor)
    first = members(entities, "budgetary_institution", "environment", year)[0]
    head = (shape.code, year, first.code, "environment", "appropriation", story.programme, "eu")
    planned, revised = budgeted(executed, stream(shape.code, year, "outlier"))
    return [(*head, euros(planned), euros(revised), euros(executed))]
