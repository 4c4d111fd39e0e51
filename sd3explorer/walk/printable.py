"""Texts that may hold anything, as people may see them: in one line, and no commands to a terminal."""

LONGEST = 60


def printable(text: str) -> str:
    """A text whose control characters, ends of lines and halves of characters are written as escapes."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def shortened(text: str) -> str:
    """A text as it may stand in a sentence: as `printable` shows it, and not too long."""
    return printable(text[:LONGEST]) + ("…" if len(text) > LONGEST else "")
