"""Competitions, services and openness run the courses that real ones do."""

import statistics
from collections import Counter, defaultdict


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
