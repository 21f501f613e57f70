"""Words are complete in both languages, and none is there that nobody asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dashboard.language import i18n
from dashboard.language.asked import Asked, all_asked
from dashboard.language.catalogues import require_whole
from dashboard.language.checking import wrong
from dashboard.language.i18n import CODES, MissingText, WrongText, file_of, language
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
    from pathlib import Path

    from data.asking.store import Store


def test_the_catalogues_are_whole_and_fit_what_the_code_asks_for() -> None:
    assert wrong(all_asked()) == []
    assert len(keys("lt")) > 200


LT_HEAD = (
    'msgid ""\nmsgstr ""\n"Language: lt\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n%10==1 ? 0 : n%10>=2 ? 1 : 2);\\n"\n\n'
)
EN_HEAD = LT_HEAD.replace("lt", "en").replace(
    "nplurals=3; plural=(n%10==1 ? 0 : n%10>=2 ? 1 : 2)", "nplurals=2; plural=(n != 1)"
)
ONE = 'msgid "a.one"\nmsgstr "{place}: {year}"\n\n'
MANY_LT = (
    'msgid "b.many"\nmsgid_plural "b.many#"\n'
    'msgstr[0] "{n} a"\nmsgstr[1] "{n} b"\nmsgstr[2] "{n} c"\n'
)
MANY_EN = 'msgid "b.many"\nmsgid_plural "b.many#"\nmsgstr[0] "{n} a"\nmsgstr[1] "{n} b"\n'
LT, EN = LT_HEAD + ONE + MANY_LT, EN_HEAD + ONE + MANY_EN
CALLS = (
    Asked("page.py:1", "a.one", "", plural=False, given=frozenset({"place", "year"})),
    Asked("page.py:2", "b.many", "", plural=True, given=frozenset()),
)


def written(folder: Path, lt: str, en: str) -> Path:
    for code, text in (("lt", lt), ("en", en)):
        (folder / code / "LC_MESSAGES").mkdir(parents=True)
        file_of(code, folder).write_text(text, encoding="utf-8")
    return folder


def test_catalogues_that_say_the_same_have_nothing_wrong(tmp_path: Path) -> None:
    assert wrong(CALLS, written(tmp_path, LT, EN)) == []


@pytest.mark.parametrize(
    ("lt", "en", "said"),
    [
        (LT, EN_HEAD + MANY_EN, ["en: a.one: expected a text, as there is one in 'lt'"]),
        (LT_HEAD + MANY_LT, EN, ["lt: a.one: expected a text, as there is one in 'en'"]),
        (LT_HEAD, EN_HEAD, ["lt: b.many: expected a text, page.py:2 asks for it"]),
        (LT, EN.replace('"{place}: {year}"', '""'), ["en:7: a.one: expected 1 text(s), found an"]),
        (LT.replace("{year}", "{metai}"), EN, [
            "lt:7: a.one: expected no more than {place}, {year}, found {metai}, as page.py:1 asks",
            "en:7: a.one: expected {metai}, {place} as elsewhere, found {place}, {year}",
        ]),
        (LT, EN.replace(": {year}", ""), ["en:7: a.one: expected {place}, {year} as elsewhere"]),
        (LT, EN.replace("{year}", "{year"), ["en:7: a.one: expected '}' before end of string"]),
        (LT, EN.replace("{year}", "{0}"), ["en:7: a.one: {0} is no name of a value"]),
        (LT, EN.replace("{year}", "{year!r}"), ["en:7: a.one: {year} is no name of a value"]),
        (LT.replace('msgstr[2] "{n} c"\n', ""), EN, ["lt:10: b.many: expected 3 text(s), found"]),
        (LT.replace("{n} b", "b"), EN, ["lt:10: b.many: expected {n} as elsewhere, found none"]),
        (LT.replace("nplurals=3", "nplurals=4"), EN, ["lt:1: Plural-Forms: expected 3 forms"]),
        (LT, EN + 'msgstr[2] "c"\n', ["en: it cannot be read: msg has more translations"]),
        (LT, EN_HEAD + ONE + 'msgid "b.many"\nmsgstr "{n}"\n', [
            "en:10: b.many: expected plural forms in all languages",
            "en:10: b.many: expected plural forms, as page.py:2 asks for it",
        ]),
        (LT, EN.replace('msgid "a', '#, fuzzy\nmsgid "a'), ["en:8: a.one: expected a text that"]),
        (LT, EN.replace('msgid "a', 'msgjd "a'), ["en: it cannot be read: "]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_file_line_and_key_with_what_was_expected(
    tmp_path: Path, lt: str, en: str, said: list[str]
) -> None:
    folder = written(tmp_path, lt, en)
    found = wrong(CALLS, folder)
    for line in said:
        code, rest = line[:2], line[2:]
        start = f"{file_of(code, folder)}{rest}"
        assert any(each.startswith(start) for each in found), found
    with pytest.raises(WrongText) as refused:
        require_whole(["a.one", "b.many"], folder)
    assert str(file_of(said[-1][:2], folder)) in str(refused.value)


def test_a_text_whose_places_have_no_value_is_named(tmp_path: Path) -> None:
    words = i18n._read("en", written(tmp_path, LT, EN.replace("{n} b", "{count} b")))
    with pytest.raises(WrongText, match=r"messages\.po: a\.one: expected places for \{place\}"):
        words.t("a.one", place="Neringa")
    with pytest.raises(WrongText, match=r"messages\.po: b\.many: expected places for \{n\}"):
        words.n("b.many", 2)


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


@pytest.mark.parametrize("code", CODES)
def test_an_unknown_key_is_an_error_that_names_it(code: str) -> None:
    with pytest.raises(MissingText, match=r"no\.such\.text"):
        language(code).t("no.such.text")
    with pytest.raises(MissingText, match=r"no\.such\.text"):
        language(code).n("no.such.text", 2)
