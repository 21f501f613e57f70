"""The demonstration set must have the shapes of real figures, and never be taken for them."""

import csv
import hashlib
import re
import statistics
import time
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from data.demo import stories
from data.demo.generate import COLUMNS, generate, write_demo
from data.demo.residents import residents
from data.demo.shape import YEARS
from geo.places import municipalities

CODES = Path(__file__).parents[3] / "data" / "codes"
SILENT = {"not_asked", "no_answer"}


@pytest.fixture(scope="session")
def rows():
    """All tables: name → rows that know their columns."""
    return {
        name: [
            SimpleNamespace(**dict(zip(COLUMNS[name].split(), row, strict=True))) for row in found
        ]
        for name, found in generate().items()
    }


@pytest.fixture(scope="session")
def money(rows):
    """Executed € by municipality and year: of all, by recipient kind, to NGOs by competition."""
    kind = {entity.code: entity.recipient_kind for entity in rows["entity"]}
    sums = SimpleNamespace(total=Counter(), kind=Counter(), area=Counter(), competition=Counter())
    for line in rows["allocation"]:
        key = (line.municipality, line.year)
        sums.total[key] += line.executed
        sums.kind[(*key, kind[line.entity])] += line.executed
        sums.area[(*key, line.area)] += line.executed
        if line.mode == "competition":
            sums.competition[key] += line.executed
    return sums


@pytest.fixture(scope="session")
def state(rows):
    return {(s.municipality, s.year): s.state for s in rows["submission"]}


def of_year(sums, year):
    return sum(amount for (_, y, *_), amount in sums.items() if y == year)


def group(name):
    return {place.code for place in municipalities() if place.group == name}


# --- always the same -------------------------------------------------------------------------


def test_two_runs_write_the_same_bytes(tmp_path):
    def digest(folder):
        write_demo(folder)
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}

    started = time.perf_counter()
    first = digest(tmp_path / "a")
    assert time.perf_counter() - started < 10
    assert first == digest(tmp_path / "b")
    assert set(first) == {f"{name}.csv" for name in COLUMNS}


def test_a_municipalitys_figures_do_not_depend_on_the_others(rows):
    vilnius = generate([place for place in municipalities() if place.code == "13"])
    for name, found in vilnius.items():
        among_all = [list(vars(row).values()) for row in rows[name] if row.municipality == "13"]
        assert [list(row) for row in found] == among_all


def test_files_have_the_columns_of_the_tables_and_amounts_in_cents(tmp_path):
    write_demo(tmp_path)
    for name, columns in COLUMNS.items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            assert reader.fieldnames == columns.split()
            row = next(reader)
        for column in ("executed", "awarded", "yearly_value"):
            assert re.fullmatch(r"\d+\.\d\d", row.get(column, "0.00"))
        assert row.get("demo", "true") == "true"


# --- nobody takes it for real ----------------------------------------------------------------


def test_names_and_codes_are_unmistakably_invented(rows):
    for entity in rows["entity"]:
        assert re.fullmatch(rf"D{entity.municipality}-\d{{4}}", entity.code)
        number = f"0{entity.municipality}"
        assert re.fullmatch(rf"Pavyzdin(ė|is) [a-zė-ž ]+ {number}-\d\d+", entity.name)
    names = [entity.name for entity in rows["entity"]]
    assert len(set(names)) == len(names)
    assert {c.competition[0] for c in rows["competition"]} == {"D"}
    assert all(s.demo for s in rows["submission"])
    links = {o.link for o in rows["openness"] if o.link}
    assert all(link.startswith("https://example.org/") for link in links)


# --- everything is known and whole -----------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "column", "code_list"),
    [
        ("entity", "legal_form", "legal_form"),
        ("entity", "recipient_kind", "recipient_kind"),
        ("allocation", "area", "policy_area"),
        ("allocation", "mode", "award_mode"),
        ("allocation", "financing", "financing"),
        ("competition", "area", "policy_area"),
        ("service", "service", "service"),
        ("service", "area", "policy_area"),
        ("service", "provider_kind", "provider_kind"),
        ("service", "transfer_stage", "transfer_stage"),
        ("submission", "state", "submission_state"),
    ],
)
def test_codes_are_known(rows, table, column, code_list):
    with (CODES / f"{code_list}.csv").open(encoding="utf-8", newline="") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    assert {getattr(row, column) for row in rows[table]} <= known


@pytest.mark.parametrize(
    ("table", "grain"),
    [
        ("entity", "code"),
        ("allocation", "municipality year entity area mode programme financing"),
        ("competition", "municipality year competition"),
        ("service", "municipality year service"),
        ("openness", "municipality year"),
        ("submission", "municipality year"),
        ("series_break", "municipality year scope"),
    ],
)
def test_no_grain_is_there_twice(rows, table, grain):
    keys = [tuple(getattr(row, column) for column in grain.split()) for row in rows[table]]
    assert len(set(keys)) == len(keys)


def test_money_goes_to_entities_of_the_same_municipality(rows):
    home = {entity.code: entity.municipality for entity in rows["entity"]}
    assert all(home[line.entity] == line.municipality for line in rows["allocation"])


def test_there_are_tens_of_thousands_of_lines_and_every_one_is_money(rows):
    assert 50_000 <= len(rows["allocation"]) <= 75_000
    for line in rows["allocation"]:
        assert 0 < line.planned <= line.revised
        assert 0 < line.executed <= line.revised
        assert line.executed == line.executed.quantize(Decimal("0.01"))


def test_plans_are_nearly_but_not_wholly_spent(rows):
    executed, revised, planned = (
        sum(getattr(line, column) for line in rows["allocation"])
        for column in ("executed", "revised", "planned")
    )
    assert 0.95 < executed / revised < 0.995
    assert 0.9 < planned / revised < 0.99


# --- who answered ----------------------------------------------------------------------------


def test_every_municipality_year_has_a_state(state):
    assert set(state) == {(place.code, year) for place in municipalities() for year in YEARS}


def test_silence_grows_rarer(state):
    count = Counter((year, s) for (_, year), s in state.items())
    assert {year for year, s in count if s == "not_asked"} == {2015, 2016}
    assert all(4 <= count[year, "no_answer"] <= 6 for year in range(2015, 2021))
    assert all(1 <= count[year, "no_answer"] <= 3 for year in range(2021, 2026))
    assert count[2025, "no_answer"] == 2
    assert {key: n for key, n in count.items() if key[1] == "received"} == {(2025, "received"): 2}
    assert sum(n for (_, s), n in count.items() if s == "declared_zero") >= 10


@pytest.mark.parametrize("table", ["allocation", "competition", "service", "openness"])
def test_silent_municipality_years_have_no_rows(rows, state, table):
    found = {(row.municipality, row.year) for row in rows[table]}
    assert found.isdisjoint(key for key, s in state.items() if s in SILENT)


def test_all_others_have_money_services_and_openness(rows, state):
    answered = {key for key, s in state.items() if s not in SILENT}
    for table in ("allocation", "service", "openness"):
        assert {(row.municipality, row.year) for row in rows[table]} == answered


def test_declared_zero_means_no_competitions_but_other_money(rows, state, money):
    zero = {key for key, s in state.items() if s == "declared_zero"}
    assert zero.isdisjoint((c.municipality, c.year) for c in rows["competition"])
    assert all(money.competition[key] == 0 < money.total[key] for key in zero)
    paid = {key for key, s in state.items() if s in {"accepted", "received"}}
    assert all(money.competition[key] > 0 for key in paid)


def test_forms_arrive_in_the_spring_after_the_year(rows):
    for submission in rows["submission"]:
        if submission.state in SILENT:
            assert submission.received_on is submission.checksum is None
        else:
            spring = date(submission.year + 1, 3, 1), date(submission.year + 1, 7, 1)
            assert spring[0] <= submission.received_on <= spring[1]
            assert re.fullmatch(r"[0-9a-f]{16}", submission.checksum)


def test_checksums_differ(rows):
    sums = [s.checksum for s in rows["submission"] if s.checksum]
    assert len(set(sums)) == len(sums)


# --- how much --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "low", "high"), [(2015, 760, 840), (2020, 1150, 1350), (2025, 2200, 2400)]
)
def test_the_national_budget_per_resident_is_plausible(money, year, low, high):
    people = sum(residents(code, y) for code, y in money.total if y == year)
    assert low < of_year(money.total, year) / people < high


def test_no_municipality_is_implausible(money):
    outlier = (stories.OUTLIER.municipality, stories.OUTLIER.year)
    for (code, year), total in money.total.items():
        if (code, year) != outlier:
            national = of_year(money.total, year) / sum(
                residents(c, y) for c, y in money.total if y == year
            )
            assert Decimal("0.7") < total / residents(code, year) / national < Decimal("1.8")


@pytest.mark.parametrize("year", [2015, 2020, 2025])
def test_budgets_are_split_as_budgets_are(money, year):
    def share(sums, part):
        named = sum(v for (_, y, p), v in sums.items() if y == year and p == part)
        return float(100 * named / of_year(money.total, year))

    assert 45 < share(money.area, "education") < 50
    assert 16 < share(money.area, "social") < 22
    assert share(money.area, "rights") < share(money.area, "ngo") < 2
    assert share(money.kind, "budgetary_institution") > 70
    assert 5 < share(money.kind, "public_institution") < 15


def test_ngo_money_by_competition_grows_from_one_to_some_per_cent(money):
    share = {
        year: float(100 * of_year(money.competition, year) / of_year(money.total, year))
        for year in YEARS
    }
    assert 0.8 < share[2015] < 1.5
    assert 3.0 < share[2025] < 4.0
    assert share[2020] < share[2019] < share[2021]


def test_ngo_money_is_uneven_between_municipalities(money):
    shares = sorted(
        float(money.competition[key] / total)
        for key, total in money.total.items()
        if key[1] == 2025
    )
    assert shares[-1] > 5 * shares[0]
    assert shares[-1] < 0.07


def test_ngo_money_goes_to_few(rows):
    ngos = {entity.code for entity in rows["entity"] if entity.recipient_kind == "ngo"}
    by_place = defaultdict(Counter)
    for line in rows["allocation"]:
        if line.year == 2024 and line.entity in ngos:
            by_place[line.municipality][line.entity] += line.executed
    top_fifth = []
    for got in by_place.values():
        amounts = sorted(got.values(), reverse=True)
        top_fifth.append(float(sum(amounts[: max(1, len(amounts) // 5)]) / sum(amounts)))
    assert statistics.median(top_fifth) > 0.55


def test_cities_fund_ngos_more_and_their_rings_grow_faster(money):
    def share(codes):
        return statistics.mean(
            float(money.competition[c, 2024] / money.total[c, 2024]) for c in codes
        )

    def growth(codes):
        both = [c for c in codes if (c, 2016) in money.total and (c, 2025) in money.total]
        return statistics.mean(float(money.total[c, 2025] / money.total[c, 2016]) for c in both)

    assert share(group("city")) > 1.5 * share(group("ring"))
    assert growth(group("ring")) > 1.05 * growth(group("city"))


def test_resorts_spend_most_per_resident(money):
    def level(codes):
        return statistics.mean(float(money.total[c, 2024]) / residents(c, 2024) for c in codes)

    assert level(group("resort")) > level(group("other")) > level(group("city"))


# --- competitions ----------------------------------------------------------------------------


def test_what_was_awarded_is_what_the_allocations_say(rows):
    paid = Counter()
    recipients = Counter()
    for line in rows["allocation"]:
        if line.mode == "competition":
            paid[line.municipality, line.year, line.programme, line.area] += line.executed
            recipients[line.municipality, line.year, line.programme, line.area] += 1
    for call in rows["competition"]:
        key = (call.municipality, call.year, call.competition, call.area)
        assert call.awarded == paid.pop(key, 0)
        assert call.funded == recipients[key]
    assert not paid


def test_only_ngos_win_competitions(rows):
    kind = {entity.code: entity.recipient_kind for entity in rows["entity"]}
    modes = defaultdict(set)
    for line in rows["allocation"]:
        modes[kind[line.entity]].add(line.mode)
    assert modes["ngo"] == {"competition", "appropriation", "procurement"}
    assert modes["other"] == {"procurement", "other"}
    assert "competition" not in modes["public_institution"] | modes["budgetary_institution"]


def test_more_apply_than_are_funded_and_ask_for_more_than_there_is(rows):
    for call in rows["competition"]:
        assert call.applications >= call.funded >= 0
        assert call.requested >= call.awarded
        assert call.budget >= call.awarded
        assert call.announced.year == call.year
    some = [call for call in rows["competition"] if call.applications]
    success = sum(c.funded for c in some) / sum(c.applications for c in some)
    assert 0.5 < success < 0.75
    assert any(c.funded == 0 for c in rows["competition"])


def test_a_municipality_holds_up_to_twelve_competitions_a_year(rows):
    held = Counter((call.municipality, call.year) for call in rows["competition"])
    assert 10 <= max(held.values()) <= 12
    assert min(held.values()) == 1


# --- services and openness -------------------------------------------------------------------


def test_services_are_handed_over_step_by_step_and_never_back(rows):
    steps = ["municipal", "planned", "partly_transferred", "transferred"]
    course = defaultdict(list)
    for service in rows["service"]:
        course[service.municipality, service.service].append(steps.index(service.transfer_stage))
        done = service.transfer_stage == "transferred"
        assert (service.transfer_year is not None) == done
        assert not done or service.transfer_year <= service.year
        assert (service.provider_kind in {"ngo", "community"}) == done
    assert all(stages == sorted(stages) for stages in course.values())


def test_the_share_of_services_handed_over_grows_unevenly(rows):
    def shares(year):
        stages = defaultdict(list)
        for service in rows["service"]:
            if service.year == year:
                stages[service.municipality].append(service.transfer_stage == "transferred")
        return [statistics.mean(each) for each in stages.values()]

    assert 0.003 < statistics.mean(shares(2015)) < 0.025
    assert 0.08 < statistics.mean(shares(2025)) < 0.15
    assert min(shares(2025)) == 0
    assert max(shares(2025)) > 0.25


def test_openness_grows_and_only_a_council_meets(rows):
    def mean(column, year):
        return statistics.mean(
            float(getattr(o, column)) for o in rows["openness"] if o.year == year
        )

    for column in ("ngo_council", "meetings", "open_budget", "published_results"):
        assert mean(column, 2025) > mean(column, 2015)
    for each in rows["openness"]:
        assert 0 <= each.ngo_share <= 100
        assert each.ngo_council or each.meetings == each.ngo_share == 0


# --- the stories -----------------------------------------------------------------------------


def test_one_series_is_broken_and_says_so(rows, money):
    (broken,) = rows["series_break"]
    assert (broken.municipality, broken.year, broken.scope) == ("18", 2019, "all")
    total = {year: money.total["18", year] for year in (2018, 2019, 2020)}
    assert total[2019] / total[2018] > Decimal("1.2")
    assert total[2020] / total[2019] < Decimal("1.2")


def test_one_entity_was_merged_and_its_money_continues_at_its_successor(rows):
    (gone,) = [entity for entity in rows["entity"] if entity.closed_on or entity.successor]
    assert gone.closed_on == date(2020, 12, 31)
    (heir,) = [entity for entity in rows["entity"] if entity.code == gone.successor]
    assert (heir.municipality, heir.recipient_kind) == (gone.municipality, gone.recipient_kind)
    got = Counter()
    for line in rows["allocation"]:
        got[line.entity, line.year] += line.executed
    assert all(got[gone.code, year] > 0 for year in range(2015, 2021))
    assert not any(got[gone.code, year] for year in range(2021, 2026))
    before = got[gone.code, 2020] + got[heir.code, 2020]
    assert Decimal("0.85") < got[heir.code, 2021] / before < Decimal("1.5")


def test_one_municipality_year_stands_out(money, state):
    story = stories.OUTLIER
    assert state[story.municipality, story.year] == "accepted"
    perhead = {k: total / residents(*k) for k, total in money.total.items() if k[1] == story.year}
    ranked = sorted(perhead, key=perhead.get)
    assert ranked[-1] == (story.municipality, story.year)
    assert perhead[ranked[-1]] > Decimal("1.25") * perhead[ranked[-2]]
