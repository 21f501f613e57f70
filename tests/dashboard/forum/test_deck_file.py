"""A deck's file opens as the deck it was; what is wrong in it is told with line and remedy."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from dashboard.forum import decks as default_decks
from dashboard.forum.choices import CHOSEN, TEXTS
from dashboard.forum.deck import MOST_PLACES, MOST_SCENES, PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.file import DeckFileError, read_deck_file, write_deck_file
from dashboard.forum.kinds import kinds
from dashboard.forum.lines import line_of
from dashboard.language.i18n import CODES, language
from geo.places import counties, municipalities
from tests.dashboard.forum.some_decks import decks

HEAD = 'savivalda = "deck"\nversion = 1\n'
MAP = f'{HEAD}[[scene]]\nkind = "map"\n'
light = settings(max_examples=60)
langs = st.sampled_from(CODES)


def refused(content: str | bytes, lang: str = "en") -> str:
    with pytest.raises(DeckFileError) as caught:
        read_deck_file(content.encode() if isinstance(content, str) else content, "deck.toml")
    said = {code: caught.value.said(language(code)) for code in CODES}
    assert str(caught.value) == said["en"] != said["lt"]
    return said[lang]


@light
@given(decks(), langs)
def test_a_deck_written_and_read_is_itself(deck: Deck, lang: str) -> None:
    text = write_deck_file(deck, lang)
    assert read_deck_file(text.encode(), "deck.toml") == deck
    assert read_deck_file(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "x") == deck


@light
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_letters_of_a_text_are_written_right(text: str) -> None:
    """Also those that no address leaves in a deck, so that the file can always be opened."""
    deck = Deck(scenes=(Scene("title", title=text[:100] + '"\\\x7f\x1f😀'),))
    read = read_deck_file(write_deck_file(deck, "lt").encode(), "deck.toml")
    assert read.scenes[0].title.endswith('"\\ 😀')


def test_the_file_is_small_and_says_what_a_hand_can_change() -> None:
    utena = next(place for place in counties() if place.name_en == "Utena County")
    select = tuple(place.code for place in municipalities() if place.county == utena.code)
    scenes = (Scene("title"), Scene("map", "total", year=2020, select=("13",), note="Sakyk „a“"))
    text = write_deck_file(Deck("services", (*select, "13"), scenes, "dark"), "en")
    assert text.splitlines()[1:] == [
        'savivalda = "deck"', "version = 1", 'purpose = "services"', 'language = "en"',
        'look = "dark"', 'municipalities = ["Utena County", "Vilnius City"]', "",
        "[[scene]]", 'kind = "title"', "",
        "[[scene]]", 'kind = "map"', 'indicator = "total"', "year = 2020",
        'select = ["Vilnius City"]', 'note = "Sakyk „a“"',
    ]  # fmt: skip
    assert text.startswith("# ")


@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_default_decks_are_such_files(purpose: str) -> None:
    path = Path(default_decks.__file__).with_name(f"{purpose}.toml")
    assert read_deck_file(path.read_bytes(), path.name).scenes == default_deck(purpose).scenes


def test_a_hand_may_leave_out_and_write_names_as_it_likes() -> None:
    text = f'{HEAD}purpose = "openness"\nmunicipalities = ["utenos r", "Utena County", "13"]\n'
    deck = read_deck_file(text.encode(), "deck.toml")
    assert deck == default_deck("openness", ("82", *(c for c in deck.select if c != "82")))
    assert deck.select[-1] == "13"
    text = f'{MAP}indicator = ""\nunit = "percent"\ntitle = """\nOne\n  two"""\n'
    assert read_deck_file(text.encode(), "x").scenes == (Scene("map", title="One two"),)


def xlsx() -> bytes:
    file = BytesIO()
    Workbook().save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (xlsx(), 1, "found XLSX / ZIP, expected a file of a forum's slides that this atlas saved"),
        (b'{"scene": []}', 1, 'found {"scene": []}, expected a file of a forum'),
        (b"code;name\n13;Vilnius", 1, "found code;name, expected a file of a forum"),
        (b'[tool.ruff]\nline-length = 100\n', 1, "found [tool.ruff], expected a file of a forum"),
        (b'# x\n\nsavivalda = "map"', 3, 'found savivalda = "map", expected a file of a forum'),
        (b'savivalda = "form"', 1, 'found savivalda = "form", expected a file of a forum'),
        (b"", 1, "found nothing, expected a file of a forum"),
        (HEAD.encode("utf-16"), 1, "found 0xff, expected text in UTF-8"),
        (b"\xef\xbb\xbf\xde", 1, "found 0xde, expected text in UTF-8"),
        (f'{MAP}title = "Žemė"'.encode("cp1257"), 5, "found 0xde, expected text in UTF-8"),
        (HEAD.replace("1", "2"), 2, ", version: found 2, expected one of: 1."),
        (HEAD.replace("1", "true"), 2, ", version: found true, expected one of: 1."),
        ('savivalda = "deck"', 1, ", version: found nothing, expected one of: 1."),
        (f"{MAP}title = Labas", 5, "found title = Labas, expected a line such as key ="),
        (f"{MAP}title = “Labas”", 5, "expected a line such as key ="),
        (f'{HEAD}municipalities = [\n"13",\n\n[[scene]]\nkind = "map"', 3, "such as key ="),
        (f"{MAP}year = 2020\n\nyear = 2021\n", 7, "found year = 2021, expected each key once"),
        (f"{MAP}year = {'9' * 5000}\n", 5, "expected a line such as key ="),
        (f"{MAP}year = 0x{'f' * 5000}\n", 5, ", slide 1, year: found …, expected one of: 2015,"),
        (f"{MAP}title = {'[' * 5000}\n", 5, "expected a line such as key ="),
        (f'{HEAD}purpose = "servces"', 3, "openness. Was this meant: services?"),
        (f'{HEAD}look = "blue"', 3, ', look: found "blue", expected one of: light, dark.'),
        (f'{HEAD}language = "de"', 3, ', language: found "de", expected one of: lt, en.'),
        (f"{HEAD}colour = 1", 3, ", colour: found colour, expected one of: savivalda, version,"),
        (f"{HEAD}scene = 5", 3, ", scene: found 5, expected slides, each of which begins with"),
        (f"{HEAD}[scene]\nkind = 'map'", 3, ", scene: found {…}, expected slides, each"),
        (f"{HEAD}municipalities = 'Utena'", 3, "s: found \"Utena\", expected a list"),
        (f"{HEAD}municipalities = [13]", 3, ", municipalities: found 13, expected the name or"),
        (f"{HEAD}municipalities = ['Vilnius']", 3, "meant: Vilniaus m. sav., Vilniaus r. sav.?"),
        (f"{HEAD}municipalities = ['Utena Conty']", 3, "Was this meant: Utena County?"),
        (f"{HEAD}municipalities = ['Atlantis']", 3, "a county: Alytus County, Kaunas County"),
        (f"{HEAD}[[scene]]\n\n[[scene]]\nkind='map'", 3, ", slide 1, kind: found nothing, exp"),
        (f"{HEAD}[[scene]]\nkind = 'mpa'", 4, 'kind: found "mpa", expected one of: '),
        (f"{MAP}indicatr = 'total'", 5, ", indicatr: found indicatr, expected one of: kind,"),
        (f"{MAP}text = 'Why?'", 5, ", slide 1, text: found text, expected one of: kind,"),
        (f"{MAP}indicator = 'totl'", 5, "Was this meant: total?"),
        (f"{MAP}unit = 'eur'", 5, ', unit: found "eur", expected one of: percent.'),
        (f"{MAP}area = 'sprt'", 5, "Was this meant: sport?"),
        (f"{MAP}year = '2020'", 5, ', year: found "2020", expected one of: 2015, 2016,'),
        (f"{MAP}year = 2020.0", 5, ", year: found 2020.0, expected one of: 2015, 2016,"),
        (f"{MAP}year = 2020-01-01", 5, ', year: found "2020-01-01", expected one of: 2015,'),
        (f"{MAP}title = 5", 5, ", title: found 5, expected text in quotation marks."),
        (f"{MAP}title = '{'a' * 121}'", 5, "title: found 121, expected no more than 120 letters."),
        (f"{MAP}select = ['x']", 5, ', slide 1, select: found "x", expected the name or code'),
        (f"{MAP}[scene.extra]\nyear = 1", 5, ", slide 1, extra: found extra, expected one of:"),
        (f"{HEAD}scene = [\n{{kind = 'map'}}, {{kind = 1}}]", 3, ", slide 2, kind: found 1, exp"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_what_was_expected(
    content: str | bytes, line: int, said: str
) -> None:
    message = refused(content)
    assert message.startswith(f"deck.toml, line {line}")
    assert said in message


def test_more_than_a_deck_can_hold_is_refused() -> None:
    names = json.dumps([place.name_lt for place in municipalities()][: MOST_PLACES + 1])
    said = refused(f"{HEAD}municipalities = {names}")
    assert said == "deck.toml, line 3, municipalities: found 13, expected no more than 12."
    scene = '[[scene]]\nkind = "map"\n'
    said = refused(HEAD + (MOST_SCENES + 1) * scene)
    assert said == "deck.toml, line 63, slide 31: found 31, expected no more than 30."


def test_messages_are_whole_in_lithuanian() -> None:
    assert refused(f"{MAP}year = 2031", "lt") == (
        "deck.toml, 5 eilutė, 1 skaidrė, year: rasta 2031, tikėtasi vieno iš šių: "
        f"{', '.join(map(str, range(2015, 2026)))}."
    )
    assert "apskrities: Alytaus apskritis, Kauno" in refused(f"{HEAD}municipalities = ['x']", "lt")


@light
@given(decks(), langs, st.data())
def test_the_line_is_that_of_the_very_value_that_is_wrong(
    deck: Deck, lang: str, data: st.DataObject
) -> None:
    lines = write_deck_file(deck, lang).splitlines()
    at = data.draw(st.sampled_from([at for at, line in enumerate(lines) if " = " in line[:20]]))
    key = lines[at].partition(" = ")[0]
    wrong = "\n".join([*lines[:at], f"{key} = -1", *lines[at + 1 :]])
    assert refused(wrong).startswith(f"deck.toml, line {at + 1}")


def test_a_line_is_found_among_values_of_several_lines_and_signs_within_texts() -> None:
    text = """\
# [[scene]] year = 1
municipalities = [ # ]
  "a]", '[b',
]
[[scene]]
title = \"\"\"
[[scene]]
year = 2 \\\"\"\" ""\"\"\"
note = '''
year = 3'''''
'year' = 4
[scene.extra]
text = 1

[[scene]] # year = 5
text = "#\\\\"
year = 6
[other]
area = 1
"""
    assert line_of(text, 0, "municipalities") == 2
    assert line_of(text, 1) == 5
    assert [line_of(text, 1, key) for key in ("title", "note", "year", "extra")] == [6, 9, 11, 12]
    assert [line_of(text, 2, key) for key in ("text", "year")] == [16, 17]
    assert line_of(text, 0, "other") == 18
    # What is not there is where its scene begins.
    assert [line_of(text, 1, "text"), line_of(text, 2, "area"), line_of(text, 0, "area")] == [
        5,
        15,
        1,
    ]


pieces = st.lists(
    st.sampled_from(
        (*kinds(), *CHOSEN, *TEXTS, HEAD, "[[scene]]", "kind", "=", " = ", "\n", '"', '"""', "'''",
         "[", "]", "{", "}", ".", ",", "#", "\\", "2020", "select", "municipalities", "\r", "\0")
    ),
    max_size=30,
).map(lambda parts: HEAD + "".join(parts))  # fmt: skip


@light
@given(st.one_of(st.binary(max_size=60), pieces.map(str.encode)))
def test_whatever_the_file_holds_it_is_a_deck_or_refused_at_a_line_that_it_has(
    content: bytes,
) -> None:
    line = 1
    try:
        assert read_deck_file(content, "deck.toml").scenes
    except DeckFileError as error:
        line = error.line
    assert 1 <= line <= content.count(b"\n") + 1


@pytest.mark.parametrize(
    "text",
    ["a." * 50_000 + "a = 1", "\n" * 100_000, "a = [\n" + "1,\n" * 30_000 + "]", "[" * 100_000,
     "\n".join(f"a{at} = {at}" for at in range(8_000)), 'a = """' + "\n" * 90_000 + '"""'],
    ids=["dots", "lines", "list", "brackets", "keys", "text"],
)  # fmt: skip
def test_a_file_made_to_cost_time_is_refused_within_seconds(text: str) -> None:
    started = perf_counter()
    refused(f"{HEAD}{text}\nyear = 1")
    assert perf_counter() - started < 4


def test_no_name_can_spoil_the_message() -> None:
    with pytest.raises(DeckFileError, match=r"^a\?\[31mb, line 1: "):
        read_deck_file(b"", "a\x1b[31mb")
    said = refused(f'{HEAD}"\\u001b{"x" * 9000}" = 1')
    assert said.isprintable()
    assert len(said) < 300
