"""What is found of what all pages have, and of what the database alone can look through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import pages
from dashboard.frame.places import competition_path, recipient_path
from dashboard.searching.findable import KINDS, Findable
from dashboard.searching.matching import FoundGroup, Match, counts, grouped, has_all, matches
from dashboard.searching.shelf import Shelf
from dashboard.searching.stemming import stem, words_of
from data.asking.search import find_competitions, find_recipients
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.searching.asked import SearchText
    from data.asking.search import FoundItem


def find(asked: SearchText, atlas: Atlas, words: Language, limit: int) -> tuple[FoundGroup, ...]:
    """What is found, in groups of at most so many; nothing where nothing can be looked for."""
    if not asked.words:
        return ()
    found = matches(_shelves(atlas, words), asked.words)
    return grouped([*found, *_stored(asked, atlas, words, limit + 1)], limit)


def _stored(asked: SearchText, atlas: Atlas, words: Language, most: int) -> Iterator[Match]:
    """Recipients and competitions, best first: they have all of the words, or words near them."""
    names = {place.code: words.name(place) for place in municipalities()}
    kinds, areas = (atlas.labels(name, words) for name in ("recipient_kind", "policy_area"))
    items = []
    for found in find_recipients(atlas.store, _beside("recipient", asked, words), most):
        told = [kinds.get(found.detail, ""), names.get(found.municipality, "")]
        items.append(_record("recipient", found, told, recipient_path(found.key, words), words))
    for found in find_competitions(atlas.store, _beside("competition", asked, words), most):
        told = [areas.get(found.detail, ""), names.get(found.municipality, ""), str(found.year)]
        items.append(_record("competition", found, told, competition_path(found.key, words), words))
    whole = sum(map(counts, asked.words))
    for at, item in enumerate(items):
        yield Match(item, whole, -at, not has_all(item, asked.words))


def _beside(kind: str, asked: SearchText, words: Language) -> str:
    """What is asked for beside the kind: of `konkursas 2024 Kėdainių`, the year and the place."""
    named = {stem(word) for word in words_of(words.t(f"search.kind.{kind}"))}
    return " ".join(word for word in asked.words if stem(word) not in named)


def _record(kind: str, found: FoundItem, told: list[str], path: str, words: Language) -> Findable:
    """With what tells it from others, and that it is invented."""
    demo = [words.t("demo.badge")] if found.demo else []
    detail = ", ".join(filter(None, [*told, *demo]))
    return Findable(
        kind, found.name, path, detail, f"{detail} {words.t(f'search.kind.{kind}')}", found.key
    )


def _shelves(atlas: Atlas, words: Language) -> dict[str, Shelf]:
    """Everything but what the database looks through, put in order once for the present data."""

    def made() -> dict[str, Shelf]:
        all_ = list(_of_pages(atlas, words))
        kinds = {kind: [item for item in all_ if item.kind == kind] for kind in KINDS}
        return {kind: Shelf(items) for kind, items in kinds.items() if items}

    shelves: dict[str, Shelf] = atlas.once(("search", words.code), made)
    return shelves


def _of_pages(atlas: Atlas, words: Language) -> Iterator[Findable]:
    """Every page of the navigation, and what each says that it has."""
    for page in pages.all_pages():
        if page.listed:
            title, nav = (words.t(f"page.{page.id}.{part}") for part in ("title", "nav"))
            yield Findable("page", title, page.path(words), also=nav)
        yield from page.finds(atlas, words) if page.finds else ()
