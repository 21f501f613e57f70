"""What can be asked of a resource, in words: for its documentation and for who asked wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.resources.params import BOUNDED, LONGEST_VALUE, MOST, MOST_VALUES, USUAL
from dashboard.resources.resource import WrongAsked
from data.catalog import ALL_AREAS, INDICATORS
from data.errors import near
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Resource, ResourceChoice
    from data.tidy.described import TidyColumn
    from data.tidy.narrowing import Narrow


@dataclass(frozen=True)
class ParamTold:
    """One parameter.

    Attributes:
        name: as it is asked by.
        kind: `choice`, `filter`, `from`, `to`, or itself: `fields`, `sort`, `limit`.
        type: of one value, as a column's.
        about: what it is.
        expected: what it may be, in a few words.
        known: the values that there are, where they are listed.
        usual: what it is where it is left out; empty where nothing is.
        required: whether it has to be there.
        most: the greatest that it may be, of a `limit`.
    """

    name: str
    kind: str
    type: str
    about: str
    expected: str
    known: tuple[str, ...] = ()
    usual: str = ""
    required: bool = False
    most: int = 0

    @property
    def many(self) -> bool:
        """Whether it takes several values, parted by commas."""
        return self.kind in {"filter", "fields", "sort"}


def params_told(resource: Resource, atlas: Atlas, words: Language) -> dict[str, ParamTold]:
    """Everything that `read_params` takes for a resource, by name."""
    kept: dict[str, dict[str, ParamTold]] = atlas.once(("params told", words.code), dict)
    if resource.id not in kept:
        kept[resource.id] = _params(resource, atlas, words)
    return kept[resource.id]


def _params(resource: Resource, atlas: Atlas, words: Language) -> dict[str, ParamTold]:
    columns = resource.table.columns
    choices = choices_told(resource, columns, atlas, words)
    chosen = {choice.name for choice in choices}
    told = (
        *choices,
        *(_filter(each, atlas, words) for each in columns.values() if each.name not in chosen),
        *(end for each in columns.values() for end in _bounds(each, words)),
        *_own(tuple(columns), words),
    )
    return {each.name: each for each in told}


def choices_told(
    resource: Resource, columns: Mapping[str, TidyColumn], atlas: Atlas, words: Language
) -> tuple[ParamTold, ...]:
    """What is chosen of a resource; columns of the same names say what that is."""
    return tuple(_choice(resource, each, columns, atlas, words) for each in resource.choices)


def limit_told(most: int, usual: int, about: str, words: Language) -> ParamTold:
    """How many rows are asked for."""
    expected = words.t("api.expected.limit", most=words.number(most))
    return ParamTold("limit", "limit", "integer", about, expected, usual=str(usual), most=most)


def known_values(column: TidyColumn, atlas: Atlas) -> tuple[str, ...]:
    """The values that a column can have, where they are few and known; else none."""
    if column.codes:
        return tuple(atlas.codes(column.codes)["code"])
    match column.refers_to:
        case "municipalities":
            return tuple(place.code for place in municipalities())
        case "counties":
            return tuple(county.code for county in counties())
        case "indicators":
            return tuple(INDICATORS)
        case "sources":
            return tuple(atlas.sources()["source"])
    return ()


def require_known(resource: Resource, narrow: Narrow, atlas: Atlas) -> None:
    """Makes sure that codes by which rows are chosen are among those of their list.

    Raises:
        WrongAsked: One is not.
    """
    for name, values in narrow.where.items():
        known = known_values(resource.table.columns[name], atlas)
        for value in map(str, values):
            if known and value not in known:
                raise WrongAsked(name, value, "one of those listed", known, near(value, known))


def _choice(
    resource: Resource,
    choice: ResourceChoice,
    columns: Mapping[str, TidyColumn],
    atlas: Atlas,
    words: Language,
) -> ParamTold:
    known = _ever_known(resource, choice, atlas)
    column = None if "" in known else columns.get(choice.name)  # with its own word for nothing
    if column and column.type == "boolean":  # which says whether, and the choice which
        column = None
    return ParamTold(
        choice.name,
        "choice",
        column.type if column else "string",
        column.about[words.code]
        if column
        else words.t(f"api.choice.{choice.name.partition('_')[0]}"),
        words.t(f"api.expected.{choice.expected}"),
        () if choice.read else known,
        "" if choice.required else _usual(resource, choice, atlas),
        choice.required,
    )


def _ever_known(resource: Resource, choice: ResourceChoice, atlas: Atlas) -> tuple[str, ...]:
    """Its values, whatever is chosen first: later choices depend on that."""
    values: dict[str, None] = {}
    for chosen in _chosen_before(resource, choice, atlas):
        values |= dict.fromkeys(choice.known(atlas, chosen))
    return tuple(values)


def _usual(resource: Resource, choice: ResourceChoice, atlas: Atlas) -> str:
    """Its usual value, where that is the same whatever is chosen first."""
    found = {choice.known(atlas, chosen)[0] for chosen in _chosen_before(resource, choice, atlas)}
    return found.pop() if len(found) == 1 else ""


def _chosen_before(
    resource: Resource, choice: ResourceChoice, atlas: Atlas
) -> Iterator[dict[str, str]]:
    """For each value of the first choice: it and what is usual of those up to another."""
    first = resource.choices[0]
    for value in first.known(atlas, {}):
        chosen = {first.name: value}
        for each in resource.choices[1 : resource.choices.index(choice)]:
            chosen[each.name] = each.known(atlas, chosen)[0]
        yield {} if choice is first else chosen


def _filter(column: TidyColumn, atlas: Atlas, words: Language) -> ParamTold:
    known = known_values(column, atlas)
    return ParamTold(
        column.name,
        "filter",
        column.type,
        column.about[words.code],
        words.t("api.expected.listed", most=MOST_VALUES) if known else _expected(column, words),
        known,
    )


def _bounds(column: TidyColumn, words: Language) -> Iterator[ParamTold]:
    for end in ("from", "to") if column.type in BOUNDED else ():
        about = words.t(f"api.bound.{end}", about=column.about[words.code])
        yield ParamTold(f"{column.name}_{end}", end, column.type, about, _expected(column, words))


def _own(columns: tuple[str, ...], words: Language) -> Iterator[ParamTold]:
    each_way = (*columns, *(f"-{name}" for name in columns))
    for name, known in (("fields", columns), ("sort", each_way)):
        yield ParamTold(
            name,
            name,
            "string",
            words.t(f"api.param.{name}"),
            words.t("api.expected.columns"),
            known,
        )
    yield limit_told(MOST, USUAL, words.t("api.param.limit"), words)


def _expected(column: TidyColumn, words: Language) -> str:
    return words.t(f"api.expected.{column.type}", longest=LONGEST_VALUE)


def row_values(column: TidyColumn, atlas: Atlas) -> tuple[str, ...]:
    """The codes that a row can have in a column; none where it has no code list."""
    if not column.codes:
        return ()
    more = (ALL_AREAS,) if column.codes == "policy_area" else ()
    return (*atlas.codes(column.codes)["code"], *more)
