"""The keys of texts: those in the catalogues, and those that the code asks for."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import dashboard
from dashboard.forum.deck import PURPOSES
from dashboard.forum.kinds import kinds
from dashboard.indicators.figures import SIGNS
from dashboard.language.asked import all_asked
from dashboard.language.catalogues import read as catalogues
from dashboard.language.catalogues import texts
from dashboard.pages import all_pages
from dashboard.pages.data.page import PARTS
from dashboard.pages.data.submission_matrix import STATES
from dashboard.pages.map.frame import TEXTS
from dashboard.slides.screen import SAYS
from data.asking.commitments import scales
from data.asking.views import codes
from data.catalog import GROUPS, INDICATORS, UNITS
from data.dataset.make import ENDINGS

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from data.asking.store import Store


PACKAGE = Path(dashboard.__file__).parent


def catalogue(code: str) -> Catalog:
    return catalogues()[code]


def keys(code: str) -> set[str]:
    return {*texts(catalogue(code))}


def read(suffix: str) -> list[str]:
    """The texts of the package's own source files of a kind."""
    files = [path for path in PACKAGE.rglob(f"*{suffix}") if "static" not in path.parts]
    return [path.read_text(encoding="utf-8") for path in files]


@cache
def strings() -> set[str]:
    """Every string in the code, whatever it is for."""
    nodes = (node for text in read(".py") for node in ast.walk(ast.parse(text)))
    python = {node.value for node in nodes if isinstance(node, ast.Constant)}
    scripts = {found for text in read(".js") for found in re.findall(r'"([^"\n]*)"', text)}
    return {item for item in python | scripts if isinstance(item, str)}


def asked() -> tuple[set[str], set[str]]:
    """What Python asks t and n for: whole keys, and patterns of those that it puts together."""
    calls = all_asked()
    return (
        {call.key for call in calls if call.key is not None},
        {call.pattern for call in calls if call.key is None},
    )


def asked_by_scripts() -> set[str]:
    """The keys that stand in the scripts."""
    kinds = {key.partition(".")[0] for key in TEXTS}
    found = re.findall(r'"(([a-z]+)\.[a-z_]+)"', "\n".join(read(".js")))
    return {key for key, kind in found if kind in kinds}


def families(store: Store) -> set[str]:
    """The keys that are put together from an id in the code: `indicator.<id>.name`…"""
    policy_areas = list(codes(store, "policy_area").query("offered")["code"])
    assessors = codes(store, "assessor")["code"]
    levels = scales(store).query("kind == 'implementation'")["status"]
    choices = ("plan", "section", "institution", "assessor", "status", "on", "since")
    parts = ("chart", "groups", "assessors", "time", "planned", "table")
    phases = ("before", "during", "after")
    pages = [page.id for page in all_pages()]
    return {
        *(f"indicator.{item}.{part}" for item in INDICATORS for part in ("name", "method")),
        *(f"unit.{item}.name" for item in UNITS),
        *(f"group.{item}.name" for item in GROUPS),
        *(f"area.{item}" for item in ("all", *policy_areas)),
        *(f"classes.{item}" for item in ("quantile", "natural", "equal")),
        *(f"changes.count.{item}" for item in codes(store, "change_kind")["code"]),
        *(f"direction.{item}" for item in ("more", "less", "neutral")),
        *(
            f"{family}.{item}"
            for item in ("rate", "average")
            for family in ("national", "sentence")
        ),
        *(f"page.{item}.{part}" for item in pages for part in ("title", "nav", "description")),
        *(f"slides.{item}" for item in SAYS),
        *(f"page.not_found.{part}" for part in ("title", "description")),
        "commitments.count.not_assessed",
        "commitments.whose.any",
        # Those that the data alone know are named by their labels.
        *({f"commitments.count.{item}" for item in levels} & keys("lt")),
        *({f"commitments.whose.{item}" for item in assessors} & keys("lt")),
        *(f"commitments.{item}_title" for item in parts),
        *(f"commitments.filter.{item}" for item in choices),
        *(f"commitments.filter.{item}.all" for item in choices),
        *(f"commitments.scope.{item}" for item in ("section", "institution", "status", "q")),
        *(f"commitments.groups.{item}" for item in ("institution", "theme")),
        *(f"commitments.groups.{item}_note" for item in ("institution", "theme")),
        *(f"commitments.{item}" for item in ("ours", "not_translated")),
        *(f"commitment.{item}" for item in ("previous", "next")),
        *(f"promise.{item}" for item in phases),
        *(f"promise.phase_{item}" for item in phases),
        *(f"promise.{item}_{way}" for item in ("target", "no_target") for way in ("more", "less")),
        *(f"forum.kind.{item}" for item in kinds()),
        *(f"forum.{family}.{item}" for item in PURPOSES for family in ("purpose", "question")),
        *(f"data.matrix.count.{item}" for item in STATES),
        *(f"data.state.{item}" for item in STATES),
        *(f"data.{item}.title" for item in PARTS),
        *(f"data.take.{item}" for item in ENDINGS),
        *(f"mark.{item}.{part}" for item in SIGNS for part in ("note", "text")),
    }
