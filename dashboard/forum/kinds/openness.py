"""How open municipalities are: their council of NGOs, its work, budget and results in public."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.forum.kinds import SceneKind
from dashboard.forum.parts import ASKED, read_parts, shares
from dashboard.forum.saying import reasons, unanswered, where
from dashboard.indicators.headline import headline, lowered
from dashboard.indicators.picture import short_name
from dashboard.slides.content import BarsBody, Cell, Slide, SlideBar, SpokenTable, TableBody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene
    from dashboard.forum.parts import OpennessParts
    from dashboard.forum.telling import DeckTelling
    from dashboard.language.i18n import Language

INDICATOR = "openness"
COLUMNS = ("council", "meetings", "budget", "results")
MOST_ROWS = 12
YES, NO, UNKNOWN = "✓", "–", "?"


def _slide(telling: DeckTelling, asked: Scene) -> Slide:
    scene = replace(asked, indicator=INDICATOR, unit="", area="")
    words, shown, select = telling.words, telling.shown(scene), telling.select(scene)
    row = telling.row(scene, shown)
    year = shown.years[row]
    parts = read_parts(telling.atlas, year)
    start = words.t("forum.openness.slide", year=year)
    own = [each for each in parts if each.place.code in select][:MOST_ROWS]
    seen = own or [each for each in parts if each.counts]
    said = _sentence(parts, own, select, words)
    said = said or headline(shown, row, words, select, telling.labels).sentence
    if not any(each.has for each in seen):
        return unanswered(telling, scene, start, said)
    invented = any(each.demo and each.has for each in parts if each.counts or each in own)
    demo = words.t("demo.figures") if invented else ""
    rest = [reasons(telling, shown, row, select), _real(own, words) if invented else ""]
    body = _table(own, ". ".join(filter(None, rest)), telling) if own else _bars(seen, words)
    return Slide(
        scene.kind, start, said, body,
        demo=demo,
        source=telling.source(shown),
        table=_spoken(start, body, words),
    )  # fmt: skip


def _table(own: Sequence[OpennessParts], rest: str, telling: DeckTelling) -> TableBody:
    words = telling.words
    head = (words.t("table.name"), *(words.t(f"forum.openness.{it}") for it in COLUMNS))
    rows = ((Cell(short_name(each.place, words)), *_cells(each, telling)) for each in own)
    return TableBody(head, tuple(rows), rest)


def _real(own: Sequence[OpennessParts], words: Language) -> str:
    """Whose rows are real among invented ones; ✓ has another meaning here."""
    names = [short_name(each.place, words) for each in own if each.has and not each.demo]
    return words.t("group.apart", figures=", ".join(names)) if names else ""


def _cells(each: OpennessParts, telling: DeckTelling) -> tuple[Cell, ...]:
    """What is known of a municipality; why nothing is, is said below the table."""
    words = telling.words
    if not each.has:
        return (Cell(UNKNOWN, spoken=lowered(telling.labels[each.state])),) * len(COLUMNS)
    council, budget, results = (_mark(has, words) for has in each.has)
    if not each.has[0]:
        return council, council, budget, results  # without a council there are no meetings
    share = words.percent(each.ngo_share, 0)
    seats = Cell(
        words.t("forum.openness.seats", share=share),
        spoken=words.t("forum.openness.seats_spoken", share=share),
    )
    return seats, Cell(words.number(each.meetings)), budget, results


def _mark(has: bool, words: Language) -> Cell:
    return Cell(YES, spoken=words.t("forum.yes")) if has else Cell(NO, spoken=words.t("forum.no"))


def _bars(seen: Sequence[OpennessParts], words: Language) -> BarsBody:
    """How many in the whole country have what."""
    of, have = shares(seen)
    bars = (
        SlideBar(words.t(f"forum.openness.part.{name}"),
                 words.t("promise.of", count=count, of=of), count, "nation")
        for name, count in zip(ASKED, have, strict=True)
    )  # fmt: skip
    return BarsBody(tuple(bars), words.t("forum.openness.unit"), decimals=0)


def _sentence(
    parts: Sequence[OpennessParts],
    own: Sequence[OpennessParts],
    select: Sequence[str],
    words: Language,
) -> str:
    """How many have what, and the country beside them."""
    of, have = shares(parts)
    if not of:
        return ""
    nation = {
        f"{name}_share": words.percent(100 * count / of, 0)
        for name, count in zip(ASKED, have, strict=True)
    }
    known, counts = shares(own)
    if not known:
        return words.n("forum.openness.nation", of, **nation)
    if known == 1:
        one = next(each for each in own if each.counts)
        marks = (words.t("forum.yes" if has else "forum.no") for has in one.has)
        marked = dict(zip(ASKED, marks, strict=True))
        return words.t("forum.openness.one", name=words.name(one.place), of=of, **marked, **nation)
    said = dict(zip(ASKED, counts, strict=True))
    place = where(select, words)
    return words.n("forum.openness.several", known, where=place, of=of, **said, **nation)


def _spoken(start: str, body: TableBody | BarsBody, words: Language) -> SpokenTable:
    """The same for those who do not see it."""
    if isinstance(body, BarsBody):
        rows = tuple((bar.name, bar.text) for bar in body.bars)
        return SpokenTable(start, (words.t("forum.column.part"), body.unit), rows)
    told = tuple(tuple(cell.spoken or cell.text for cell in row) for row in body.rows)
    return SpokenTable(start, body.head, told)


KIND = SceneKind("openness", 10, ("year", "select"), _slide, indicator=INDICATOR)
