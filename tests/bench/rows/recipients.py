"""Rows of the register of recipients: lists on the server and search, at several sizes."""

from __future__ import annotations

import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote

from data.asking.recipients import RecipientFilter, recipient_list, recipient_sums
from data.asking.search import find_recipients
from data.asking.store import Store
from data.asking.trace import (
    Figure,
    figure_counted,
    figure_rows,
    figure_terms,
    recipient_names,
)
from data.catalog import INDICATORS
from tests.bench.asking import gets
from tests.bench.load import once
from tests.bench.recipients_made import PAYMENTS, make
from tests.bench.report import Row, median, p95
from tests.bench.servers import atlas

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from tests.bench.servers import Served

LEAST, MOST = 10_000, 1_000_000
FLAT = 3.0
"""So many times as long as with the fewest recipients an answer may take."""

LIST_MS, SEARCH_MS, TRACE_MS = 30, 20, 30
SORTS = ("", "name", "-name", "last")
EACH = 40
"""Addresses asked for of each kind of list; none twice."""


def rows(built: Path, most: int) -> tuple[list[Row], list[str]]:
    """The fewest recipients, then so many."""
    found: list[Row] = []
    least: dict[str, float] = {}
    for count in sorted({LEAST, most}):
        with TemporaryDirectory(prefix="savivalda-recipients-") as folder:
            database = Path(folder) / "savivalda.duckdb"
            start = time.perf_counter()
            make(built, database, count)
            said = f"{count:,} recipients".replace(",", " ")
            found.append(Row(f"tables of {said} made", "s", time.perf_counter() - start, digits=1))
            with atlas(database) as served:
                for name, addresses in kinds(database):
                    found += _listed(f"{name}, {said}", served, addresses, least.get(name))
                    least.setdefault(name, found[-1].ours)
            found += traced(
                f"how a figure was made, {PAYMENTS * count:,} rows".replace(",", " "), database
            )
            found += searched(f"search among {said}", database, least.get("search"))
            least.setdefault("search", found[-1].ours)
    note = (
        "Lists: the whole page as the server gives it, one client, each address once, none asked "
        "for before. At the larger size an answer may take three times as long as at the smaller, "
        "and no longer than the goal."
    )
    return found, [note]


def kinds(database: Path) -> Iterator[tuple[str, list[str]]]:
    """Addresses of lists, by what is filtered."""
    chance = random.Random(7)
    with Store(database) as store:
        places = store.query("submissions")["municipality"].unique().tolist()
        names = some_recipients(store)["name"]
    years, areas = range(2015, 2026), ("sport", "culture", "social", "health", "education")
    forms = {
        "no filter": lambda: "",
        "municipality": lambda: f"municipality={chance.choice(places)}",
        "year": lambda: f"year={chance.choice(years)}",
        "municipality and year": (
            lambda: f"municipality={chance.choice(places)}&year={chance.choice(years)}"
        ),
        "kind": lambda: f"kind={chance.choice(('ngo', 'other', 'public_institution'))}",
        "area": lambda: f"area={chance.choice(areas)}",
        "area and year": lambda: f"area={chance.choice(areas)}&year={chance.choice(years)}",
        "name": lambda: f"name={quote(_typed(chance, names.tolist()))}",
    }
    for name, query in forms.items():
        made = {
            f"/gavejai?{query()}&sort={chance.choice(SORTS)}&page={chance.randint(1, 20)}"
            for _ in range(EACH)
        }
        yield name, sorted(made)


def some_recipients(store: Store) -> pd.DataFrame:
    """Names and codes of some hundreds, by name."""
    asked = RecipientFilter()
    return recipient_list(store, asked, recipient_sums(store, asked)[False], sort="name", most=900)


def traced(name: str, database: Path) -> list[Row]:
    """How figures were made: what they are made of, their first rows, what all rows come to."""
    chance, taken = random.Random(13), []
    with Store(database) as store:
        places = store.query("submissions")["municipality"].unique().tolist()
        for _ in range(EACH):
            place, year = chance.choice(places), chance.randint(2015, 2025)
            indicator = chance.choice(("total", "ngo_any", "ngo_competition_share"))
            unit = INDICATORS[indicator].units[0]
            figure = Figure(indicator, unit, "all", year, place)
            start = time.perf_counter()
            figure_terms(store, figure)
            rows = figure_rows(store, figure, limit=25)
            figure_counted(store, figure)
            recipient_names(store, {row["entity"] for row in rows})
            taken.append((time.perf_counter() - start) * 1000)
    return [
        Row(f"{name}: p50", "ms", median(taken), digits=1),
        Row(f"{name}: p95", "ms", p95(taken), most=TRACE_MS, digits=1),
    ]


def _listed(name: str, served: Served, addresses: list[str], least: float | None) -> list[Row]:
    load = once(served.port, gets(addresses), 1)
    taken = load.latencies_ms[2:]
    # Flat: no longer than three times what the fewest take, and never longer than the goal.
    most = LIST_MS if least is None else min(LIST_MS, FLAT * least)
    return [
        Row(f"list, {name}: p50", "ms", median(taken), digits=1),
        Row(f"list, {name}: p95", "ms", p95(taken), most=most, digits=1),
    ]


def searched(name: str, database: Path, least: float | None) -> list[Row]:
    """Halves of words, whole names, codes and mistyped ones, each once."""
    chance = random.Random(11)
    with Store(database) as store:
        store.query("sources")
        page = some_recipients(store)
        texts = [_typed(chance, page["name"].tolist()) for _ in range(200)]
        texts += [code[: chance.randint(3, 9)] for code in page["code"][:50]]
        taken = [_timed(store, text) for text in dict.fromkeys(texts)]
    most = SEARCH_MS if least is None else min(SEARCH_MS, FLAT * least)
    return [
        Row(f"{name}: p50", "ms", median(taken), digits=1),
        Row(f"{name}: p95", "ms", p95(taken), most=most, digits=1),
    ]


def _typed(chance: random.Random, names: list[str]) -> str:
    """One or two words of a name, whole, half or mistyped, in any order."""
    words = chance.choice(names).split()
    chosen = chance.sample(words, min(len(words), chance.randint(1, 2)))
    if chance.random() < 0.15:
        word = max(chosen, key=len)
        at = chance.randrange(1, len(word))
        chosen[chosen.index(word)] = word[:at] + word[at + 1 :]
    elif chance.random() < 0.5:
        chosen[-1] = chosen[-1][: max(3, len(chosen[-1]) // 2)]
    return " ".join(chosen)


def _timed(store: Store, text: str) -> float:
    start = time.perf_counter()
    find_recipients(store, text)
    return (time.perf_counter() - start) * 1000
