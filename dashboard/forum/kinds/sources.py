"""The last slide: whose data it was, how the main figure is made, and the address to take home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dashboard.forum.kinds import SceneKind
from dashboard.forum.kinds.resting import demo_text, rests_on, views
from dashboard.slides.content import Slide, SourcesBody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling

MOST_LINES = 6
"""Sources that are named, or the line that counts the others."""

LONGEST_ADDRESS = 60
"""Letters that somebody may copy by hand."""


def _slide(telling: DeckTelling, scene: Scene) -> Slide:
    words, short = telling.words, short_address(telling.address)
    body = SourcesBody(
        paragraphs=(
            *_sources(telling),
            *_method(telling),
            words.t("forum.sources.version", version=telling.atlas.store.version),
        ),
        address=telling.address,
        short=short,
        qr_alt=words.t("forum.sources.qr", address=short) if telling.address else "",
    )
    return Slide(scene.kind, words.t("forum.sources.slide"), "", body, demo=demo_text(telling))


def short_address(address: str) -> str:
    """An address for the eye: without its scheme, without its query where that is long."""
    parts = urlsplit(address)
    where = f"{parts.netloc}{parts.path}".rstrip("/")
    whole = f"{parts.netloc}{parts.path}?{parts.query}" if parts.query else where
    return whole if len(whole) <= LONGEST_ADDRESS else where


def _sources(telling: DeckTelling) -> Iterator[str]:
    """A line each: title, whose, of which day, under which licence."""
    words = telling.words
    frame = telling.atlas.sources().set_index("source")
    known = [each for each in rests_on(telling) if each in frame.index]
    named = known if len(known) <= MOST_LINES else known[: MOST_LINES - 1]
    for each in named:
        row = frame.loc[each]
        yield words.t(
            "forum.sources.line",
            title=row[f"title_{words.code}"],
            publisher=row["publisher"],
            day=f"{row['retrieved']:%Y-%m-%d}",
            licence=re.split("[;:,]", str(row[f"licence_{words.code}"]))[0],  # its name
        )
    if len(known) > len(named):
        yield words.n("forum.sources.rest", len(known) - len(named))


def _method(telling: DeckTelling) -> Iterator[str]:
    """How the deck's first indicator is computed, if it has one."""
    words = telling.words
    for shown in views(telling)[:1]:
        indicator = shown.view.indicator
        yield words.t(
            "forum.sources.method",
            name=words.t(f"indicator.{indicator}.name"),
            method=words.t(f"indicator.{indicator}.method"),
        )


KIND = SceneKind("sources", 13, (), _slide)
