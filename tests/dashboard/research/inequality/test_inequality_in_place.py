"""Neighbours on the map: p-values as reckoned, places apart, and pictures that tell it all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pytest

from dashboard.charts.series import ChartOptions
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.inequality import clusters
from dashboard.research.inequality.view import inequality_view
from data.statistics.neighbourhood import neighbour_weights
from data.statistics.place import local_moran, moran
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView

OLDER = "indicator=older&year=2018"
"""Real figures of all municipalities, alike among neighbours."""


def bench_of(atlas: Atlas, query: str, code: str = "en") -> Bench:
    return read_bench(atlas, language(code), f"view=inequality&lines=clusters&{query}")


def view(atlas: Atlas, query: str, code: str = "en") -> ResearchView:
    return inequality_view(bench_of(atlas, query, code))


@pytest.mark.parametrize("query", [OLDER, "indicator=total&measure=growth", "places=county:02"])
def test_the_map_shows_the_p_values_of_those_that_count(atlas: Atlas, query: str) -> None:
    bench, shown = bench_of(atlas, query), view(atlas, query)
    figures = bench.subject.counted[bench.subject.row(bench.year)]
    there = np.flatnonzero(~np.isnan(figures))
    codes = [municipalities()[at].code for at in there]
    weights = neighbour_weights(codes)
    local, whole = local_moran(figures[there], weights), moran(figures[there], weights)
    assert local is not None
    assert whole is not None
    table = shown.tables[1].plain().set_index("code").loc[codes]
    assert table["p"].to_numpy(float) == pytest.approx(local.p, abs=1e-6, nan_ok=True)
    assert table["local_moran"].to_numpy(float) == pytest.approx(local.value, abs=1e-6, nan_ok=True)
    known = {each.id: each.value for each in shown.statistics}
    assert (known["moran"], known["moran_p"]) == pytest.approx((whole.value, whole.p), abs=1e-12)
    clear = table["cluster"].isin(clusters.KINDS.values())
    assert clear.tolist() == (local.p <= 0.05).tolist()
    assert sum(known[name] for name in clusters.KINDS.values()) == clear.sum()
    means = [figures[there][row > 0].mean() if row.any() else np.nan for row in weights]
    assert table["neighbours_mean"].to_numpy(float) == pytest.approx(means, abs=1e-6, nan_ok=True)


def test_the_sentence_claims_no_more_than_its_test(atlas: Atlas) -> None:
    for query in (OLDER, "", "indicator=total", "indicator=total&measure=growth"):
        shown = view(atlas, query)
        known = {each.id: each.value for each in shown.statistics}
        alike = known["moran"] > known["moran_expected"]
        clear = known["moran_p"] <= 0.05
        assert ("are more alike" in shown.sentence) == (clear and alike)
        assert ("differ more" in shown.sentence) == (clear and not alike)
        assert ("it cannot be said" in shown.sentence) == (not clear)


def test_places_that_do_not_touch_are_told_apart(atlas: Atlas) -> None:
    some = view(atlas, f"{OLDER}&places=list&with=13,41,23,32,11,81")  # only the first two touch
    lonely = next(said for said in some.cautions if "so nothing is said of" in said)
    assert "Neringa" in lonely
    assert "Vilnius" not in lonely
    table = some.tables[1].plain().set_index("code")
    assert (table["cluster"] == "lonely").sum() == 4
    none = view(atlas, f"{OLDER}&places=list&with=13,23,32,11,81,25")
    assert "cannot be said" in none.sentence
    assert any("border each other" in said for said in none.cautions)
    assert none.statistics == ()
    assert [each.id for each in none.pictures] == ["clusters"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("places=list&with=13,41,19,52", "Fewer than five"),
        ("indicator=total&unit=budget_share", "the same figure"),
        ("figures=real", "Fewer than five"),
    ],
)
def test_what_cannot_be_tested_is_not_called_chance(atlas: Atlas, query: str, said: str) -> None:
    shown = view(atlas, query)
    assert any(said in each for each in shown.cautions)
    assert (shown.statistics, shown.findings) == ((), ())
    assert "p\u00a0>\u00a00.05" not in shown.pictures[0].draw(ChartOptions(760, 400, bare=True))


def test_permutations_are_made_once(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    first = view(atlas, OLDER)
    monkeypatch.setattr(clusters, "local_moran", pytest.fail)
    again = view(atlas, f"{OLDER}&select=13", "lt")
    assert [each.value for each in first.statistics] == [each.value for each in again.statistics]


@pytest.mark.parametrize("lines", ["clusters", "inequality"])
def test_pictures_stand_in_the_page_and_alone(atlas: Atlas, lines: str) -> None:
    shown = view(atlas, f"{OLDER}&select=13,23&lines={lines}", "lt")
    assert len(shown.pictures) == 2
    weight = 0
    for picture in shown.pictures:
        for size in (picture.wide, picture.narrow):
            bare = picture.draw(ChartOptions(*size, bare=True))
            weight += len(bare.encode())
            sizes = {
                float(each.get("font-size", 12)) for each in ElementTree.fromstring(bare).iter()
            }
            assert min(sizes) >= 12
        alone = picture.draw(ChartOptions(1200, 630))
        assert shown.title.rpartition(":")[0] in alone or picture.heading in alone
        assert "light-dark" not in alone
    assert weight < 125_000


def test_every_place_of_the_map_is_told_and_selects(atlas: Atlas) -> None:
    shown = view(atlas, f"{OLDER}&select=23", "lt")
    bare = ElementTree.fromstring(shown.pictures[0].draw(ChartOptions(760, 400, bare=True)))
    links = {each.get("href", "") for each in bare.iter("a")}
    assert len(links) == len(municipalities())
    assert sum("select" not in link for link in links) == 1  # Neringa is selected no more
    titles = [each.text or "" for each in bare.iter("title")]
    assert all(any(place.name_lt in text for text in titles) for place in municipalities())
