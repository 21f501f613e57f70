"""What is changed on the bench is another choice every time, and one that there is."""

from dashboard.research.state import CHOICES, VIEWS, read_research_state
from tests.bench.studying import ROUND


def test_each_change_is_one_of_what_can_be_chosen_and_differs_from_what_was() -> None:
    chosen = {"view": VIEWS[0], **{name: values[0] for name, values in CHOICES.items()}}
    chosen |= {"by": "year", "parts": "map", "select": ""}
    for name, value in ROUND:
        assert chosen.get(name) != value, name
        chosen[name] = value
        query = "&".join(f"{key}={each}" for key, each in chosen.items() if each)
        assert not read_research_state(query, ("culture",)).notes, (name, value)
    assert {value for name, value in ROUND if name == "view"} == set(VIEWS)
