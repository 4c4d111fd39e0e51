"""The frame numbers of Deforum: whole numbers, or a sum such as `max_f/2 - 10`."""

import ast
import math
import re
from fractions import Fraction

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import integer
from sd3explorer.walk.limits import MAX_FRAMES

_LONGEST = 100
_NUMBER = re.compile(r"\d{1,80}(?:\.0{1,9})?")
# What a number has matched is not divided into two of them in vain.
_FORMULA = re.compile(r"(?:max_f|\d++(?:\.\d++)?+|[-+*/() ])++")


def frame_number(text: str, name: str, frames: int) -> int:
    """The frame that a text stands for.

    Args:
        text: A whole number, or a formula of numbers, `max_f`, + - * / and brackets.
        name: Where it stands, for messages.
        frames: What `max_f` is: the number of frames.

    Returns:
        The frame; of a formula without what is behind the point. What is `max_f` is the last one.

    Raises:
        WalkError: It is something else, or out of bounds.
    """
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return integer(int(text.partition(".")[0]), name, 0, MAX_FRAMES - 1)
    value = _computed(text, frames)
    if value is None:
        raise WalkError(
            f"{name}: is not a frame number; write a whole number, or a formula of numbers, max_f, + - * / "
            "and brackets"
        )
    if value < 0:
        raise WalkError(f"{name}: lies before the first frame, which is 0")
    frame = math.trunc(value)
    if not depends_on_length(text):
        return integer(frame, name, 0, MAX_FRAMES - 1)
    if frame > frames:
        raise WalkError(f"{name}: lies behind the last frame, which is {frames - 1}")
    return min(frame, frames - 1)


def depends_on_length(text: str) -> bool:
    """Whether a frame number is another one where there are more frames."""
    return "max_f" in text


def _computed(text: str, frames: int) -> Fraction | None:
    if len(text) > _LONGEST or "**" in text or "//" in text or not _FORMULA.fullmatch(text):
        return None
    try:
        return _value(ast.parse(text, mode="eval").body, Fraction(frames))
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def _value(node: ast.expr, max_f: Fraction) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number):
            # By its digits: 0.3 * 10 is 3.
            return Fraction(str(number))
        case ast.Name(id="max_f"):
            return max_f
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, max_f)
        case ast.BinOp(left=left, op=operation, right=right):
            return _combined(_value(left, max_f), operation, _value(right, max_f))
        case _:
            raise ValueError


def _combined(left: Fraction, operation: ast.operator, right: Fraction) -> Fraction:
    match operation:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            return left / right
        case _:
            raise ValueError
