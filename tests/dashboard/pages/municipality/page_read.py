"""Reads a page as a reader does: its elements, the numbers in their texts; and writes numbers."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

VOID = ("input", "br", "meta", "link", "hr", "img")
NUMBER = re.compile(r"[+−-]?\d+(?:[\u00a0.,]\d+)*")
DECIMALS = {"eur": 0, "per_resident": 2, "budget_share": 2, "constant": 0,
            "constant_per_resident": 2, "percent": 1, "count": 0, "per_10000": 1}  # fmt: skip
SIGNS = {"lt": (",", "\u00a0", "−"), "en": (".", ",", "-")}


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tree = ET.TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


def main_of(html: str) -> ET.Element:
    """The content of a page."""
    parser = _Parser()
    parser.feed("<main" + html.partition("<main")[2].partition("</main>")[0] + "</main>")
    parser.close()
    return parser.tree.close()


def by_id(root: ET.Element, name: str) -> ET.Element | None:
    return root.find(f".//*[@id='{name}']")


def text(item: ET.Element | None) -> str:
    """The text without pictures, a space between elements."""
    return re.sub("[ \n]+", " ", " ".join(_texts(item))).strip() if item is not None else ""


def _texts(item: ET.Element) -> list[str]:
    if item.tag == "svg":
        return []
    found = [item.text or ""]
    for child in item:
        found += [*_texts(child), child.tail or ""]
    return found


def numbers(said: str) -> list[str]:
    """The numbers of a text as they are written."""
    return NUMBER.findall(said)


def cells(row: ET.Element) -> list[ET.Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def write(value: float, decimals: int, lang: str, *, plus: bool = False) -> str:
    """A number with the language's signs."""
    text = f"{abs(value):,.{decimals}f}"
    nought = not re.search("[1-9]", text)
    mark, group, minus = SIGNS[lang]
    text = text.translate({ord(","): group, ord("."): mark})
    if nought:
        return text
    return f"{minus if value < 0 else '+' if plus else ''}{text}"


def decimals_of(indicator: str, unit: str) -> int:
    return {"ngo_competition_share": 2, "openness": 0}.get(indicator, DECIMALS[unit])


def figure(value: float, indicator: str, unit: str, lang: str) -> str:
    """A figure with its unit; a dash where there is none."""
    if math.isnan(value):
        return "–"
    written = write(value, decimals_of(indicator, unit), lang)
    if unit in ("percent", "budget_share"):
        return f"{written}\u00a0%" if lang == "lt" else f"{written}%"
    if unit in ("count", "per_10000"):
        return written
    return f"{written}\u00a0€" if lang == "lt" else f"€{written}"
