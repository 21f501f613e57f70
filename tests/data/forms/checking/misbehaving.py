"""Work that misbehaves, in a module that a process of its own imports in no time."""

from __future__ import annotations

PERSON = "38901010003"


def eat() -> bytes:
    return bytes(len(bytearray(600_000_000)) and 1)


def fail() -> bytes:
    raise ValueError(f"invalid number: {PERSON}")


def vanish() -> bytes:
    raise SystemExit(3)


def lie(answer: bytes) -> bytes:
    """Stands for a process that a form has taken over."""
    return answer
