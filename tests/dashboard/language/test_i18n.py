"""Words are complete in both languages, and numbers, dates and places are written as CLDR says."""

from __future__ import annotations

import ast
import re
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import dashboard
from dashboard.indicators.figures import SIGNS
from dashboard.language.i18n import CODES, LOCALES, MissingText, code_of, language
from dashboard.pages import all_pages
from dashboard.pages.data.page import PARTS
from dashboard.pages.data.submission_matrix import STATES
from dashboard.pages.map.frame import TEXTS
from data.asking.commitments import scales
from data.asking.views import codes
from data.catalog import GROUPS, INDICATORS, UNITS
from data.dataset.make import ENDINGS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from data.asking.store import Store

PACKAGE = Path(dashboard.__file__).parent
LT, EN = language("lt"), language("en")


@cache
def catalogue(code: str) -> Catalog:
    with (LOCALES / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def keys(code: str) -> set[str]:
    found = (item.id for item in catalogue(code) if item.id)
    return {item if isinstance(item, str) else item[0] for item in found}


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


@cache
def asked() -> tuple[set[str], set[str]]:
    """What Python asks t and n for: whole keys, and patterns of those that it puts together."""
    whole, patterns = set(), set()
    for node in (node for text in read(".py") for node in ast.walk(ast.parse(text))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if node.func.attr in {"t", "n"}:
            key = node.args[0]
            for choice in [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]:
                if isinstance(choice, ast.Constant):
                    whole.add(choice.value)
                elif isinstance(choice, ast.JoinedStr):
                    patterns.add("".join(map(_pattern, choice.values)))
    return whole, patterns


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_0-9]+"


def asked_by_scripts() -> set[str]:
    """The keys that stand in the scripts."""
    kinds = {key.partition(".")[0] for key in TEXTS}
    found = re.findall(r'"(([a-z]+)\.[a-z_]+)"', "\n".join(read(".js")))
    return {key for key, kind in found if kind in kinds}


def families(store: Store) -> set[str]:
    """The keys that are put together from an id in the code: `indicator.<id>.name`…"""
    policy_areas = list(codes(store, "policy_area")["code"])
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
        *(f"direction.{item}" for item in ("more", "less", "neutral")),
        *(
            f"{family}.{item}"
            for item in ("rate", "average")
            for family in ("national", "sentence")
        ),
        *(f"page.{item}.{part}" for item in pages for part in ("title", "nav", "description")),
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
        *(f"commitments.groups.{item}" for item in ("plan", "institution", "theme")),
        *(f"commitments.groups.{item}_note" for item in ("plan", "institution", "theme")),
        *(f"commitment.{item}" for item in ("previous", "next")),
        *(f"promise.{item}" for item in phases),
        *(f"promise.phase_{item}" for item in phases),
        *(f"promise.{item}_{way}" for item in ("target", "no_target") for way in ("more", "less")),
        *(f"data.matrix.count.{item}" for item in STATES),
        *(f"data.state.{item}" for item in STATES),
        *(f"data.{item}.title" for item in PARTS),
        *(f"data.take.{item}" for item in ENDINGS),
        *(f"mark.{item}.{part}" for item in SIGNS for part in ("note", "text")),
    }


def test_both_catalogues_hold_the_same_keys() -> None:
    assert keys("lt") == keys("en")
    assert len(keys("lt")) > 200


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_there_and_none_is_marked_doubtful(code: str) -> None:
    for item in catalogue(code):
        texts = item.string if isinstance(item.string, tuple | list) else (item.string,)
        assert all(texts), item.id
        assert not item.fuzzy, item.id


@pytest.mark.parametrize("code", CODES)
def test_a_key_is_a_family_and_a_name_and_so_never_the_text_itself(code: str) -> None:
    assert all(re.fullmatch(r"[a-z]+(\.[a-z0-9_]+)+", key) for key in keys(code))
    assert not [item.id for item in catalogue(code) if item.id and item.string == item.id]


@pytest.mark.parametrize("code", CODES)
def test_keys_are_sorted_so_that_a_text_is_found(code: str) -> None:
    found = [item.id if isinstance(item.id, str) else item.id[0] for item in catalogue(code)]
    assert found == sorted(found)


def test_every_key_in_the_code_is_in_the_catalogues(store: Store) -> None:
    whole, patterns = asked()
    assert len(whole) > 60, "the search for keys finds too little"
    assert whole - keys("lt") == set()
    assert set(TEXTS) - keys("lt") == set()
    assert families(store) - keys("lt") == set()
    for pattern in patterns:
        assert any(re.fullmatch(pattern, key) for key in keys("lt")), pattern


def test_the_page_brings_its_scripts_exactly_the_texts_that_they_ask_for() -> None:
    assert asked_by_scripts() == set(TEXTS)


def test_no_text_is_unused(store: Store) -> None:
    _, patterns = asked()
    put_together = re.compile("|".join(patterns))
    rest = keys("lt") - families(store) - strings()
    assert {key for key in rest if not put_together.fullmatch(key)} == set()


def test_a_text_has_the_same_places_in_every_language_and_form() -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    for item in catalogue("lt"):
        if not item.id:
            continue  # the head of the file
        other = catalogue("en").get(item.id if isinstance(item.id, str) else item.id[0])
        assert other is not None
        forms = [
            text
            for string in (item.string, other.string)
            for text in (string if isinstance(string, tuple | list) else (string,))
        ]
        assert len({frozenset(places(text)) for text in forms}) == 1, item.id


@pytest.mark.parametrize("code", CODES)
def test_an_unknown_key_is_an_error_that_names_it(code: str) -> None:
    with pytest.raises(MissingText, match=r"no\.such\.text"):
        language(code).t("no.such.text")
    with pytest.raises(MissingText, match=r"no\.such\.text"):
        language(code).n("no.such.text", 2)


@pytest.mark.parametrize(
    ("number", "lithuanian", "english"),
    [
        (0, "Įskaičiuota 0 savivaldybių", "0 municipalities counted"),
        (1, "Įskaičiuota 1 savivaldybė", "1 municipality counted"),
        (2, "Įskaičiuotos 2 savivaldybės", "2 municipalities counted"),
        (9, "Įskaičiuotos 9 savivaldybės", "9 municipalities counted"),
        (10, "Įskaičiuota 10 savivaldybių", "10 municipalities counted"),
        (11, "Įskaičiuota 11 savivaldybių", "11 municipalities counted"),
        (21, "Įskaičiuota 21 savivaldybė", "21 municipalities counted"),
        (22, "Įskaičiuotos 22 savivaldybės", "22 municipalities counted"),
        (60, "Įskaičiuota 60 savivaldybių", "60 municipalities counted"),
        (111, "Įskaičiuota 111 savivaldybių", "111 municipalities counted"),
        (1001, "Įskaičiuota 1\u00a0001 savivaldybė", "1,001 municipalities counted"),
    ],
)
def test_nouns_agree_with_numbers(number: int, lithuanian: str, english: str) -> None:
    assert LT.n("sentence.counted", number) == lithuanian
    assert EN.n("sentence.counted", number) == english


@pytest.mark.parametrize(
    ("value", "decimals", "lithuanian", "english"),
    [
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
        (1234567.891, 2, "1\u00a0234\u00a0567,89", "1,234,567.89"),
        (12.34, 1, "12,3", "12.3"),
        (-1234.5, 1, "\u22121\u00a0234,5", "-1,234.5"),
        (-0.04, 1, "0,0", "0.0"),
    ],
)
def test_numbers(value: float, decimals: int, lithuanian: str, english: str) -> None:
    assert LT.number(value, decimals) == lithuanian
    assert EN.number(value, decimals) == english


def test_a_change_shows_its_sign_and_nothing_has_none() -> None:
    assert [LT.number(value, 1, sign=True) for value in (1.5, -1.5, 0, 0.04, -0.04)] == [
        *("+1,5", "\u22121,5", "0,0", "0,0", "0,0")
    ]
    assert EN.percent(-12.34, sign=True) == "-12.3%"
    assert LT.percent(12.34, sign=True) == "+12,3\u00a0%"


@given(st.lists(st.floats(-1e9, 1e9)), st.integers(0, 3), st.booleans())
def test_many_numbers_are_written_as_each_alone(
    values: list[float], decimals: int, sign: bool
) -> None:
    for words in (LT, EN):
        alone = [words.number(value, decimals, sign=sign) for value in values]
        assert words.numbers(values, decimals, sign=sign) == alone


def test_money() -> None:
    assert LT.money(1234567.891, 2) == "1\u00a0234\u00a0567,89\u00a0€"
    assert EN.money(1234567.891, 2) == "€1,234,567.89"
    assert LT.money(-5.2, 2) == "\u22125,20\u00a0€"
    assert EN.money(-5.2, 2) == "-€5.20"
    assert LT.money(0) == "0\u00a0€"


def test_percent() -> None:
    assert LT.percent(12.34) == "12,3\u00a0%"
    assert EN.percent(12.34) == "12.3%"
    assert LT.percent(100, 0) == "100\u00a0%"


def test_dates() -> None:
    assert LT.date(date(2026, 11, 21)) == "2026 m. lapkričio 21 d."
    assert EN.date(date(2026, 11, 21)) == "21 November 2026"


def test_every_municipality_is_declined() -> None:
    located = [LT.located(place) for place in municipalities()]
    assert len(set(located)) == 60
    for place, where in zip(municipalities(), located, strict=True):
        assert where == f"{place.name_full_lt.removesuffix('savivaldybė')}savivaldybėje"
        assert EN.located(place) == f"in {place.name_en}"
    assert "Vilniaus miesto savivaldybėje" in located
    assert "Kazlų Rūdos savivaldybėje" in located
    assert "Neringos savivaldybėje" in located


def test_places_are_named_in_the_language() -> None:
    county, place = counties()[0], municipalities()[0]
    assert LT.name(place) == place.name_lt
    assert LT.name(place, "full") == place.name_full_lt
    assert EN.name(place) == EN.name(place, "full") == place.name_en
    assert LT.name(county, "full") == county.name_full_lt


@pytest.mark.parametrize(
    ("path", "code"),
    [
        *(("/", "lt"), ("/duomenys", "lt"), ("", "lt"), ("/english", "lt"), ("/enclave/", "lt")),
        *(("/en", "en"), ("/en/", "en"), ("/en/data", "en"), ("/en/nowhere", "en")),
    ],
)
def test_an_address_says_its_language(path: str, code: str) -> None:
    assert code_of(path) == code
    assert language(code).code == code


def test_addresses_are_written_in_the_language() -> None:
    assert (LT.path("/"), EN.path("/"), EN.path("/data")) == ("/", "/en/", "/en/data")


@pytest.mark.parametrize("code", ["", "xx", "EN", "../en", "None"])
def test_an_unknown_language_is_the_first_one_and_costs_no_memory(code: str) -> None:
    assert language(code) is LT
