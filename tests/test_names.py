"""A name of a class or of a type means one thing in the whole house."""

from __future__ import annotations

import ast
import inspect
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("geo", "data", "dashboard", "savivalda")

_TYPE = re.compile(r"_?[A-Z](?=.*[a-z])\w*")
"""How classes and types are written: neither a constant nor a type variable, which is a letter."""


def test_no_two_modules_define_a_class_or_type_of_the_same_name() -> None:
    found = defaultdict(list)
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for name in defined(path.read_text(encoding="utf-8")):
                found[name.lstrip("_")].append(path.relative_to(ROOT).as_posix())
    assert len(found) > 100
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def test_classes_and_types_are_told_from_other_names() -> None:
    module = """
        if TYPE_CHECKING:
            Row = dict[str, str]
        Answer: TypeAlias = int
        T = TypeVar("T")
        LIMIT = 10
        class Book:
            kind = "xlsx"
        class _Reader(Protocol): ...
    """
    assert sorted(defined(inspect.cleandoc(module))) == ["Answer", "Book", "Row", "_Reader"]


def defined(module: str) -> list[str]:
    """Names of the classes and types that a module's text defines, also within others."""
    names: list[str] = []
    for node in ast.walk(ast.parse(module)):
        if isinstance(node, ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names += [each.id for each in targets if isinstance(each, ast.Name)]
    return [name for name in names if _TYPE.fullmatch(name)]
