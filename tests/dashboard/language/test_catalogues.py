"""Words are complete in both languages, and none is there that nobody asks for."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from dashboard.language.i18n import CODES, MissingText, language
from dashboard.pages.map.frame import TEXTS
from tests.dashboard.language.keys import (
    asked,
    asked_by_scripts,
    catalogue,
    families,
    keys,
    strings,
)

if TYPE_CHECKING:
    from data.asking.store import Store


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
