"""Changes by chance: of bytes, and of JSON documents by their grammar."""

import copy
import json
from collections.abc import Sequence
from random import Random
from typing import Any

NUMBERS = (
    *(0, 1, -1, 2, 7, 255, 256, 999, 1000, 1001, 65_535, 65_536, 99_999, 100_000, 100_001, 2**31 - 1, 2**31),
    *(2**53, 2**63, 2**64 - 1, 2**64, 10**9, 10**30, 10**400, -(2**63), 0.0, -0.0, 0.5, 1e-9, 1e-320),
    *(1e9, 1e308, -1e308, 0.1, 1 / 3, float("inf"), float("nan"), True, False),
)
TEXTS = (
    *("", " ", "\0", "a", "é", "🐶", "\ud800", "\u202e", "\r\n", "../..", "/etc/passwd", "kaggle://a/b/c/d"),
    *(
        "hf://a/b",
        "file:///etc",
        "starter",
        "~nobody",
        "(a:1.3)",
        "((((a",
        "(a:1e400)",
        "[a]",
        "\\(",
        "__a__",
    ),
    *("0 1/8 1/4", "1/0", "0~1@1:1/2", "a" * 10_000, "a" * 10_001, "(" * 5_000, "even", "linear", "morph"),
    *("blend", "grid", "wander", "hold", "orbit", "travel", "NaN", "${HOME}", "{0}", "%s", "<b>", "A" * 64),
)
MOST_BYTES_CHANGED = 8


def mutated_bytes(data: bytes, random: Random, others: Sequence[bytes] = ()) -> bytes:
    """Bytes with some flipped, cut, moved, repeated or replaced by those of another file."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 4, MOST_BYTES_CHANGED))):
        if not changed:
            break
        start = random.randrange(len(changed))
        length = min(random.choice((1, 2, 4, 8, 64, 1024)), len(changed) - start)
        match random.randrange(8):
            case 0:
                changed[start] ^= 1 << random.randrange(8)
            case 1:
                changed[start : start + length] = random.randbytes(length)
            case 2:
                del changed[start:]
            case 3:
                del changed[start : start + length]
            case 4:
                changed[start:start] = changed[start : start + length] * random.choice((1, 2, 50))
            case 5:
                size = random.choice((1, 2, 4, 8))
                value = random.choice(
                    (0, 1, 2**7, 2**8 - 1, 2**15, 2**16 - 1, 2**31, 2**32 - 1, 2**63, 2**64 - 1)
                )
                end = random.choice(("big", "little"))
                changed[start : start + size] = (value % 2 ** (8 * size)).to_bytes(size, end)
            case 6 if others:
                other = random.choice(others)
                begin = random.randrange(len(other) + 1)
                changed[start : start + length] = other[begin : begin + length]
            case _:
                end = random.randrange(len(changed))
                changed[start : start + length], changed[end : end + length] = (
                    changed[end : end + length],
                    changed[start : start + length],
                )
    return bytes(changed)


def mutated_document(document: Any, random: Random, others: Sequence[Any] = ()) -> Any:
    """A JSON document with some values, names and branches changed for others that could be there."""
    document = copy.deepcopy(document)
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        places = list(_places(document))
        if not places:
            return document
        parent, key = random.choice(places)
        match random.randrange(15):
            case 0:
                parent[key] = random.choice(NUMBERS)
            case 1:
                parent[key] = random.choice(TEXTS)
            case 2:
                parent[key] = _near(parent[key], random, others)
            case 3:
                parent[key] = random.choice((None, [], {}, [[]], [None], {"": None}, [1, 2, 3, 4]))
            case 4:
                del parent[key]
            case 5:
                other = random.choice((document, *others))
                elsewhere = list(_places(other))
                if elsewhere:
                    there, which = random.choice(elsewhere)
                    parent[key] = copy.deepcopy(there[which])
            case 6 if isinstance(parent, dict):
                name = random.choice([key for _, key in places if isinstance(key, str)] + ["x"])
                parent[name] = parent.pop(key)
            case 7 if isinstance(parent[key], list) and parent[key]:
                parent[key] = parent[key] * random.choice((2, 40, 1_200))
            case 8:
                value = parent[key]
                for _ in range(random.choice((1, 3, 60))):
                    value = random.choice(([value], {"prompt": value}))
                parent[key] = value
            case _:
                parent[key] = _near(parent[key], random, others)
    return document


def _near(value: Any, random: Random, others: Sequence[Any]) -> Any:
    """Another value of the same type, which may be allowed as well."""
    match value:
        case bool():
            return not value
        case int():
            return random.choice((value + 1, value - 1, 2 * value, value // 2, 1, 100_000, 8 * value))
        case float():
            return random.choice((value / 2, 2 * value, value + 1e-9, 0.0, 1.0, 1e-6, 3))
        case str():
            texts = [
                parent[key] for parent, key in _places(random.choice(others)) if isinstance(parent[key], str)
            ]
            return random.choice([*texts, random.choice(TEXTS)])
        case list():
            return random.choice((value[::-1], value + value[:1], value[1:], value[:1] * len(value)))
        case _:
            return value


def text_of(document: Any, random: Random) -> bytes:
    """The document as JSON, now and then as other programs would write it."""
    text = json.dumps(document, ensure_ascii=random.random() < 0.5)
    return text.encode("utf-8", "surrogatepass")


def _places(value: Any, depth: int = 0) -> list[tuple[Any, Any]]:
    """Every value in a document, as what it is in and where."""
    if depth > 12:
        return []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        # Of a long list its beginning says it all.
        pairs = list(enumerate(value[:20]))
    else:
        return []
    return [(value, key) for key, _ in pairs] + [
        place for _, inner in pairs for place in _places(inner, depth + 1)
    ]
