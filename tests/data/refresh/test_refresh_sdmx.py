"""Both ways of the State Data Agency give the same cube, exactly; anything else is refused."""

import json
import time
import tracemalloc
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.refresh.cube import MOST, Cube, Dimension, table
from data.refresh.errors import RefreshError
from data.refresh.sdmx import read_cube
from tests.data.refresh.answers import GEN, MES, PLACE, TIME, Answer, people

CODES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=4)
FIGURES = st.none() | st.decimals(-(10**9), 10**9, places=4, allow_nan=False)


@st.composite
def cubes(draw) -> Answer:
    names = draw(st.lists(st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,5}", fullmatch=True), unique=True,
                          min_size=1, max_size=4))  # fmt: skip
    dimensions = {
        name: {code: code for code in draw(st.lists(CODES, unique=True, min_size=1, max_size=4))}
        for name in names
    }
    keys = st.tuples(*(st.sampled_from(list(codes)) for codes in dimensions.values()))
    return Answer(dimensions, draw(st.dictionaries(keys, FIGURES, min_size=1, max_size=12)))


@given(cubes())
def test_what_is_sent_as_json_or_xml_is_read_back_exactly(answer):
    for sent in (answer.json(), answer.xml()):
        cube = read_cube(sent)
        assert [dimension.id for dimension in cube.dimensions] == list(answer.dimensions)
        assert cube.values == answer.values
        assert cube.prepared == date(2026, 5, 15)


def test_json_alone_tells_names():
    cube = read_cube(people([2015]).json())
    assert cube.name.startswith("S3R167")
    assert cube.dimensions[1].names["0"] == "Miestas ir kaimas"


def test_the_order_of_dimensions_is_that_of_key_positions():
    answer = json.loads(Answer({"A": {"x": ""}, "B": {"y": "", "z": ""}}, {("x", "z"): 1}).json())
    answer["structure"]["dimensions"]["observation"].reverse()
    cube = read_cube(json.dumps(answer).encode())
    assert [dimension.id for dimension in cube.dimensions] == ["A", "B"]
    assert cube.values == {("x", "z"): 1}


@pytest.mark.parametrize("sent", ["json", "xml"])
def test_totals_are_taken_of_what_is_not_asked_for(sent):
    answer = people([2015, 2016])
    found = table(read_cube(getattr(answer, sent)()), (TIME, PLACE))
    assert found["2016", "13"] == answer.values["13", "0", "asm", "2016"]
    assert found["2015", "51"] is None
    assert len(found) == 2 * (60 + 10 + 2)


def test_a_total_shows_by_its_sums_where_codes_say_nothing():
    values = {(code, year): Decimal(value) for year in "12" for code, value in
              (("a", 2), ("all", 5), ("b", 3))}  # fmt: skip
    kinds = Dimension("Kind", dict.fromkeys(("a", "all", "b"), ""))
    cube = Cube((kinds, Dimension("Year", {"1": "", "2": ""})), values)
    assert table(cube, ("Year",)) == {("1",): 5, ("2",): 5}


def test_without_a_plain_total_the_dimension_is_named():
    kinds = Dimension("Kind", {"a": "Obuoliai", "b": ""})
    cube = Cube((kinds, Dimension("Year", {"1": ""})), {("a", "1"): Decimal(1), ("b", "1"): None})
    with pytest.raises(RefreshError, match=r"dimension Kind has several codes \(a Obuoliai, b\)"):
        table(cube, ("Year",))


def test_a_missing_dimension_is_named_with_those_there_are():
    with pytest.raises(RefreshError, match=r"no dimension savivaldybesRegdb .* it has A, B"):
        table(read_cube(Answer({"A": {"x": ""}, "B": {"y": ""}}, {("x", "y"): 1}).json()),
              (PLACE,))  # fmt: skip


def spoilt(**changes):
    """A small right answer with one part replaced; dots lead inwards."""
    answer = json.loads(Answer({"A": {"x": ""}, "B": {"y": ""}}, {("x", "y"): 1}).json())
    for path, value in changes.items():
        *outer, last = path.split("__")
        part = answer
        for step in outer:
            part = part[int(step) if step.isdigit() else step]
        part[last] = value
    return json.dumps(answer)


AXES = "structure__dimensions__observation"
OBSERVED = "dataSets__0__observations"

BAD_JSON = {
    "truncated": (people([2015]).json()[:5000], "cut off or not JSON"),
    "a list": ('{"a": 1}'.join("[]"), "begins with neither"),
    "no structure": (spoilt(structure=None), "'structure' must be an object, it is missing"),
    "text for data sets": (spoilt(dataSets="none"), "'dataSets' must be a list, it is 'none'"),
    "two data sets": (spoilt(dataSets=[{}, {}]), "one data set is needed, dataSets has 2"),
    "observations as a list": (spoilt(dataSets=[{"observations": []}]), "must be an object"),
    "no observations": (spoilt(dataSets=[{"observations": {}}]), "0 observations"),
    "series": (spoilt(dataSets=[{"series": {}}]), "'observations' must be an object"),
    "dimensions as texts": (spoilt(**{AXES: ["A"]}), "must list dimensions"),
    "key positions": (spoilt(**{f"{AXES}__0__keyPosition": 5}), "keyPosition must count from 0"),
    "values": (spoilt(**{f"{AXES}__0__values": [1]}), "a value of dimension A is '1'"),
    "a number for a code": (spoilt(**{f"{AXES}__0__values": [{"id": 1}]}), "'id' must be a text"),
    "a code twice": (spoilt(**{f"{AXES}__0__values": [{"id": "x"}] * 2}), "code 'x' twice"),
    "a key too long": (spoilt(**{OBSERVED: {"0:0:0": [1]}}), "'0:0:0' fits no dimensions"),
    "a key out of range": (spoilt(**{OBSERVED: {"0:7": [1]}}), "'0:7' fits no dimensions"),
    "a key below zero": (spoilt(**{OBSERVED: {"0:-1": [1]}}), "'0:-1' fits no dimensions"),
    "a key of other digits": (spoilt(**{OBSERVED: {"0:0": [1], "0:00": [2]}}), "there twice"),
    "a text for a figure": (spoilt(**{OBSERVED: {"0:0": ["1"]}}), "not a figure"),
    "true for a figure": (spoilt(**{OBSERVED: {"0:0": [True]}}), "not a figure"),
    "an empty figure": (spoilt(**{OBSERVED: {"0:0": []}}), "not a figure"),
    "no number": (spoilt().replace("[1,", "[NaN,"), "NaN is not a figure"),
    "an infinite figure": (spoilt().replace("[1,", "[1e999999999,"), "not a figure"),
    "a figure of a million digits": (spoilt().replace("[1,", f"[{'9' * 10**6},"), "not a figure"),
    "a key written twice": (spoilt().replace('"0:0"', '"0:0": [2], "0:0"'), "stands there twice"),
    "nested": ('{"a":' * 100_000, "nested too deeply"),
    "nested lists": ('{"a":' + "[" * 100_000, "nested too deeply"),
    "not UTF-8": (spoilt().encode("utf-16"), "neither SDMX-JSON|SDMX-ML"),
    "broken UTF-8": (b'{"a":"\xff"}', "cut off or not JSON"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), BAD_JSON.values(), ids=BAD_JSON)
def test_json_of_another_shape_is_refused_by_place(content, words):
    with pytest.raises(RefreshError, match=words):
        read_cube(content if isinstance(content, bytes) else content.encode())


def test_the_small_right_answer_is_right():
    assert read_cube(spoilt().encode()).values == {("x", "y"): 1}


@pytest.mark.parametrize(
    "message",
    [
        '{"header": {}, "errors": [{"code": 150, "message": "Wrong key"}]}',
        (
            f'<m:Error xmlns:m="{MES}"><m:ErrorMessage code="150"><Text>Wrong key</Text>'
            "</m:ErrorMessage></m:Error>"
        ),
    ],
)
def test_an_error_message_in_place_of_data_is_told_in_its_own_words(message):
    with pytest.raises(RefreshError, match=r"gives no data and says: (150 )?Wrong key$"):
        read_cube(message.encode())


RIGHT = Answer({"A": {"x": ""}}, {("x",): 1}).xml().decode()
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    + "]><a>&l11;</a>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
OBSERVATION = RIGHT[RIGHT.index("<g:Obs>") : RIGHT.index("</mes:DataSet>")]

BAD_XML = {
    "entities": (LAUGHS, "declares a document type"),
    "an outside entity": (OUTSIDE, "declares a document type"),
    "a bare document type": (RIGHT.replace("<mes:Gen", "<!DOCTYPE x><mes:Gen", 1), "document type"),
    "an undeclared entity": (RIGHT.replace('"x"', '"&x;"'), "cut off or not XML"),
    "truncated": (RIGHT[: RIGHT.index("</g:Obs>")], "cut off or not XML"),
    "another root": (RIGHT.replace("mes:GenericData", "mes:Other"), "the root is Other"),
    "another namespace": (RIGHT.replace(MES, "urn:x"), "not GenericData"),
    "other observations": (RIGHT.replace(GEN, "urn:x"), "no observations"),
    "time series": (RIGHT.replace("AllDimensions", "LAIKOTARPIS"), "AllDimensions.* is needed"),
    "series": (RIGHT.replace(OBSERVATION, "<g:Series></g:Series>"), "is needed"),
    "no observations": (RIGHT.replace(OBSERVATION, ""), "no observations"),
    "an observation twice": (RIGHT.replace(OBSERVATION, OBSERVATION * 2), "observation x is there"),
    "other dimensions": (
        RIGHT.replace(OBSERVATION, OBSERVATION + OBSERVATION.replace('"A"', '"B"')),
        "has the dimensions B, the first had A",
    ),
    "a text for a figure": (RIGHT.replace('value="1"></g:ObsValue', 'value="a"></g:ObsValue'),
                            "'a' is not a figure"),
    "infinity": (RIGHT.replace('value="1"></g:ObsValue', 'value="INF"></g:ObsValue'), "'INF' is"),
    "nested": (RIGHT.replace("<g:Obs>", "<g:x>" * 100 + "<g:Obs>"), "nested too deeply"),
    "an unknown encoding": (RIGHT.replace("UTF-8", "KLINGON"), "SDMX-ML"),
    "a zero": ("<\0", "SDMX-ML"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), BAD_XML.values(), ids=BAD_XML)
def test_xml_that_is_hostile_or_of_another_shape_is_refused(content, words):
    with pytest.raises(RefreshError, match=words):
        read_cube(content.encode())


def test_an_observation_without_a_figure_has_none():
    bare = RIGHT.replace('<g:ObsValue value="1"></g:ObsValue>', "")
    assert read_cube(bare.encode()).values == {("x",): None}


@pytest.mark.parametrize("content", [LAUGHS, '{"a":' + "[" * 10**6], ids=["entities", "nesting"])
def test_hostile_answers_cost_neither_time_nor_memory(content):
    tracemalloc.start()
    started = time.process_time()
    with pytest.raises(RefreshError):
        read_cube(content.encode())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.process_time() - started < 5
    assert peak < 100 * 2**20


def test_more_observations_than_any_table_has_are_refused(monkeypatch):
    monkeypatch.setattr("data.refresh.sdmx_json.MOST", 3)
    monkeypatch.setattr("data.refresh.sdmx_xml.MOST", 3)
    assert MOST > 1_000_000
    for sent in (people([2015]).json(), people([2015]).xml()):
        with pytest.raises(RefreshError, match="observations"):
            read_cube(sent)
