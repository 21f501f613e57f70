"""The statistics of the researcher's bench, for figures of any kind: numpy arrays, NaN unknown.

    from savivalda import statistics

    taken = atlas.measures("ngo_competition_share", year=2025).query("taken")
    statistics.gini(taken["value"])

What there is, each with its source and its unit in its own description:

- how two things go together: `associations` (Pearson, Spearman, Kendall, each with a 95 %
  interval), `theil_sen` (a line that a few far points do not turn);
- how figures lie: `five_numbers` (a box and who lies far out), `quantiles`;
- how unequal they are: `gini`, `theil`, `theil_parts` (between and within groups),
  `percentile_ratio` (P90/P10), `variation`;
- whether neighbours are alike: `neighbour_weights` of codes of municipalities (any other
  neighbourhood by `row_standardised`), `moran` of all, `local_moran` of each, `false_discovery`
  for so many tests at once.

Whatever is drawn by chance is drawn from a fixed seed, so that a program gives the same each time.
Of fewer than `FEWEST` known figures, or of equal ones, there is no statistic: NaN, None or nothing.
"""

from data.statistics.association import Association, associations
from data.statistics.distribution import FiveNumbers, five_numbers, quantiles
from data.statistics.inequality import (
    TheilParts,
    gini,
    percentile_ratio,
    theil,
    theil_parts,
    variation,
)
from data.statistics.known import FEWEST
from data.statistics.line import RobustLine, theil_sen
from data.statistics.neighbourhood import neighbour_weights
from data.statistics.place import (
    GlobalMoran,
    LocalMoran,
    false_discovery,
    local_moran,
    moran,
    row_standardised,
)

__all__ = [
    "FEWEST",
    "Association",
    "FiveNumbers",
    "GlobalMoran",
    "LocalMoran",
    "RobustLine",
    "TheilParts",
    "associations",
    "false_discovery",
    "five_numbers",
    "gini",
    "local_moran",
    "moran",
    "neighbour_weights",
    "percentile_ratio",
    "quantiles",
    "row_standardised",
    "theil",
    "theil_parts",
    "theil_sen",
    "variation",
]
