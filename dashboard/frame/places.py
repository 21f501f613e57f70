"""What can be gone to from anywhere: municipalities, recipients, competitions, figures.

Pages do not know each other; the addresses by which they lead to one another stand here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.frame import html
from geo.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from geo.places import Municipality

MAP_SLUGS = {"lt": "zemelapis", "en": "map"}
PLACE_SLUGS = {"lt": "savivaldybe", "en": "municipality"}
COMPARE_SLUGS = {"lt": "palyginimas", "en": "compare"}
FORUM_SLUGS = {"lt": "forumas", "en": "forum"}
ADD_SLUGS = {"lt": "prideti", "en": "add"}
"""Below the forum: takes the query of a map and adds that map to a deck."""

RECIPIENT_SLUGS = {"lt": "gavejai", "en": "recipients"}
COMPETITION_SLUGS = {"lt": "konkursai", "en": "competitions"}
FLOW_SLUGS = {"lt": "srautai", "en": "flows"}
FIGURE_SLUGS = {"lt": "skaicius", "en": "figure"}
SEARCH_SLUGS = {"lt": "paieska", "en": "search"}
CHANGES_SLUGS = {"lt": "pokyciai", "en": "changes"}
RESEARCH_SLUGS = {"lt": "tyrimas", "en": "research"}
CHECK_SLUGS = {"lt": "formos-patikra", "en": "check-a-form"}
DATA_SLUGS = {"lt": "duomenys", "en": "data"}
ABOUT_SLUGS = {"lt": "apie", "en": "about"}
CATALOG_FORMS = {"application/ld+json": "/catalog.jsonld", "text/turtle": "/catalog.ttl"}
"""Where the catalogue lies, by media type."""
SHARE_SLUGS = {"lt": "dalytis", "en": "share"}

COMPARED = (2, 6)
"""Fewest and most municipalities that are put side by side."""


def map_path(words: Language, query: str = "") -> str:
    """The address of the map's page, without the base; `query` is without a question mark."""
    path = words.path(f"/{MAP_SLUGS[words.code]}")
    return f"{path}?{query}" if query else path


def place_path(place: Municipality, words: Language, query: str = "") -> str:
    """The address of a municipality's page, without the base: `/savivaldybe/kedainiu-r`.

    Args:
        place: The municipality.
        words: The language of the page.
        query: Of the address, without a question mark.
    """
    path = words.path(f"/{PLACE_SLUGS[words.code]}/{slug(place, words.code)}")
    return f"{path}?{query}" if query else path


def place_link(
    place: Municipality, words: Language, text: str | None = None, query: str = ""
) -> Component:
    """A link to a municipality's page; its text is the short name, unless another is given."""
    name = words.name(place) if text is None else text
    return html.A(name, href=place_path(place, words, query), className="place")


def compare_path(codes: Iterable[str], words: Language, query: str = "") -> str:
    """The address of the page that puts municipalities side by side, in the order given."""
    path = words.path(f"/{COMPARE_SLUGS[words.code]}?select={','.join(codes)}")
    return f"{path}&{query}" if query else path


def add_to_forum_path(words: Language, query: str) -> str:
    """The address that adds a view of the map, by its query, to a deck for a forum."""
    path = words.path(f"/{FORUM_SLUGS[words.code]}/{ADD_SLUGS[words.code]}")
    return f"{path}?{query}" if query else path


def recipient_path(code: str, words: Language) -> str:
    """The address of a recipient's page; `code` is that of the legal entity."""
    return words.path(f"/{RECIPIENT_SLUGS[words.code]}/{code}")


def competition_path(key: str, words: Language) -> str:
    """The address of a competition's page, by its key of `data.asking.competitions`."""
    return words.path(f"/{COMPETITION_SLUGS[words.code]}/{key}")


def flows_path(place: Municipality, words: Language, year: int | None = None) -> str:
    """The address of where the money of a municipality and year went."""
    path = words.path(f"/{FLOW_SLUGS[words.code]}/{slug(place, words.code)}")
    return f"{path}?year={year}" if year else path


def figure_path(words: Language, **asked: str | int) -> str:
    """The address that tells how a figure was made.

    Args:
        words: The language.
        **asked: `indicator`, `unit`, `area`, `municipality` (code; without it, the country), `year`
            and `figures`; empty ones are left out.
    """
    query = urlencode({name: value for name, value in asked.items() if value})
    path = words.path(f"/{FIGURE_SLUGS[words.code]}")
    return f"{path}?{query}" if query else path


def research_path(words: Language, **asked: str | int) -> str:
    """The address of the researcher's bench.

    Args:
        words: The language.
        **asked: What its address takes, as `view`, `indicator`, `unit`, `area`, `year`, `figures`,
            `select` (codes, parted by commas); empty ones are left out.
    """
    query = urlencode({name: value for name, value in asked.items() if value}, safe=",:")
    path = words.path(f"/{RESEARCH_SLUGS[words.code]}")
    return f"{path}?{query}" if query else path


def changes_path(words: Language, **asked: str) -> str:
    """The address of what changed between data versions.

    Args:
        words: The language.
        **asked: `municipality` (code) and `kind`; empty ones are left out.
    """
    query = urlencode({name: value for name, value in asked.items() if value})
    path = words.path(f"/{CHANGES_SLUGS[words.code]}")
    return f"{path}?{query}" if query else path


def changes_feed(words: Language, place: Municipality | None = None) -> tuple[str, str]:
    """Title and address of the Atom feed of what changed, of one municipality or of all."""
    path = words.path(f"/{CHANGES_SLUGS[words.code]}")
    title = words.t("page.changes.title")
    if place is None:
        return title, f"{path}.atom"
    name = words.t("title.with", name=title, details=words.name(place))
    return name, f"{path}/{slug(place, words.code)}.atom"


EMBEDS = ("map", "trend", "ranking", "strip", "card")
"""What can be shown in a frame on a page of others."""


def embed_path(kind: str, words: Language, query: str = "") -> str:
    """The address of a part of the atlas for a frame on a page of others.

    Args:
        kind: One of `EMBEDS`.
        words: The language.
        query: `map`, `trend` and `ranking` take that of the map's page; `strip` takes
            `municipality` (code), `indicator` and what the municipality's page takes; `card`
            takes `municipality` and the same. `look` is light, dark or, left out, the visitor's.
    """
    return f"/embed/{words.code}/{kind}{f'?{query}' if query else ''}"


SHARED_VERSION = "v"
"""In the address of a picture: the data version that it is of, so that it may be kept for ever."""


def share_picture_path(
    page: str, words: Language, key: str = "", query: str = "", *, version: str = ""
) -> str:
    """The address of the picture by which a view is shared: 1200 × 630 px, PNG.

    Args:
        page: Id of the page.
        words: The language.
        key: Of an item of the page.
        query: Of the view's address.
        version: Of the data; without it the address stands for the picture of any.
    """
    end = f"{page}/{key}" if key else page
    named = urlencode({SHARED_VERSION: version}) if version else ""
    both = "&".join(filter(None, (query, named)))
    return f"/share/{words.code}/{end}.png{f'?{both}' if both else ''}"


def share_path(words: Language, address: str) -> str:
    """The address of how a view is shared.

    Args:
        words: The language.
        address: Of the view: path and query, without the base.
    """
    return f"{words.path(f'/{SHARE_SLUGS[words.code]}')}?{urlencode({'page': address})}"


def oembed_path(address: str, kind: str) -> str:
    """The address that tells programs how a page is shown in a frame.

    Args:
        address: Of the page, whole.
        kind: `json` or `xml`.
    """
    return f"/oembed?{urlencode({'url': address, 'format': kind})}"
