"""What can be chosen on the bench: each choice says in the address what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from asgi import Client

OPTION = r'<option[^>]*value="(\d*)"[^>]*>(\d{4})</option>'


def offered(page: str, name: str) -> dict[str, str]:
    """Values of the years of a list, by what is read of them."""
    found = re.search(rf'<select[^>]*name="{name}"[^>]*>(.*?)</select>', page, re.DOTALL)
    assert found
    return {text: value for value, text in re.findall(OPTION, found[1])}


@pytest.mark.parametrize("since", ["", "&since=2019"])
def test_every_base_year_can_be_chosen_and_only_the_usual_needs_no_name(
    client: Client, since: str
) -> None:
    years = offered(client.page(f"/tyrimas?view=distribution&measure=change{since}"), "since")
    usual = min(years)
    assert years[usual] == ""
    assert all(value == text for text, value in years.items() if text != usual)


def test_the_split_of_a_policy_area_is_told_of_that_area(client: Client) -> None:
    shown = client.page("/en/research?view=split&area=culture")
    assert "paid in this policy area" in shown
    assert re.search(r'id="chosen"[^>]*>Culture · ', shown)
