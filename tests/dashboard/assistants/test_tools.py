"""Every tool, by the official client: what it tells in both languages, and what it says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.answers import Atlas
from dashboard.assistants.server import make_server
from dashboard.language.i18n import CODES, language
from dashboard.resources.registry import RESOURCES
from data.asking.views import indicator_view, national_view
from tests.dashboard.assistants.assistant import Assistant, text_of

if TYPE_CHECKING:
    from data.asking.store import Store

EXAMPLES: dict[str, dict[str, Any]] = {
    "find": {"text": "Kėdainiuose"},
    "figure": {"indicator": "total", "municipality": "kedainiu r", "year": 2024},
    "ranking": {"indicator": "ngo_competition_share"},
    "trend": {"indicator": "total", "municipality": "Neringa"},
    "peers": {"municipality": "53", "group": "county"},
    "commitments": {"commitment": "2-1"},
    "explain": {"subject": "openness"},
    "list_tables": {"table": "figures"},
    "table": {"table": "figures", "filters": {"indicator": "total", "municipality": "53,23"}},
    "sql": {"statement": "FROM tidy.recipients LIMIT 3", "rows": "invented"},
}
OF_FIGURES = ("figure", "ranking", "trend", "peers", "table", "sql")


def test_the_list_of_examples_is_whole_and_every_tool_only_reads(assistant: Assistant) -> None:
    tools = assistant.do("list_tools").tools
    assert {tool.name for tool in tools} == EXAMPLES.keys()
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert not tool.annotations.destructive_hint
        assert not tool.annotations.open_world_hint
        assert {"notice", "demo", "source", "data_version"} <= {*tool.output_schema["required"]}
        assert tool.input_schema["additionalProperties"] is False
        assert tool.description


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("tool", EXAMPLES)
def test_an_answer_says_first_whether_it_is_invented_and_whose_it_is(
    assistant: Assistant, store: Store, tool: str, code: str
) -> None:
    result = assistant.call(tool, **EXAMPLES[tool], lang=code)
    assert not result.is_error, text_of(result)
    told, words = result.structured_content or {}, language(code)
    notice, source, *_ = text_of(result).splitlines()
    assert (told["notice"], told["source"]) == (notice, source)
    assert told["data_version"] == store.version
    assert store.version in source
    assert source != words.t("source.line", sources="", version=store.version), "nobody's"
    kinds = {True: ("all", "some"), False: ("real", "none")}[told["demo"]]
    assert notice in {words.t(f"assistants.notice.{kind}") for kind in kinds}
    assert told["demo"] is (tool in OF_FIGURES or tool == "find")
    if tool in OF_FIGURES:
        assert words.t("demo.figures") in source
        assert all(isinstance(row["demo"], bool) for row in told["rows"])


def test_the_server_says_how_to_tell_of_it(assistant: Assistant) -> None:
    said = assistant.client.instructions
    for part in ("source", "invented", "Never rank, add, average"):
        assert part in said


@pytest.mark.parametrize(
    ("said", "kind", "found"),
    [
        ("kedainiuose", "municipality", "53"),
        ("Kėdainių rajono", "municipality", "53"),
        ("Neringoj", "municipality", "23"),
        ("Kaunas city", "municipality", "19"),
        ("openess", "indicator", "openness"),
        ("atvirumas", "indicator", "openness"),
        ("2-1", "commitment", "2-1"),
    ],
)
@pytest.mark.parametrize("code", CODES)
def test_loose_words_of_either_language_find_what_is_meant(
    assistant: Assistant, said: str, kind: str, found: str, code: str
) -> None:
    things = assistant.told("find", text=said, lang=code)["found"]
    assert found in [each["id"] for each in things if each["kind"] == kind]


def test_a_figure_is_the_one_of_the_data_and_its_formula_gives_it(
    assistant: Assistant, store: Store
) -> None:
    told = assistant.told("figure", **EXAMPLES["figure"])
    frame = indicator_view(store, "total").set_index(["municipality", "year"])
    assert told["value"] == frame.at[("53", 2024), "value"]
    numerator, residents = (part["number"] for part in told["formula"])
    assert numerator / residents == pytest.approx(told["value"], rel=1e-12)
    assert sum(row["numerator"] for row in told["rows"]) <= numerator
    assert told["rows_in_all"] > len(told["rows"]) > 0
    country = assistant.told("figure", indicator="total", year=2024)
    assert country["value"] == national_view(store, "total").set_index("year").at[2024, "value"]


def test_a_trend_holds_every_year_beside_the_country(assistant: Assistant, store: Store) -> None:
    rows = assistant.told("trend", indicator="total", municipality="Neringa")["rows"]
    frame = indicator_view(store, "total").query("municipality == '23'")
    known = frame["value"].astype(object).where(frame["value"].notna(), None)
    told = [(row["year"], row["value"]) for row in rows]
    assert told == [*zip(frame["year"], known, strict=True)]
    national = national_view(store, "total")
    assert [row["national"] for row in rows] == national["value"].tolist()


def test_ranks_rise_and_are_of_figures_that_count(assistant: Assistant) -> None:
    rows = assistant.told("ranking", indicator="total", year=2024)["rows"]
    assert len(rows) == 60
    ranked = [row for row in rows if row["rank"]]
    assert rows[: len(ranked)] == ranked
    assert [row["value"] for row in ranked] == sorted(row["value"] for row in ranked)[::-1]
    assert {row["counts"] for row in ranked} == {True}
    assert not any(row["counts"] for row in rows[len(ranked) :])


def test_real_and_invented_are_never_ranked_or_counted_together(
    mixed_stores: tuple[Store, Store],
) -> None:
    with Assistant(make_server(Atlas(mixed_stores[0]))) as asked:
        ranking = asked.told("ranking", indicator="total", year=2021)
        assert {row["demo"] for row in ranking["rows"] if row["rank"]} == {True}
        assert {row["name"] for row in ranking["rows"] if not row["demo"]} >= {"Vilnius City"}
        assert ranking["notice"] == language("en").t("assistants.notice.some")
        real = asked.told("ranking", indicator="total", year=2021, figures="real")
        assert {row["demo"] for row in real["rows"]} == {False}
        assert real["demo"] is False
        counted = "SELECT count(*) AS n, sum(numerator) AS s FROM tidy.figures WHERE counts AND "
        counted += "indicator = 'total' AND area = 'all' AND year = 2021"
        found = {
            kind: asked.told("sql", statement=counted, rows=kind) for kind in ("real", "invented")
        }
    assert {kind: told["demo"] for kind, told in found.items()} == {"real": False, "invented": True}
    assert [row["n"] for row in found["real"]["rows"]] == [2]
    assert found["invented"]["rows"][0]["n"] > 50


@pytest.mark.parametrize("name", RESOURCES)
def test_every_table_is_told_and_described(assistant: Assistant, name: str) -> None:
    about = assistant.told("list_tables", table=name, lang="lt")["tables"][0]
    filters = {
        choice["name"]: choice["values"][0] for choice in about["choices"] if choice["required"]
    }
    told = assistant.told("table", table=name, filters=filters, limit=2, lang="lt")
    assert len(told["rows"]) == min(2, told["total"])
    columns = {column["name"] for column in about["columns"]}
    assert all(row.keys() == columns for row in told["rows"])


def test_a_table_is_filtered_sorted_and_cut_and_says_demo_even_unasked(
    assistant: Assistant,
) -> None:
    told = assistant.told(
        "table",
        table="recipients",
        filters={"municipality": "53", "paid_from": 1000, "demo": True},
        fields=["name", "paid"],
        sort=["-paid"],
        limit=3,
        after=1,
    )
    assert [[*row] for row in told["rows"]] == [["name", "paid", "demo"]] * 3
    paid = [row["paid"] for row in told["rows"]]
    assert paid == sorted(paid, reverse=True)
    assert min(paid) >= 1000
    assert told["total"] > 4


@pytest.mark.parametrize(
    ("tool", "asked", "said"),
    [
        ("find", {"text": ""}, ["text", "2–100 characters"]),
        (
            "figure",
            {"indicator": "total nothing"},
            ["indicator", "id or the name", "meant perhaps: total"],
        ),
        ("ranking", {"indicator": "total", "year": 1900}, ["year", "1900", "2015"]),
        ("ranking", {"indicator": "total", "unit": "eurs"}, ["unit", "eurs", "meant perhaps: eur"]),
        ("trend", {"indicator": "openness", "area": "sport"}, ["area", "sport", "known: all"]),
        ("trend", {"indicator": "total", "municipality": "Vilnius"}, ["several", "Vilniaus r."]),
        ("peers", {"municipality": "Atlantis"}, ["municipality", "Atlantis", "name or two-digit"]),
        ("peers", {"municipality": "53", "nearest": 99}, ["nearest", "less than or equal to 15"]),
        ("commitments", {"commitment": "2-99"}, ["commitment", "2-99", "known: 2-1, 2-2"]),
        ("explain", {"subject": "polcy_area"}, ["subject", "policy_area"]),
        ("list_tables", {"table": "recipient"}, ["table", "meant perhaps: recipients"]),
        ("table", {"table": "figures"}, ["indicator", "known: total"]),
        ("table", {"table": "counties", "filters": {"nam": 1}}, ["nam", "meant perhaps: name"]),
        ("table", {"table": "counties", "limit": 10**9}, ["limit", "less than or equal to 1000"]),
        ("sql", {"statement": "DROP TABLE entity"}, ["statement", "only SELECT"]),
        ("figure", {"indicator": "total", "yr": 2024}, ["yr", "not permitted"]),
        ("figure", {"indicator": "total", "lang": "de"}, ["lang", "'lt' or 'en'"]),
    ],
)
def test_a_wrong_argument_is_named_with_what_was_expected(
    assistant: Assistant, tool: str, asked: dict[str, Any], said: list[str]
) -> None:
    text = assistant.refused(tool, **asked)
    for part in said:
        assert part in text


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["", "\0", "\ud800", "%", "'; DROP TABLE x; --", "x" * 5_000, "∞", "-1", "1e999"]
    ),
    st.integers(),
    st.floats(),
    st.none(),
    st.booleans(),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.text(max_size=9), st.text(max_size=3), max_size=3),
)


@pytest.mark.parametrize("tool", [name for name in EXAMPLES if name != "sql"])
@settings(max_examples=10)
@given(data=st.data())
def test_hostile_arguments_are_answered_or_refused(
    assistant: Assistant, tool: str, data: st.DataObject
) -> None:
    schema = next(each for each in assistant.do("list_tools").tools if each.name == tool)
    names = st.sampled_from([*schema.input_schema["properties"], "unknown"])
    changed = data.draw(st.dictionaries(names, HOSTILE, min_size=1, max_size=2))
    result = assistant.call(tool, **EXAMPLES[tool] | changed)
    assert text_of(result) != f"Error executing tool {tool}", changed


def test_the_dictionary_sources_and_the_prompt_can_be_read(assistant: Assistant) -> None:
    for code in CODES:
        told = {
            name: assistant.do("read_resource", f"savivalda://{name}/{code}").contents[0].text
            for name in ("dictionary", "sources")
        }
        assert all(f"`{table}`" in told["dictionary"] for table in RESOURCES)
        assert "`population`" in told["sources"]
        asked = {"municipality": "Neringa", "topic": "NVO", "lang": code}
        prompt = assistant.do("get_prompt", "paragraph", asked).messages[0].content.text
        assert "Neringa" in prompt
