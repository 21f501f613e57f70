"""The demonstration set, made once, and sums of it."""

from collections import Counter
from types import SimpleNamespace

import pytest

from data.demo.generate import COLUMNS, generate, write_demo


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """The folder of its files."""
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder)
    return folder


@pytest.fixture(scope="session")
def rows():
    """All tables: name → rows that know their columns."""
    return {
        name: [
            SimpleNamespace(**dict(zip(COLUMNS[name].split(), row, strict=True))) for row in found
        ]
        for name, found in generate().items()
    }


@pytest.fixture(scope="session")
def money(rows):
    """Executed € by municipality and year: of all, by recipient kind, to NGOs by competition."""
    kind = {entity.code: entity.recipient_kind for entity in rows["entity"]}
    sums = SimpleNamespace(total=Counter(), kind=Counter(), area=Counter(), competition=Counter())
    for line in rows["allocation"]:
        key = (line.municipality, line.year)
        sums.total[key] += line.executed
        sums.kind[(*key, kind[line.entity])] += line.executed
        sums.area[(*key, line.area)] += line.executed
        if line.mode == "competition":
            sums.competition[key] += line.executed
    return sums


@pytest.fixture(scope="session")
def state(rows):
    return {(s.municipality, s.year): s.state for s in rows["submission"]}
