"""The licences of everything that the app is made of, as pages."""

import csv
from collections.abc import Callable
from importlib.metadata import Distribution, distributions
from pathlib import Path

from sd3explorer.app.help.page import Page
from sd3explorer.resources import resource, text_of

# How files with licences begin.
_BEGINNINGS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "AUTHORS", "THIRD")
_CLASSIFIER = "License :: "
LONGEST_NAME = 60


def licences() -> list[Page]:
    """The app, what ships with it, and every package of Python that is installed beside it."""
    own = [
        Page("starter", "The starter model", _reader("models", "starter"), True, "Apache-2.0"),
        Page("tokenizers", "Tokenizers of CLIP and T5", _reader("tokenizers"), True, "MIT, Apache-2.0"),
    ]
    found = {each.metadata["Name"].lower(): each for each in distributions() if each.metadata["Name"]}
    app = found.pop("sd3explorer", None)
    packages = [_page(found[name]) for name in sorted(found)]
    return [*([_page(app)] if app else []), *own, *packages]


def _reader(*folder: str) -> Callable[[], str]:
    file = resource(*folder) / "README.md"
    return lambda: text_of(file)


def _page(package: Distribution) -> Page:
    name = package.metadata["Name"]
    return Page(name, f"{name} {package.version}", lambda: _text(package), note=_licence(package))


def _licence(package: Distribution) -> str:
    """What a package calls its licence."""
    said = _value(package, "License-Expression") or _value(package, "License")
    first = said.strip().splitlines()[0] if said.strip() else ""
    if first and len(first) <= LONGEST_NAME:
        return first
    classifiers = package.metadata.get_all("Classifier") or []
    named = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith(_CLASSIFIER)]
    return named[0] if named else ""


def _text(package: Distribution) -> str:
    files = [name for name in _files(package) if name.rpartition("/")[2].upper().startswith(_BEGINNINGS)]
    texts = [text for name in files if (text := _read(Path(str(package.locate_file(name)))))]
    return "\n\n\n".join(dict.fromkeys(texts)) or _said(package)


def _files(package: Distribution) -> list[str]:
    record = package.read_text("RECORD")
    if record is None:
        return [str(file) for file in package.files or ()]
    # What `files` reads too, only to make an object of each of them. A package may have twenty thousand.
    return [row[0] for row in csv.reader(record.splitlines()) if row]


def _read(place: Path) -> str:
    if place.suffix in (".py", ".pyc") or not place.is_file():
        return ""
    return place.read_text(encoding="utf-8", errors="replace").strip()


def _said(package: Distribution) -> str:
    parts = (_licence(package), _value(package, "License"), _value(package, "Home-page"))
    urls = package.metadata.get_all("Project-URL") or []
    return "\n".join([*dict.fromkeys(filter(None, parts)), *urls])


def _value(package: Distribution, field: str) -> str:
    return next(iter(package.metadata.get_all(field) or []), "")
