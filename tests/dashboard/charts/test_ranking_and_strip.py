"""The ranking and the strip: every municipality in its row, its colour and its words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dashboard.charts.picture import Caption, LegendEntry
from dashboard.charts.ranking import draw_ranking
from dashboard.charts.series import Bar, ChartOptions, RankingPicture, StripPicture, StripRow
from dashboard.charts.strip import draw_strip
from dashboard.charts.svg import LOOKS
from tests.dashboard.charts.reading import SVG, meeting, parsed, said, text_boxes

CAPTION = Caption("Dalis, 2025 m.", "Sakinys.", "%", "Šaltiniai.", ("* pastaba",), "NE TIKRI")
BARS = tuple(
    Bar(
        f"{number + 1}",
        f"Vieta {number}",
        f"{60 - number},0 %",
        60.0 - number,
        f"#0000{number:02x}",
    )
    for number in range(57)
) + tuple(Bar("?", f"Tyli {number}", "Neatsakyta", None, "#d5d8dc") for number in range(3))
RANKING = RankingPicture(BARS, 30.0, "Lietuva: 30 %", CAPTION)
YEARS = tuple(range(2015, 2026))
ROWS = tuple(
    StripRow(
        f"Vieta {number}",
        tuple(f"#{number:02x}00{year - 2015:02x}" for year in YEARS),
        tuple("?" if year == 2016 else "" for year in YEARS),
    )
    for number in range(60)
)
STRIP = StripPicture(
    YEARS,
    ROWS,
    (LegendEntry("#d3edc1", "1–2 %"), LegendEntry("#d5d8dc", "Tyli", None, "?")),
    CAPTION,
)
SIZES = ((900, 700), (1600, 1000), (1080, 1350), (3840, 2160))


def bars(svg: str) -> dict[str, float]:
    """Length of each bar by its colour."""
    return {
        rect.get("fill"): float(rect.get("width"))
        for rect in parsed(svg).findall(f"{SVG}rect")
        if rect.get("fill").startswith("#0000")
    }


def inside(svg: str, size: tuple[int, int]) -> bool:
    boxes = text_boxes(svg).values()
    return all(
        left >= 0 and top >= 0 and right <= size[0] and bottom <= size[1]
        for left, top, right, bottom in boxes
    )


@pytest.mark.parametrize("size", SIZES)
def test_every_bar_is_as_long_as_its_figure(size) -> None:
    lengths = bars(draw_ranking(RANKING, ChartOptions(*size)))
    ranked = [bar for bar in BARS if bar.value is not None]
    assert [*lengths] == [bar.colour for bar in ranked]
    longest = lengths[BARS[0].colour]
    for bar in ranked:
        assert lengths[bar.colour] == pytest.approx(longest * bar.value / 60, abs=0.11)


@pytest.mark.parametrize("size", SIZES)
def test_every_municipality_has_rank_name_and_figure_or_what_is_said_instead(size) -> None:
    svg = draw_ranking(RANKING, ChartOptions(*size))
    texts = [text.text.replace("\u00a0", " ") for text in parsed(svg).findall(f"{SVG}text")]
    for bar in BARS:
        at = texts.index(bar.name)
        assert texts[at - 1] == bar.rank
        assert texts[at + 1] == bar.text
    assert inside(svg, size)
    assert meeting(text_boxes(svg)) == []


def test_the_national_figure_is_a_line_across_the_bars_and_said() -> None:
    few = replace(RANKING, bars=BARS[:8])
    svg = draw_ranking(few, ChartOptions())
    (line,) = (path for path in parsed(svg).findall(f"{SVG}path") if path.get("class") == "mark")
    x = float(re.match(r"M([\d.]+)", line.get("d")).group(1))
    first = next(
        rect for rect in parsed(svg).findall(f"{SVG}rect") if rect.get("fill") == "#000000"
    )
    left, width = float(first.get("x")), float(first.get("width"))
    assert x == pytest.approx(left + width / 2, abs=0.2)
    assert "Lietuva: 30" in said(svg)
    assert "mark" not in draw_ranking(replace(few, national=None), ChartOptions())


def test_the_selected_stand_out_by_weight_and_colour() -> None:
    own = replace(RANKING, bars=(replace(BARS[0], own="#d9541e"), *BARS[1:]))
    root = parsed(draw_ranking(own, ChartOptions()))
    bold = [text.text for text in root.findall(f"{SVG}text") if text.get("font-weight")]
    assert BARS[0].name in bold
    assert BARS[1].name not in bold
    assert [rect.get("fill") for rect in root.iter(f"{SVG}rect")].count("#d9541e") == 1


def test_a_few_rows_are_larger_than_many() -> None:
    few = draw_ranking(replace(RANKING, bars=BARS[:5]), ChartOptions(800, 500))
    many = draw_ranking(RANKING, ChartOptions(800, 500))
    sizes = [
        next(
            float(text.get("font-size"))
            for text in parsed(svg).findall(f"{SVG}text")
            if text.text.startswith("Vieta")
        )
        for svg in (few, many)
    ]
    assert sizes[0] > 1.2 * sizes[1]


@pytest.mark.parametrize("size", SIZES)
def test_every_year_of_every_municipality_has_its_colour_and_sign(size) -> None:
    svg = draw_strip(STRIP, ChartOptions(*size))
    fills = [rect.get("fill") for rect in parsed(svg).findall(f"{SVG}rect")]
    wanted = [colour for row in ROWS for colour in row.colours]
    assert [fill for fill in fills if fill in set(wanted)] == wanted
    texts = [text.text for text in parsed(svg).findall(f"{SVG}text")]
    assert texts.count("?") == 61  # once in the legend
    assert [text for text in texts if text.startswith("Vieta")] == [row.name for row in ROWS]
    assert inside(svg, size)
    assert meeting(text_boxes(svg)) == []


def test_the_legend_of_the_strip_tells_no_counts() -> None:
    text = said(draw_strip(STRIP, ChartOptions()))
    assert "1–2" in text
    assert "None" not in text


@pytest.mark.parametrize("look", LOOKS)
def test_both_say_what_they_show_and_that_it_is_invented(look) -> None:
    for svg in (
        draw_ranking(RANKING, ChartOptions(look=look)),
        draw_strip(STRIP, ChartOptions(look=look)),
    ):
        text = said(svg).replace("\u00a0", " ")
        for part in ("Dalis, 2025 m.", "Sakinys.", "Šaltiniai.", "* pastaba", "NE TIKRI"):
            assert part in text
        assert parsed(svg).find(f"{SVG}rect").get("fill") == LOOKS[look]["ground"]


def test_texts_are_written_as_texts() -> None:
    hostile = "<script>&"
    bar, row = replace(BARS[0], name=hostile, text=hostile), replace(ROWS[0], name=hostile)
    for svg in (
        draw_ranking(replace(RANKING, bars=(bar,)), ChartOptions()),
        draw_strip(replace(STRIP, rows=(row,)), ChartOptions()),
    ):
        assert "<script" not in svg
        assert hostile in said(svg)


def test_nothing_to_rank_is_no_error() -> None:
    assert parsed(draw_ranking(RankingPicture(()), ChartOptions())) is not None
    assert parsed(draw_strip(StripPicture(YEARS, ()), ChartOptions())) is not None
