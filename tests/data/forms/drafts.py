"""A form as tests fill it in: a good one, places in it, and ways to spoil it beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.forms.definition.read import FIRST_DATA_ROW, HEADER_ROW, load_form
from data.forms.reading.book import column_letters, column_number
from data.forms.values.identifiers import check_digit

MUNICIPALITY = "Vilniaus m. sav."
YEAR = 2026
PROGRAMME = "Švietimo programa"


@dataclass(frozen=True)
class Failed:
    """A cell whose formula failed and shows this."""

    shows: str


@dataclass
class Grid:
    """A sheet before it is written; places are row and column from 1."""

    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)

    def put(self, cell: str, value: Any) -> None:
        self.cells[place(cell)] = value

    def row(self, number: int, values: list[Any]) -> None:
        for column, value in enumerate(values, start=1):
            self.cells[number, column] = value

    @property
    def height(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def width(self) -> int:
        return max((column for _, column in self.cells), default=0)

    def rows(self) -> list[list[Any]]:
        columns = range(1, self.width + 1)
        return [
            [self.cells.get((row, column)) for column in columns]
            for row in range(1, self.height + 1)
        ]


@dataclass
class Draft:
    """A whole form before it is written, sheets by title."""

    grids: dict[str, Grid]

    def put(self, where: str, value: Any) -> None:
        """Write a value at ``Asignavimai!H5``."""
        sheet, _, cell = where.rpartition("!")
        self.grids[sheet].put(cell, value)


def place(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), column_number(letters)


def at(sheet: str, column: str, row: int = FIRST_DATA_ROW) -> str:
    """Where a column's cell is: ``at("allocations", "planned", 7)`` is ``Asignavimai!H7``."""
    form = load_form().sheet(sheet)
    number = [each.id for each in form.columns].index(column)
    if form.layout == "record":
        return f"{form.title}!B{FIRST_DATA_ROW + number}"
    return f"{form.title}!{column_letters(number + 1)}{row}"


def allocation(number: int, municipality: str = "13", **values: Any) -> list[Any]:
    """A row of money: an NGO's by default."""
    row = {
        "code": f"D{municipality}-{number:04d}",
        "name": f"Pavyzdinė asociacija {number}",
        "kind": "NVO",
        "area": "Kultūra",
        "mode": "Asignavimas",
        "programme": PROGRAMME,
        "financing": "Savivaldybės lėšos",
        "planned": 1000,
        "revised": 1200.5,
        "executed": 1100.25,
        "users": 40,
    }
    return list((row | values).values())


def good() -> Draft:
    """A form without a fault: six recipients, two competitions, two services."""
    competition = {"mode": "Konkursas", "financing": "Savivaldybės lėšos"}
    house = {"name": "Pavyzdinė biudžetinė įstaiga", "kind": "Biudžetinė įstaiga"}
    office = {"name": "Pavyzdinė viešoji įstaiga", "kind": "Viešoji įstaiga"}
    return filled(
        {
            "allocations": [
                allocation(1, revised=250_000_000, executed=200_000_000.1, **house),
                allocation(2, users=None, **office),
                allocation(3, programme="K01", executed=450.25, **competition),
                allocation(4, programme="K02", executed=300, **competition),
                allocation(5, name="UAB Pavyzdys", kind="Kita", mode="Pirkimas"),
                allocation(6, area="Sportas", financing="Valstybės lėšos", executed=0, users=None),
            ],
            "competitions": [
                ["K01", "Kultūra", date(2026, 2, 1), 1000, 5, 1, 2500, 450.25, None],
                ["K02", "Kultūra", date(2026, 3, 1), 900, 3, 1, 800, 300, "https://pavyzdys.lt/k02"],
            ],
            "services": [
                ["Pagalba į namus", "Socialinė apsauga", "NVO", None, "Perduota", 2020, 5000],
                ["Senelių globos namai", "Socialinė apsauga", "Kita", None,
                 "Numatyta perduoti", None, None],
            ],
        },
        total=200_002_950.85,
        ngo=750.25,
    )  # fmt: skip


def true_to_life() -> Draft:
    """The good form with codes that the Register of Legal Entities could give."""
    draft = good()
    for number in range(6):
        digits = f"3001234{number}"
        draft.put(
            at("allocations", "code", FIRST_DATA_ROW + number), f"{digits}{check_digit(digits)}"
        )
    return draft


def filled(
    rows: dict[str, list[list[Any]]], total: float, ngo: float, *, municipality: str = MUNICIPALITY,
    year: int = YEAR,
) -> Draft:  # fmt: skip
    """Lay rows out as the form does."""
    records = {
        "form": [municipality, year, date(year, 3, 15), "Finansų skyrius", None, "Ne", total,
                 ngo],
        "openness": ["Taip", 4, 55.5, "Taip", "https://pavyzdys.lt/biudzetas", "Ne", None],
    }  # fmt: skip
    grids = {}
    for sheet in load_form().sheets:
        grid = grids[sheet.title] = Grid()
        grid.put("A1", load_form().stamp if sheet.id == "form" else sheet.title)
        if sheet.layout == "record":
            values = zip(sheet.columns, records[sheet.id], strict=True)
            for number, (column, value) in enumerate(values, start=FIRST_DATA_ROW):
                grid.row(number, [column.heading, value, column.help_lt])
        else:
            grid.row(HEADER_ROW, [column.heading for column in sheet.columns])
            for number, row in enumerate(rows[sheet.id], start=FIRST_DATA_ROW):
                grid.row(number, row)
    return Draft(grids)
