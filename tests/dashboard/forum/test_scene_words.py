"""Scenes of words and tables: they say what the data have, and always say something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest

from dashboard.answers import Atlas
from dashboard.forum.deck import PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds, services, sources
from dashboard.forum.kinds.sources import LONGEST_ADDRESS, short_address
from dashboard.forum.telling import DeckTelling
from dashboard.indicators.selection import members
from dashboard.language.i18n import CODES, language
from dashboard.slides.content import (
    BarsBody,
    Slide,
    SourcesBody,
    SpokenTable,
    TableBody,
    WordsBody,
)
from dashboard.slides.stage import SQUARE, arrange
from data.asking import commitments as told
from data.asking.views import indicator_view
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.asking.store import Store

KINDS = ("title", "services", "openness", "commitments", "question", "sources")
UTENA = next(each for each in counties() if each.name_en == "Utena County")
EVERYWHERE = tuple(place.code for place in municipalities()[::5])
SELECTIONS = {
    "none": (), "one": ("13",), "two": ("13", "21"), "county": members(UTENA), "all": EVERYWHERE,
}  # fmt: skip
YEARS = (None, 2015, 2021, 1900)
ADDRESS = "https://example.org/forumas?select=utena-county"
BOTH = {code: language(code) for code in CODES}


def tell(
    atlas: Atlas, scene: Scene, select: Sequence[str] = (), code: str = "lt", **deck: object
) -> Slide:
    whole = replace(Deck(select=tuple(select), scenes=tuple(map(Scene, KINDS))), **deck)  # type: ignore[arg-type]
    slide = kinds()[scene.kind].slide(DeckTelling(atlas, BOTH[code], whole, ADDRESS), scene)
    assert isinstance(slide, Slide)
    return slide


@pytest.fixture(scope="module")
def atlases(atlas: Atlas, mixed_stores: tuple[Store, Store]) -> dict[str, Atlas]:
    """With invented figures, with real ones among them, and with real ones alone."""
    among, alone = mixed_stores
    return {"invented": atlas, "mixed": Atlas(among), "real": Atlas(alone)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("which", ["invented", "mixed", "real"])
def test_a_scene_always_says_something_that_a_room_can_read(
    atlases: dict[str, Atlas], which: str, kind: str
) -> None:
    for select in SELECTIONS.values():
        for year in YEARS:
            for code in CODES:
                slide = tell(atlases[which], Scene(kind, year=year), select, code)
                assert slide.kind == kind
                assert slide.title
                assert len(slide.sentence) <= 220
                assert "nan" not in f"{slide.sentence} {slide.body}".lower().replace("finan", "")
                assert _fits(slide.body)
                assert (slide.table is None) == isinstance(slide.body, WordsBody | SourcesBody)
                assert slide.table is None or _whole(slide.table)


def _fits(body: object) -> bool:
    if isinstance(body, TableBody):
        cells = [cell for row in body.rows for cell in row]
        spoken = all(cell.spoken for cell in cells if cell.text[:1] in ("✓", "–", "?"))
        even = {len(row) for row in body.rows} == {len(body.head)}
        return spoken and even and len(body.rows) <= 12 and len(body.head) <= 6
    if isinstance(body, BarsBody):
        return 0 < len(body.bars) <= 14
    if isinstance(body, WordsBody):
        return bool(body.heading or body.lines) and all(body.lines)
    return isinstance(body, SourcesBody) and bool(body.paragraphs)


def _whole(table: SpokenTable) -> bool:
    return bool(table.rows) and all(
        len(row) == len(table.head) and all(row[:2]) for row in table.rows
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_scene_says_of_any_county_is_not_cut_on_the_smallest_stage(
    atlas: Atlas, kind: str
) -> None:
    for county in counties():
        for code in CODES:
            placed = arrange(tell(atlas, Scene(kind), members(county), code), SQUARE)
            for text in (placed.title, placed.sentence, placed.demo, placed.small):
                assert not any("…" in line for line in text.block.lines)


@pytest.mark.parametrize("kind", ["title", "services", "openness", "sources"])
def test_invented_figures_are_marked_and_real_ones_alone_are_not(
    atlases: dict[str, Atlas], kind: str
) -> None:
    for select in SELECTIONS.values():
        assert tell(atlases["invented"], Scene(kind), select).demo
        assert tell(atlases["mixed"], Scene(kind), select).demo
        assert not tell(atlases["real"], Scene(kind, year=2021), select).demo
    only = {"scenes": (Scene("commitments"), Scene("question"))}
    if kind in ("title", "sources"):
        assert not tell(atlases["invented"], Scene(kind), **only).demo


@pytest.mark.parametrize("year", [2019, 2025])
@pytest.mark.parametrize("name", ["Utena County", "Marijampolė County"])
def test_who_reached_the_target_is_counted_from_the_figures(
    atlas: Atlas, store: Store, name: str, year: int
) -> None:
    select = members(next(each for each in counties() if each.name_en == name))
    frame = indicator_view(store, "services_transferred").query("year == @year and counts")
    county = frame[frame["municipality"].isin(select)]
    promise = told.promised_indicators(store).set_index("indicator").loc["services_transferred"]
    met, every = (int((part["value"] >= promise["target"]).sum()) for part in (county, frame))
    slide = tell(atlas, Scene("services", year=year), select, "en")
    reached = f"{met} of" if met else "none of"
    start = f"In {name}, {reached} {len(county)} municipalities reached the target"
    assert slide.sentence.startswith(f"{start}; in all Lithuania, {every} of {len(frame)} did.")
    assert isinstance(slide.body, BarsBody)
    own = [bar for bar in slide.body.bars if bar.kind == "own" and bar.value is not None]
    values = [bar.value for bar in own if not bar.hollow]  # those that count
    assert values == pytest.approx(sorted(county["value"], reverse=True))
    leader = county.sort_values("value")["municipality"].iloc[-1]
    place = next(each for each in municipalities() if each.code == leader)
    assert place.name_en in slide.sentence
    assert slide.body.target == (promise["target"], "Target: at least 15% by 2020")
    assert promise["document_title"] in slide.body.rest


def test_without_municipalities_the_first_of_the_country_are_shown_and_the_others_counted(
    atlas: Atlas, store: Store
) -> None:
    frame = indicator_view(store, "services_transferred").query("year == 2025 and counts")
    slide = tell(atlas, Scene("services", year=2025), code="en")
    assert isinstance(slide.body, BarsBody)
    shown = [bar.value for bar in slide.body.bars if bar.kind == "plain"]
    assert shown == pytest.approx(sorted(frame["value"], reverse=True)[: len(shown)])
    assert slide.body.rest.startswith(f"{len(frame) - len(shown)} more municipalities. Target:")


def test_a_target_is_what_was_promised_and_none_where_nothing_was(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = Scene("services", area="health")
    area = tell(atlas, scene, members(UTENA))
    assert isinstance(area.body, BarsBody)
    assert area.body.target is None
    assert "Utenos apskrityje" in area.sentence
    promised = services.promises_about

    def more(*asked: object) -> list[object]:
        return [replace(each, target=90.0, target_year=None) for each in promised(*asked)]  # type: ignore[arg-type]

    monkeypatch.setattr(services, "promises_about", more)
    slide = tell(atlas, Scene("services"), members(UTENA), "en")
    assert isinstance(slide.body, BarsBody)
    assert slide.body.target is not None
    assert slide.body.target[0] == 90
    assert "none of" in slide.sentence


def test_real_services_among_invented_ones_are_not_counted_with_them(
    atlases: dict[str, Atlas],
) -> None:
    slide = tell(atlases["mixed"], Scene("openness", year=2021), ("13", "21"), "en")
    assert isinstance(slide.body, TableBody)
    assert (
        "Real data, not compared with invented figures: Klaipėda City, Vilnius City"
        in slide.body.rest
    )
    assert slide.sentence.startswith("In Lithuania, ")


def test_openness_is_told_as_the_table_has_it(atlas: Atlas, database: Path) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(database)})
        frame = (
            connection.execute(
                "SELECT o.* FROM atlas.openness o JOIN atlas.answered USING (municipality, year)"
                " WHERE year = 2022"
            )
            .df()
            .set_index("municipality")
        )
    slide = tell(atlas, Scene("openness", year=2022), EVERYWHERE, "en")
    assert isinstance(slide.body, TableBody)
    own = frame[frame.index.isin(EVERYWHERE)]
    assert f"an NGO council in {own['ngo_council'].sum()} of {len(own)}" in slide.sentence
    assert f"Lithuania: {100 * frame['ngo_council'].mean():.0f}% of {len(frame)}" in slide.sentence
    assert f"an open budget in {own['open_budget'].sum()} (" in slide.sentence
    assert f"competitions in {own['published_results'].sum()} (" in slide.sentence
    rows = dict(zip(EVERYWHERE, slide.body.rows, strict=True))
    for code, (_, council, meetings, budget, results) in rows.items():
        if code not in frame.index:
            assert {cell.text for cell in rows[code][1:]} == {"?"}
            assert rows[code][0].text in slide.body.rest
            continue
        row = frame.loc[code]
        signs = ("✓" if row[name] else "–"
                 for name in ("ngo_council", "open_budget", "published_results"))  # fmt: skip
        assert (council.text[0], budget.text, results.text) == tuple(signs)
        if row["ngo_council"]:
            assert council.text == f"✓ NGOs {row['ngo_share']:.0f}%"
            assert meetings.text == str(row["meetings"])


def test_without_municipalities_openness_is_that_of_the_country(atlas: Atlas) -> None:
    slide = tell(atlas, Scene("openness"), code="en")
    assert isinstance(slide.body, BarsBody)
    assert [bar.text.split()[0] for bar in slide.body.bars] == [
        f"{bar.value:.0f}" for bar in slide.body.bars
    ]


def test_the_newest_plan_is_told_and_the_last_assessed_one_beside_it(
    atlas: Atlas, store: Store
) -> None:
    made, said = told.commitments(store), told.statuses(store).query("kind == 'implementation'")
    newest = made["plan"].iloc[-1]
    assessed = said["plan"].max()
    expected = [*made.query("plan == @newest")["commitment"]]
    expected += [] if newest == assessed else [*made.query("plan == @assessed")["commitment"]]
    slide = tell(atlas, Scene("commitments"), code="en")
    assert isinstance(slide.body, TableBody)
    numbers = [row[0].text.split()[0].replace("–", "-") for row in slide.body.rows]
    assert numbers == expected
    last = said.drop_duplicates("commitment", keep="last").set_index("commitment")["status_en"]
    for number, row in zip(numbers, slide.body.rows, strict=True):
        assert row[1].text == last.get(number, "Not assessed")
        assert row[1].colour.startswith("light-dark(")
        assert row[1].glyph
    for status, count in last[last.index.isin(numbers)].value_counts().items():
        assert f"{count} {str(status).lower()}" in slide.sentence
    assert "Independent Reporting Mechanism" in slide.small


def test_a_title_is_cut_between_words(atlas: Atlas) -> None:
    slide = tell(atlas, Scene("commitments"))
    assert isinstance(slide.body, TableBody)
    assert slide.table is not None
    for row, whole in zip(slide.body.rows, slide.table.rows, strict=True):
        shown = row[0].text.removesuffix("…")
        assert f"{whole[0]} ".startswith(f"{shown} ")


@pytest.mark.parametrize(
    ("select", "title", "heading"),
    [
        (members(UTENA), "Utenos apskrities forumas", "Utenos apskritis"),
        (("53",), "Savivaldybių forumas", "Kėdainių rajono savivaldybė"),
        (("13", "21"), "Savivaldybių forumas", "2 savivaldybės"),
        (EVERYWHERE, "Savivaldybių forumas", "12 savivaldybių"),
        ((), "Savivaldybių forumas", "Visos Lietuvos savivaldybės"),
    ],
)
def test_a_deck_begins_with_whose_it_is(
    atlas: Atlas, select: tuple[str, ...], title: str, heading: str
) -> None:
    slide = tell(atlas, Scene("title"), select)
    assert isinstance(slide.body, WordsBody)
    assert (slide.title, slide.body.heading) == (title, heading)
    names = [
        place.name_lt.removesuffix(" sav.") for place in municipalities() if place.code in select
    ]
    assert (", ".join(names) in slide.body.lines) == (len(select) > 1)
    assert slide.body.lines[-1] == "Duomenys atnaujinti 2026 m. lapkričio 21 d."


@pytest.mark.parametrize("code", CODES)
def test_a_question_is_the_presenter_s_or_that_of_the_purpose(atlas: Atlas, code: str) -> None:
    asked = set()
    for purpose in PURPOSES:
        slide = tell(atlas, Scene("question"), code=code, purpose=purpose)
        assert isinstance(slide.body, WordsBody)
        asked.add(slide.body.lines)
    assert len(asked) == len(PURPOSES)
    own = tell(atlas, Scene("question", text=" Ką darom? "), code=code)
    assert own.body == WordsBody(("Ką darom?",))


def test_all_sources_of_a_deck_are_named_or_counted(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = atlas.sources().set_index("source")
    few = tell(atlas, Scene("sources"), scenes=(Scene("openness"), Scene("commitments"))).body
    assert isinstance(few, SourcesBody)
    for source, line in zip(("demo", "commitments"), few.paragraphs, strict=False):
        assert line.startswith(frame.loc[source, "title_lt"])
        assert f"{frame.loc[source, 'retrieved']:%Y-%m-%d}" in line
    assert "Rodiklis „Atvirumo balas“." in few.paragraphs[2]
    assert atlas.store.version in few.paragraphs[-1]
    monkeypatch.setattr(sources, "MOST_LINES", 2)
    many = tell(atlas, Scene("sources"), scenes=tuple(map(Scene, (*KINDS, "map")))).body
    assert isinstance(many, SourcesBody)
    assert many.paragraphs[1] == "Dar 2 šaltiniai"


@pytest.mark.parametrize("purpose", PURPOSES)
def test_default_decks_begin_and_end_with_words_of_their_own(atlas: Atlas, purpose: str) -> None:
    for code in CODES:
        telling = DeckTelling(atlas, BOTH[code], default_deck(purpose, members(UTENA)), ADDRESS)
        first, last = (kinds()[kind].slide(telling, Scene(kind)).body
                       for kind in ("title", "sources"))  # fmt: skip
        assert isinstance(first, WordsBody)
        assert first.lines[0] == BOTH[code].t(f"forum.purpose.{purpose}")
        assert isinstance(last, SourcesBody)
        assert len(last.paragraphs) <= sources.MOST_LINES + 2


def test_the_code_is_there_only_where_it_leads_somewhere(atlas: Atlas) -> None:
    slide = tell(atlas, Scene("sources"))
    assert isinstance(slide.body, SourcesBody)
    assert (slide.body.address, slide.body.short) == (ADDRESS, ADDRESS.removeprefix("https://"))
    alone = DeckTelling(atlas, BOTH["en"], Deck())
    body = kinds()["sources"].slide(alone, Scene("sources")).body
    assert isinstance(body, SourcesBody)
    assert (body.address, body.short, body.qr_alt) == ("", "", "")
    assert (
        short_address(f"https://example.org/forumas?s={'a' * LONGEST_ADDRESS}")
        == "example.org/forumas"
    )
    assert short_address("http://127.0.0.1:8050/en/forum?") == "127.0.0.1:8050/en/forum"
