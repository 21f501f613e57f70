"""What is a jump on the year before: more than fivefold, either way, of amounts that matter."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.forms.checking.rules.size import jump


@pytest.mark.parametrize(
    ("before", "now", "times"),
    [
        (10_000, 50_000, None),
        (10_000, 51_000, "5.1"),
        (50_000, 10_000, None),
        (51_000, 10_000, "5.1"),
        (1_000, 9_999, None),
        (1_000, 10_000, "10.0"),
        (None, 90_000, None),
        (0, 90_000, None),
        (90_000, 0, None),
    ],
)
def test_more_than_fivefold_is_a_jump_where_the_amounts_matter(
    before: int | None, now: int, times: str | None
) -> None:
    found = jump(None if before is None else Decimal(before), Decimal(now))
    assert (found and found["times"].en) == times
