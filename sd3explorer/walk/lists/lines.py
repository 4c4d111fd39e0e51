"""One prompt a line, with what to lead away from behind `--neg`, as Deforum has it."""

import re

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.limits import MAX_TEXT
from sd3explorer.walk.lists.prompt_list import Entry, PromptList, check_count, listed
from sd3explorer.walk.paths import Keyframe, Prompts

COMMENT = "#"

MAX_LINES = 50_000
# A prompt, what to lead away from, and some room.
MAX_LINE = 2 * MAX_TEXT + 100

# Files come from any system, but a text may hold other characters that Python ends lines at.
LINE_END = re.compile(r"\r\n|\r|\n")

# Spaces around it are cut off later: runs of them must not be gone through again and again.
_NEGATIVE = re.compile(r"(?:^|(?<=\s))--neg(?=\s|$)")
# Of A1111's script that renders prompts from a file.
_OPTION = re.compile(r"--[a-z]\w*")
_TAG = re.compile(r"<(?:lora|lyco|lycoris|hypernet):[^<>\n]{1,200}>")
_MATH = re.compile(r"`[^`\n]+`|\$\{[^{}\n]+\}")


def split_negative(text: str) -> Prompts:
    """A prompt and what stands behind its `--neg`."""
    prompt, *negative = _NEGATIVE.split(text, maxsplit=1)
    return Prompts(prompt.strip(), "".join(negative).strip())


class Cleaner:
    """Takes out of prompts what no model reads, and says so."""

    def __init__(self) -> None:
        self._tags: dict[str, None] = {}
        self._has_math = False

    def clean(self, text: str) -> str:
        """A prompt without tags of LoRAs, and without the commas and spaces that these leave behind."""
        self._has_math = self._has_math or _MATH.search(text) is not None
        tags: list[str] = _TAG.findall(text)
        if not tags:
            return text
        self._tags |= dict.fromkeys(tags)
        parts = (" ".join(part.split()) for part in _TAG.sub(" ", text).split(","))
        return ", ".join(part for part in parts if part)

    def cleaned(self, prompts: Prompts) -> Prompts:
        """Both prompts without tags of LoRAs."""
        return Prompts(self.clean(prompts.prompt), self.clean(prompts.negative_prompt))

    @property
    def notes(self) -> list[str]:
        """What was taken out, a sentence each."""
        notes: list[str] = []
        if self._tags:
            first, *others = self._tags
            which = f"{first} and {len(others)} more" if others else first
            notes.append(f"Left out {which}: add LoRAs to the model, with their strengths.")
        if self._has_math:
            notes.append("Formulas in prompts stay as they are: nothing computes them here.")
        return notes


def prompts_in(text: str, name: str) -> Prompts:
    """The prompts in a line or cell that anybody may have written: see `split_negative`.

    Raises:
        WalkError: It is longer than two prompts can be; the message begins with the name.
    """
    if len(text) > MAX_LINE:
        raise WalkError(f"{name}: must have at most {MAX_TEXT:,} characters, not {len(text):,}")
    return split_negative(text)


def keyframe_of(prompts: Prompts, name: str) -> Keyframe:
    """A keyframe with prompts that anybody may have written.

    Raises:
        WalkError: One is too long, or no valid Unicode; the message begins with the name.
    """
    fields = {"prompt": prompts.prompt, "negative_prompt": prompts.negative_prompt}
    return Keyframe.read(fields, name)


def check_lines(text: str) -> None:
    """Refuses texts with far more lines than lists of prompts have.

    Raises:
        WalkError: It is such.
    """
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise WalkError(f"the list has more than {MAX_LINES:,} lines: leave some out")


def read_lines(text: str) -> PromptList:
    """The prompts in a text: one a line, without empty lines and those that begin with #.

    Raises:
        WalkError: There are none, or too many, or one is too long.
    """
    check_lines(text)
    numbered = [(number, line.strip()) for number, line in enumerate(LINE_END.split(text), 1)]
    lines = [(number, line) for number, line in numbered if line and not line.startswith(COMMENT)]
    check_count(len(lines))
    cleaner = Cleaner()
    entries: list[Entry] = []
    for number, line in lines:
        name = f"line {number}"
        option = _OPTION.match(line)
        if option and not _NEGATIVE.match(line):
            raise WalkError(
                f"{name}: {option[0]} is not an option here; write: PROMPT --neg WHAT TO LEAD AWAY FROM"
            )
        entries.append(Entry(keyframe_of(cleaner.cleaned(prompts_in(line, name)), name), None, name))
    return listed(entries, notes=cleaner.notes)


def written_line(prompts: Prompts) -> str:
    """The line with these prompts. Not every text can stand in a line: who writes it reads it again."""
    if not prompts.negative_prompt:
        return prompts.prompt
    return f"{prompts.prompt} --neg {prompts.negative_prompt}"
