"""A program on the public module that gives the numbers of a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.code import measured_call, opening

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.relation.pairs import Pairs
    from dashboard.research.relation.reckoning import Relation

JOINED = """
up = up[(up.year == {up}) & up.taken].set_index("municipality")
across = across[(across.year == {across}) & across.taken].set_index("municipality")
pairs = up.assign(y=up.value).join(across.value.rename("x"), how="inner")
"""

RECKONED = """
results = {each.kind: each.value for each in statistics.associations(pairs.x, pairs.y)}
line = statistics.theil_sen(pairs.x, pairs.y)
if results and line:
    results["slope"] = line.slope
"""

PARTS = """
for part, own in pairs.groupby("{by}"):
    for each in statistics.associations(own.x, own.y):
        if each.kind == "spearman":
            results[f"spearman:{{part}}"] = each.value
"""


def program_of(relation: Relation, bench: Bench) -> str:
    """The program."""
    pairs = relation.pairs
    years = {"up": pairs.up.years[pairs.rows[0]], "across": pairs.across.years[pairs.rows[1]]}
    parts = "county" if bench.state.colour == "county" else "group"
    return "".join(
        [
            "import numpy as np\n" if pairs.log else "",
            opening(bench),
            measured_call("up", bench, pairs.up),
            measured_call("across", bench, pairs.across),
            JOINED.format(**years),
            _logs(pairs),
            RECKONED,
            PARTS.format(by=parts) if len(relation.parts) > 1 else "",
        ]
    )


def _logs(pairs: Pairs) -> str:
    """Takes logarithms where the axes have them; what has none is left out."""
    letters = sorted(pairs.log)
    if not letters:
        return ""
    above = " & ".join(f"(pairs.{letter} > 0)" for letter in letters)
    taken = "".join(f"pairs.{letter} = np.log10(pairs.{letter})\n" for letter in letters)
    return f"pairs = pairs[{above}].copy()\n{taken}"
