"""Every compiled expression of the package, and what makes one slow. For tests and ``benchmarks/adversarial.py``."""

import functools
import importlib
import pkgutil
import re
import warnings
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_constants
    import sre_parse

import beatbook

_REPEATS = (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT)
_MANY = 50  # a repeat of fewer is no repeat


@functools.cache
def compiled() -> dict[str, re.Pattern[str]]:
    """Expressions by where they stand: in modules, and in the tuples, lists and dictionaries of those."""
    found: dict[tuple[str, int], str] = {}
    for module in pkgutil.walk_packages(beatbook.__path__, "beatbook."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        waiting = [(f"{module.name}.{name}", value) for name, value in vars(loaded).items()]
        while waiting:
            name, value = waiting.pop()
            if isinstance(value, re.Pattern):
                if isinstance(value.pattern, str):
                    found.setdefault((value.pattern, value.flags), name)
            elif isinstance(value, tuple | list | frozenset | set) and len(value) < 500:
                waiting += [(name, inner) for inner in value]
            elif isinstance(value, dict) and len(value) < 500:
                waiting += [(name, inner) for inner in value.values()]
    named: dict[str, re.Pattern[str]] = {}
    for (pattern, flags), name in sorted(found.items(), key=lambda one: one[1]):
        while name in named:
            name += "'"
        named[name] = re.compile(pattern, flags & ~re.DEBUG)
    return named


def nested(pattern: re.Pattern[str]) -> str:
    """The repeat in which a whole round may be made of what repeats by itself, as in (a+)+; "" where there is none."""
    return _nested(list(sre_parse.parse(pattern.pattern, pattern.flags & ~re.UNICODE)))


def _nested(items: list[Any]) -> str:
    for kind, value in items:
        if kind in _REPEATS:
            _, most, inner = value
            if most >= _MANY and _loose(list(inner)):
                return str(list(inner))[:200]
        for part in _parts(kind, value):
            if found := _nested(part):
                return found
    return ""


def _loose(items: list[Any]) -> bool:
    """Whether all of it can be one repeat: everything beside an unbounded repeat can be empty."""
    for number, (kind, value) in enumerate(items):
        rest = items[:number] + items[number + 1 :]
        if kind in _REPEATS and value[1] >= _MANY and all(_empty(other) for other in rest):
            return True
        if kind == sre_constants.SUBPATTERN and all(_empty(other) for other in rest) and _loose(list(value[3])):
            return True
    return False


def _empty(item: Any) -> bool:
    kind, value = item
    if kind in _REPEATS:
        return bool(value[0] == 0)
    if kind == sre_constants.SUBPATTERN:
        return all(map(_empty, value[3]))
    if kind == sre_constants.BRANCH:
        return any(all(map(_empty, branch)) for branch in value[1])
    return kind in (sre_constants.AT, sre_constants.ASSERT, sre_constants.ASSERT_NOT)


def _parts(kind: Any, value: Any) -> list[list[Any]]:
    if kind in _REPEATS:
        return [list(value[2])]
    if kind == sre_constants.SUBPATTERN:
        return [list(value[3])]
    if kind == sre_constants.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind in (sre_constants.ASSERT, sre_constants.ASSERT_NOT):
        return [list(value[1])]
    return []


def sample(pattern: re.Pattern[str], repeats: int = 1) -> str:
    """A text made to the shape of an expression: the first of each choice, each repeat that many times."""
    return _sample(list(sre_parse.parse(pattern.pattern, pattern.flags & ~re.UNICODE)), repeats)


def _sample(items: list[Any], repeats: int) -> str:
    found = []
    for kind, value in items:
        if kind in (sre_constants.LITERAL, sre_constants.NOT_LITERAL):
            found.append(chr(value) if kind == sre_constants.LITERAL else "a")
        elif kind == sre_constants.ANY:
            found.append("a")
        elif kind == sre_constants.IN:
            found.append(_one_of(value))
        elif kind in _REPEATS:
            found.append(_sample(list(value[2]), repeats) * min(max(value[0], repeats), value[1]))
        elif kind == sre_constants.SUBPATTERN:
            found.append(_sample(list(value[3]), repeats))
        elif kind == sre_constants.BRANCH:
            found.append(_sample(list(value[1][0]), repeats))
    return "".join(found)


_CLASSES = {
    sre_constants.CATEGORY_DIGIT: "1",
    sre_constants.CATEGORY_WORD: "a",
    sre_constants.CATEGORY_SPACE: " ",
    sre_constants.CATEGORY_NOT_SPACE: "a",
    sre_constants.CATEGORY_NOT_WORD: "-",
    sre_constants.CATEGORY_NOT_DIGIT: "a",
}


def _one_of(choices: list[Any]) -> str:
    if choices and choices[0][0] == sre_constants.NEGATE:
        return "z"
    kind, value = choices[0]
    if kind == sre_constants.LITERAL:
        return chr(value)
    if kind == sre_constants.RANGE:
        return chr(value[0])
    return _CLASSES.get(value, "a") if kind == sre_constants.CATEGORY else "a"
