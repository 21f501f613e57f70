"""Which statements of others may be asked of the published tables: told from DuckDB's own parse.

Everything is refused but what is listed: kinds of expressions, functions, tables. So a statement
has no way to files, settings, other databases or other statements, whatever DuckDB learns to do.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Parsed = dict[str, Any]
"""A node of what `json_serialize_sql` tells of a statement."""

SCHEMA = "tidy"

_WRITTEN = """
! !__postfix !~~ !~~* % & * ** + - / // < <= <> = != > >= @ ^ ^@ | || ~ ~~ ~~* ~~~
abs acos add age any_value approx_count_distinct approx_quantile arbitrary arg_max arg_max_null
arg_min arg_min_null argmax argmin array_agg array_concat array_contains array_extract array_has
array_length array_position array_slice array_sort array_to_string asin atan atan2 avg bool_and
bool_or cbrt ceil ceiling century char_length character_length coalesce concat concat_ws contains
corr cos count count_if count_star countif covar_pop covar_samp cume_dist current_date date_add
date_diff date_part date_sub date_trunc datediff datepart datesub datetrunc day dayname dayofmonth
dayofweek dayofyear decade degrees dense_rank divide ends_with entropy epoch even exp fdiv first
first_value floor fmod format fsum gcd geomean geometric_mean greatest group_concat grouping
grouping_id histogram if ifnull ilike_escape instr isfinite isinf isnan isodow isoyear jaccard
kurtosis kurtosis_pop lag last last_day last_value lcase lcm lead least left len length like_escape
list list_aggregate list_any_value list_append list_avg list_concat list_contains list_count
list_distinct list_element list_extract list_filter list_first list_has list_has_all list_has_any
list_last list_max list_median list_min list_pack list_position list_slice list_sort list_sum
list_transform list_apply list_unique list_value ln log log10 log2 lower ltrim mad make_date map
map_extract map_keys map_values max max_by mean median min min_by minute mod mode month monthname
multiply not_ilike_escape not_like_escape nth_value ntile nullif percent_rank pi position pow
power prefix printf product quantile quantile_cont quantile_disc quarter radians rank regexp_extract
regexp_extract_all regexp_full_match regexp_matches regexp_replace regexp_split_to_array regr_avgx
regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy replace reverse
right round round_even row row_number rtrim sem sign sin skewness split split_part sqrt starts_with
stddev stddev_pop stddev_samp str_split strftime string_agg string_split string_to_array
strip_accents strlen strpos strptime struct_extract struct_pack substr substring subtract suffix sum
sumkahan tan to_days to_months to_weeks to_years today translate trim trunc try_strptime typeof
ucase unicode unnest upper var_pop var_samp variance wavg week weekday weekofyear weighted_avg year
yearweek
"""
FUNCTIONS = frozenset(_WRITTEN.split())
"""Functions and operators: those that compute from what they are given, and nothing else."""

TABLE_FUNCTIONS = frozenset({"unnest", "range", "generate_series"})

CLASSES = frozenset(
    {
        *("BETWEEN", "CASE", "CAST", "COLLATE", "COLUMN_REF", "COMPARISON", "CONJUNCTION"),
        *("CONSTANT", "DEFAULT", "FUNCTION", "LAMBDA", "LAMBDA_REF", "OPERATOR"),
        *("POSITIONAL_REFERENCE", "STAR", "SUBQUERY", "TYPE", "WINDOW"),
    }
)
"""Kinds of expressions; among those that are not here are values bound from outside."""

SOURCES = frozenset(
    {
        *("BASE_TABLE", "EMPTY", "EXPRESSION_LIST", "JOIN", "PIVOT", "SUBQUERY", "SHOW_REF"),
        "TABLE_FUNCTION",
    }
)
"""Kinds of what stands after FROM."""

NODES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})


class NotAllowed(ValueError):
    """A statement holds what may not be asked; says what, and what may."""


def require_allowed(parsed: Parsed, tables: Collection[str], taken: Collection[str]) -> set[str]:
    """Look through a parsed statement.

    Args:
        parsed: What `json_serialize_sql` tells of it.
        tables: Names of the tables that may be asked.
        taken: Names of all that is there beside them, which no part of a statement may bear.

    Returns:
        Those of the tables that it asks.

    Raises:
        NotAllowed: It is not one SELECT, or holds what may not be asked.
    """
    if parsed.get("error"):
        said = parsed.get("error_message", "")
        if "SELECT" in said:
            raise NotAllowed("only SELECT can be asked (or WITH, FROM, VALUES, DESCRIBE)")
        raise NotAllowed(str(said))
    if len(parsed["statements"]) != 1:
        raise NotAllowed(f"one statement is expected, {len(parsed['statements'])} are there")
    nodes = [*_nodes(parsed["statements"][0])]
    own = {name.lower() for node in nodes for name in _own_names(node)}
    if clash := sorted(own & {name.lower() for name in taken}):
        raise NotAllowed(f"{clash[0]!r} is a name of the database's: call that part otherwise")
    for node in nodes:
        _require(node, {*tables}, own)
    named = {str(node.get("table_name", "")).lower() for node in nodes}
    return named & {*tables}


def _nodes(value: Any) -> Iterator[Parsed]:
    """Every node, without recursion: a statement may be as deep as its length allows."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _own_names(node: Parsed) -> Iterator[str]:
    """Names that the statement gives to parts of itself by WITH."""
    if isinstance(node.get("cte_map"), dict):
        yield from (str(each["key"]) for each in node["cte_map"].get("map", ()))
    if node.get("type") in {"CTE_NODE", "RECURSIVE_CTE_NODE"}:
        yield str(node.get("cte_name", ""))


def _require(node: Parsed, tables: set[str], own: set[str]) -> None:
    kind = str(node.get("type", ""))
    if kind.endswith("_NODE") and kind not in NODES:
        raise NotAllowed(f"{kind} cannot be asked")
    if "class" in node and node["class"] not in CLASSES:
        raise NotAllowed(f"{str(node['class']).lower()} cannot be asked")
    if "class" not in node and "sample" in node and "alias" in node and kind not in SOURCES:
        raise NotAllowed(f"{kind} cannot be asked from")
    if "show_type" in node and not node.get("query"):
        raise NotAllowed("SHOW cannot be asked; DESCRIBE tidy.<table> tells columns")
    if kind == "TABLE_FUNCTION":
        _require_function(node.get("function", {}), TABLE_FUNCTIONS)
    elif "function_name" in node and node["function_name"] not in TABLE_FUNCTIONS:
        _require_function(node, FUNCTIONS)
    if "table_name" in node and kind == "BASE_TABLE":
        _require_table(node, tables, own)


def _require_function(node: Parsed, known: frozenset[str]) -> None:
    name = str(node.get("function_name", "")).lower()
    if name not in known or node.get("schema") or node.get("catalog"):
        near = get_close_matches(name, known, 3)
        meant = f"; meant perhaps {', '.join(near)}" if near else ""
        raise NotAllowed(f"function {name!r} cannot be asked{meant}")


def _require_table(node: Parsed, tables: set[str], own: set[str]) -> None:
    name, schema = str(node["table_name"]), str(node.get("schema_name") or "")
    if node.get("catalog_name") or node.get("at_clause"):
        raise NotAllowed(f"a table is written {SCHEMA}.<name>")
    if not schema and name.lower() in own:
        return
    if schema.lower() not in {"", SCHEMA} or name.lower() not in tables:
        asked = f"{schema}.{name}" if schema else name
        near = get_close_matches(name.lower(), tables, 3)
        meant = f"; meant perhaps {', '.join(f'{SCHEMA}.{each}' for each in near)}" if near else ""
        known = ", ".join(f"{SCHEMA}.{each}" for each in sorted(tables))
        raise NotAllowed(f"table {asked!r} cannot be asked{meant}; there are: {known}")
