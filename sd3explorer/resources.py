"""Files that ship with the app: `resources/` at the top of the repository; a wheel takes them along."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
# What a wheel calls it there; see pyproject.toml.
_IN_WHEEL = _PACKAGE / "_resources"


def resource(*parts: str) -> Path:
    """The path of a file or folder that ships with the app.

    Args:
        parts: Names of the folders that lead to it, and its own, as in `"models", "starter"`.
    """
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def documents() -> list[Path]:
    """The documentation: files of Markdown that ship with the app, the README among them."""
    if _IN_WHEEL.is_dir():
        return sorted((_IN_WHEEL / "docs").glob("*.md"))
    return [_PACKAGE.parent / "README.md", *sorted((_PACKAGE.parent / "docs").glob("*.md"))]
