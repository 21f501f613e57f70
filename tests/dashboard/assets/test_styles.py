"""Style sheets are well formed, say nothing twice, and use what there is."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tinycss2

import dashboard
from dashboard.server.bundles import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIDES = Path(dashboard.__file__).parent / "slides" / "assets"
SHEETS = sorted([*ASSETS.rglob("*.css"), *SLIDES.glob("*.css")])
TOKENS = ASSETS / "shared" / "tokens.css"
COLOURS = {TOKENS, SLIDES / "slides.css"}
"""A deck's document stands alone."""
GROUPS = {"media", "supports", "container", "layer"}
KNOWN = GROUPS | {"page", "font-face", "keyframes", "starting-style", "view-transition"}


def parsed(path: Path) -> list[Any]:
    text = path.read_text(encoding="utf-8")
    return tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)


def rules(nodes: list[Any]) -> Iterator[Any]:
    """Every rule, also those within groups; errors and unknown groups as they are."""
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword in GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from rules(inner)
        else:
            yield node


def declarations(rule: Any) -> list[Any]:
    return tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)


def all_declarations(path: Path) -> list[Any]:
    styled = (rule for rule in rules(parsed(path)) if rule.type == "qualified-rule")
    return [each for rule in styled for each in declarations(rule)]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_rule_and_declaration_can_be_read(path: Path) -> None:
    found = list(rules(parsed(path)))
    assert [(each.source_line, each.message) for each in found if each.type == "error"] == []
    at = {each.lower_at_keyword for each in found if each.type == "at-rule"}
    assert at <= KNOWN
    wrong = [each for each in all_declarations(path) if each.type == "error"]
    assert [(each.source_line, each.message) for each in wrong] == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_rule_says_a_property_twice(path: Path) -> None:
    for rule in rules(parsed(path)):
        if rule.type == "qualified-rule":
            names = Counter(each.name for each in declarations(rule) if each.type == "declaration")
            twice = [name for name, times in names.items() if times > 1]
            assert not twice, f"{path.name}:{rule.source_line}"


def test_own_properties_are_set_and_used() -> None:
    """Those that a page or a script sets or reads stand in its code."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(dashboard.__file__).parent.rglob("*")
        if path.suffix in {".py", ".js"} and "static" not in path.parts
    )
    elsewhere = set(re.findall(r"--[a-z][a-z-]*", code))
    found = [each for path in SHEETS for each in all_declarations(path)]
    defined = {each.name for each in found if each.name.startswith("--")}
    used = {
        name
        for each in found
        for name in re.findall(r"var\(\s*(--[\w-]+)", tinycss2.serialize(each.value))
    }
    assert used - defined - elsewhere == set()
    assert defined - used - elsewhere == set()


def test_a_colour_for_the_dark_is_said_once_beside_the_one_for_the_light() -> None:
    assert {path for path in SHEETS if "light-dark(" in path.read_text("utf-8")} == COLOURS
