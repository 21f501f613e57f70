"""What happens once in real data happens once in the demonstration set too."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from data.building.describe import DEFAULT_FOLDER, read_sources
from data.demo import stories
from data.demo.residents import residents
from data.demo.slip import KEY, swapped
from geo.places import municipalities


def test_one_series_is_broken_and_says_so(rows, money):
    (broken,) = rows["series_break"]
    assert (broken.municipality, broken.year, broken.scope) == ("18", 2019, "all")
    total = {year: money.total["18", year] for year in (2018, 2019, 2020)}
    assert total[2019] / total[2018] > Decimal("1.2")
    assert total[2020] / total[2019] < Decimal("1.2")


def test_one_entity_was_merged_and_its_money_continues_at_its_successor(rows):
    (gone,) = [entity for entity in rows["entity"] if entity.closed_on or entity.successor]
    assert gone.closed_on == date(2020, 12, 31)
    (heir,) = [entity for entity in rows["entity"] if entity.code == gone.successor]
    assert (heir.municipality, heir.recipient_kind) == (gone.municipality, gone.recipient_kind)
    got = Counter()
    for line in rows["allocation"]:
        got[line.entity, line.year] += line.executed
    assert all(got[gone.code, year] > 0 for year in range(2015, 2021))
    assert not any(got[gone.code, year] for year in range(2021, 2026))
    before = got[gone.code, 2020] + got[heir.code, 2020]
    assert Decimal("0.85") < got[heir.code, 2021] / before < Decimal("1.5")


def test_one_municipality_year_stands_out(money, state):
    story = stories.OUTLIER
    assert state[story.municipality, story.year] == "accepted"
    perhead = {k: total / residents(*k) for k, total in money.total.items() if k[1] == story.year}
    ranked = sorted(perhead, key=perhead.get)
    assert ranked[-1] == (story.municipality, story.year)
    assert perhead[ranked[-1]] > Decimal("1.25") * perhead[ranked[-2]]


def test_one_amount_was_sent_with_two_digits_swapped_and_its_correction_is_there(rows):
    (slip,) = rows["corrections"]
    row = dict(part.split("=", 1) for part in slip.key.split("; "))
    found = [
        line
        for line in rows["allocation"]
        if all(str(getattr(line, column)) == row[column] for column in KEY)
    ]
    assert [(line.municipality, line.year, str(line.executed)) for line in found] == [
        (stories.SLIP.municipality, stories.SLIP.year, slip.expected)
    ]
    assert slip.expected == swapped(slip.value) != slip.value
    assert (slip.table, slip.column, slip.kind) == ("allocation", "executed", "demo")


@pytest.mark.parametrize(
    ("amount", "slip"),
    [
        ("9385860.73", "9358860.73"),
        ("1299.00", "1299.00"),  # no digit is larger than the next
        ("9012.31", "9012.13"),
        ("911.10", "911.01"),
    ],
)
def test_the_first_two_digits_stay_so_that_the_amount_is_about_right(amount, slip):
    assert swapped(amount) == slip


def test_the_source_tells_what_was_built_in():
    (demo,) = (source for source in read_sources(DEFAULT_FOLDER) if source.source == "demo")
    places = {place.code: place for place in municipalities()}
    told = [
        (stories.BREAK.municipality, stories.BREAK.year),
        (stories.MERGER.municipality, stories.MERGER.closed_on.year),
        (stories.OUTLIER.municipality, stories.OUTLIER.year),
        (stories.SLIP.municipality, stories.SLIP.year),
    ]
    for code, year in told:
        assert f"{places[code].name_lt}, {year}" in demo.note_lt.replace("nuo ", "")
        assert f"{places[code].name_en}, {year}" in demo.note_en.replace("from 2019", "2019")
    for note, words in (
        (demo.note_lt, ("augtų", "nelygios", "įsipareigojimai", "neatsakė")),
        (demo.note_en, ("grow", "unequal", "commitments", "did not answer")),
    ):
        assert all(word in note for word in words)
