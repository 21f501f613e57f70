"""The HTML document around a page's content: its head, its styles, its own small scripts."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from dashboard.charts.card import HEIGHT, WIDTH
from dashboard.frame.icon import icon
from dashboard.frame.places import changes_feed, oembed_path
from dashboard.frame.problem import API_SLUG
from dashboard.frame.rendering import below, linked_data, render
from dashboard.frame.site import SITE
from dashboard.language.i18n import CODES
from dashboard.server.bundles import bundle_address

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from dashboard.frame.page import Content
    from dashboard.language.i18n import Language

TERRITORIES = {"lt": "lt_LT", "en": "en_IE"}
"""The languages as Open Graph names them: with the country whose customs they follow."""

STATIC = Path(__file__).parent / "static"

DOCUMENT = Markup("""<!DOCTYPE html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="color-scheme" content="light dark">
{shared}
<link rel="icon" type="image/svg+xml" href="{icon}">
<script src="{early}" data-fetch="{fetches}"></script>
<link rel="stylesheet" href="{css}">
<script src="{js}" defer></script>
</head>
<body data-base="{base}">
{body}
</body>
</html>
""")
META = Markup('<meta {kind}="{name}" content="{text}">')
LINK = Markup('<link rel="{rel}" href="{href}"{more}>')
OEMBED = Markup('<link rel="alternate" type="{kind}" href="{site}{path}">')
OEMBED_KINDS = {"application/json+oembed": "json", "text/xml+oembed": "xml"}
FEED = Markup('<link rel="alternate" type="application/atom+xml" title="{title}" href="{href}">')
FORM = Markup('<link rel="alternate" type="{kind}" href="{href}">')


def document(  # noqa: PLR0913 - what is not always given is given by its name
    content: Content,
    body: Any,
    *,
    room: str,
    words: Language,
    addresses: Mapping[str, str],
    site: str,
    picture: str = "",
) -> str:
    """A whole page.

    Args:
        content: What it shows.
        body: The content in its frame, and what its scripts need.
        room: Whose styles and scripts it has, a folder of assets/.
        words: Its language.
        addresses: Its whole address in each language, with host and query; none for a page that
            is nowhere.
        site: Where the atlas stands, with host and base, without a slash at its end.
        picture: The whole address of the picture by which it is shared; none for a page that is
            nowhere.
    """
    base = urlsplit(site).path
    page = DOCUMENT.format(
        code=words.code,
        base=base,
        title=words.t("shell.title", page=content.title),
        shared=Markup("\n").join(
            [*_shared(content, words, addresses, picture), *_told(content, words)]
        ),
        icon=icon(),
        css=bundle_address(room, "css"),
        early=static_url("early.js"),
        js=bundle_address(room, "js"),
        fetches=" ".join(f"{base}{address}" for address in content.fetches),
        body=render(body),
    )
    return below(page, base)


def _shared(
    content: Content, words: Language, addresses: Mapping[str, str], picture: str
) -> list[Markup]:
    """What search engines read, and those who show a link to the page."""
    named = {"description": content.sentence}
    named["twitter:card"] = "summary_large_image" if picture else "summary"
    named |= {"twitter:title": content.title, "twitter:description": content.sentence}
    properties = {
        "og:title": content.title,
        "og:description": content.sentence,
        "og:type": "website",
        "og:site_name": "Savivalda",
        "og:locale": TERRITORIES[words.code],
    }
    links = []
    if addresses:
        properties["og:url"] = addresses[words.code]
        others = {**addresses, "x-default": addresses[CODES[0]]}
        links = [LINK.format(rel="canonical", href=addresses[words.code], more="")] + [
            LINK.format(rel="alternate", href=href, more=Markup(' hreflang="{}"').format(code))
            for code, href in others.items()
        ]
        (other,) = {*addresses} - {words.code}
        properties["og:locale:alternate"] = TERRITORIES[other]
    if addresses and content.frames:
        links += [
            OEMBED.format(kind=kind, site=SITE, path=oembed_path(addresses[words.code], ending))
            for kind, ending in OEMBED_KINDS.items()
        ]
    if picture:
        properties |= {
            "og:image": picture,
            "og:image:type": "image/png",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": content.sentence,
        }
        named |= {"twitter:image": picture, "twitter:image:alt": content.sentence}
    return [
        *links,
        *(META.format(kind="name", name=name, text=text) for name, text in named.items()),
        *(META.format(kind="property", name=name, text=text) for name, text in properties.items()),
    ]


def _told(content: Content, words: Language) -> list[Markup]:
    """What programs find by the page: feeds, the same in other forms, what it tells as JSON-LD."""
    feeds = dict.fromkeys((*content.feeds, changes_feed(words)))
    interface = {
        "service-desc": f"/api/openapi.json?lang={words.code}",
        "service-doc": words.path(f"/{API_SLUG}"),
    }
    return [
        *(LINK.format(rel=rel, href=href, more="") for rel, href in interface.items()),
        *(FEED.format(title=title, href=href) for title, href in feeds),
        *(FORM.format(kind=kind, href=href) for kind, href in content.forms.items()),
        *([linked_data(content.linked)] if content.linked else []),
    ]


@cache
def static_url(name: str) -> str:
    """The address of a file in static/, with a mark of its content, so that it may be kept."""
    return f"/static/{name}?m={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"
