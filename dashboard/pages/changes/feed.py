"""What changed as an Atom feed (RFC 4287): an entry a build and municipality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from dashboard.frame.places import changes_feed, changes_path
from dashboard.frame.rendering import below, render
from dashboard.pages.changes.builds import change_list
from dashboard.pages.changes.reading import read_changes
from dashboard.pages.changes.state import ChangesState
from dashboard.pages.changes.telling import ChangeWords

if TYPE_CHECKING:
    from datetime import datetime

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.changes.reading import ChangedBuild, ChangedPlace
    from geo.places import Municipality

MOST_ENTRIES = 100
LISTED = (5, 600)
"""Changes that are listed: of each kind and municipality, in all."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(atlas: Atlas, words: Language, site: str, place: Municipality | None = None) -> bytes:
    """The feed of one municipality, or of all and of what is of none.

    Args:
        atlas: The data.
        words: The language.
        site: Where the atlas stands, without a slash at its end.
        place: The municipality.
    """
    code = place.code if place else ""
    builds = read_changes(atlas, ChangesState(code), LISTED)
    title, address = changes_feed(words, place)
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": words.code})
    _text(root, "id", _id("feed", words.code, code))
    _text(root, "title", f"{title} – Savivalda")
    _text(root, "subtitle", words.t("page.changes.description"))
    _text(root, "updated", _moment(builds[0].built_at if builds else atlas.store.built_at))
    _text(ET.SubElement(root, "author"), "name", "Savivalda")
    _link(root, "self", f"{site}{address}", "application/atom+xml")
    _link(root, "alternate", f"{site}{changes_path(words, municipality=code)}", "text/html")
    tell = ChangeWords(atlas, words)
    both = [(build, group) for build in builds for group in build.groups]
    for build, group in both[:MOST_ENTRIES]:
        _entry(root, build, group, tell, site)
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written


def _entry(
    root: ET.Element, build: ChangedBuild, group: ChangedPlace, tell: ChangeWords, site: str
) -> None:
    words, code = tell.words, group.place.code if group.place else ""
    name = words.name(group.place) if group.place else words.t("changes.nation")
    there = f"{site}{changes_path(words, municipality=code)}#{build.anchor}"
    counts = tell.counted(group.counts)
    entry = ET.SubElement(root, "entry")
    _text(entry, "id", _id("entry", words.code, code, build.version, build.anchor))
    _text(entry, "title", f"{name}: {_marked(counts, group, words)}")
    _text(entry, "updated", _moment(build.built_at))
    _link(entry, "alternate", there, "text/html")
    further = words.t("changes.further", n=words.number(group.further)) if group.further else None
    said = below(render([change_list(group.rows, tell), further]), site)
    _text(entry, "content", said).set("type", "html")


def _marked(counts: str, group: ChangedPlace, words: Language) -> str:
    return words.t("changes.invented", said=counts) if group.demo else counts


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = _NOT_XML.sub("", text)
    return element


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})


def _id(*parts: str) -> str:
    """A name that stays, wherever the atlas stands: readers know entries by it."""
    return uuid5(NAMESPACE_URL, "/".join(("savivalda", "changes", *parts))).urn


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
