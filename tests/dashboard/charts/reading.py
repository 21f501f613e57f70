"""Reads a picture as elements."""

from __future__ import annotations

from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ElementTree.Element:
    """A picture as elements; fails if it is not well formed."""
    return ElementTree.fromstring(svg)


def group(root: ElementTree.Element, name: str, space: str = "") -> list[ElementTree.Element]:
    """What a layer holds."""
    (found,) = root.iterfind(f".//{space}g[@class='{name}']")
    return list(found)
