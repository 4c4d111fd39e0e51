"""Preferences as a value, and the one readable file that they are kept in, from start to start."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QSettings

from sd3explorer.app.accents import Accent
from sd3explorer.app.languages import Language
from sd3explorer.app.shortcuts import portable_key
from sd3explorer.app.theme import Scheme
from sd3explorer.machine.backends import AUTO, BACKENDS
from sd3explorer.presets.catalog import STARTER
from sd3explorer.render.address import Address
from sd3explorer.render.messages import RenderError

PRECISIONS = ("float32", "bfloat16", "float16")

LONGEST_MODEL = 1000
MOST_KEYS = 500
MOST_ENGINES = 100

_KEYS_GROUP = "keys"

Kind = TypeVar("Kind", bound=Enum)


class Start(Enum):
    """What a window begins with that is asked for nothing."""

    LAST = "last"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What somebody prefers.

    Args:
        scheme: Light, dark, or as the desktop.
        accent: The colour of what is selected or primary.
        language: That of the window.
        model: The model of new walks: name, handle or path.
        backend: Which of Keras' backends computes, or "auto".
        precision: Name of the dtype of frames, or "auto".
        start: What the window begins with.
        engines: Addresses of other machines that render too.
        autosave: Whether a walk that has a file is saved by itself after every edit.
        notifications: Whether the desktop says so when rendering or exporting ends, and nobody looks on.
        sound: Whether there is a sound then.
        keys: What actions have instead of their usual keys, in Qt's portable words; "" where none at all.
    """

    scheme: Scheme = Scheme.SYSTEM
    accent: Accent = Accent.AMBER
    language: Language = Language.SYSTEM
    model: str = STARTER.name
    backend: str = AUTO
    precision: str = AUTO
    start: Start = Start.LAST
    engines: tuple[str, ...] = ()
    autosave: bool = False
    notifications: bool = True
    sound: bool = False
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def preferences_file() -> Path:
    """The file that preferences are kept in."""
    return Path(_settings().fileName())


def remembered() -> Preferences:
    """What was preferred last. A value that is missing or damaged is the usual one; the others count."""
    settings = _settings()
    read: dict[str, Any] = {}
    for name, (place, valid) in _PLACES.items():
        value = valid(settings.value(place))
        if value is not None:
            read[name] = value
    return Preferences(**read, keys=_keys(settings))


def remember(preferences: Preferences) -> bool:
    """Keeps preferences for this and all later starts; what is as usual takes no line in the file.

    Returns:
        Whether they could be written.
    """
    settings, usual = _settings(), Preferences()
    for name, (place, _) in _PLACES.items():
        value = getattr(preferences, name)
        if value == getattr(usual, name):
            settings.remove(place)
        else:
            settings.setValue(place, _written(value))
    settings.remove(_KEYS_GROUP)
    for action, keys in preferences.keys.items():
        settings.setValue(f"{_KEYS_GROUP}/{action}", keys)
    settings.sync()
    return settings.status() is QSettings.Status.NoError


def _written(value: object) -> object:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return value.value if isinstance(value, Enum) else value


def _settings() -> QSettings:
    """In a file of their own beside the app's other settings, which nobody would want to read."""
    organization = QCoreApplication.organizationName()
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, organization or "sd3explorer", "preferences"
    )


def _keys(settings: QSettings) -> Mapping[str, str]:
    settings.beginGroup(_KEYS_GROUP)
    found = {name: portable_key(settings.value(name)) for name in settings.childKeys()[:MOST_KEYS]}
    settings.endGroup()
    keys: dict[str, str] = {}
    for name, key in found.items():
        # Of two actions with one key, none would be done.
        if key is not None and (not key or key not in keys.values()):
            keys[name] = key
    return MappingProxyType(keys)


def _one_of(kind: type[Kind]) -> Callable[[object], Kind | None]:
    by_value = {member.value: member for member in kind}
    return lambda value: by_value.get(value)


def _named(*names: str) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in names else None


def _switch(value: object) -> bool | None:
    # The file has words, and the settings of a moment ago are values.
    return {"true": True, "false": False}.get(str(value).lower())


def _engines(value: object) -> tuple[str, ...] | None:
    # In one line with spaces between them, which no address has.
    if not isinstance(value, str):
        return None
    found: dict[str, None] = {}
    for word in value.split():
        with suppress(RenderError):
            found[str(Address.read(word))] = None
    return tuple(found)[:MOST_ENGINES]


def _model(value: object) -> str | None:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_MODEL or not value.isprintable():
        return None
    return value


# Where each is in the file, and what makes a value of what is there, or None where it is no such value.
_PLACES: dict[str, tuple[str, Callable[[object], Any]]] = {
    "scheme": ("appearance/theme", _one_of(Scheme)),
    "accent": ("appearance/accent", _one_of(Accent)),
    "language": ("appearance/language", _one_of(Language)),
    "model": ("rendering/model", _model),
    "backend": ("rendering/backend", _named(AUTO, *BACKENDS)),
    "precision": ("rendering/precision", _named(AUTO, *PRECISIONS)),
    "start": ("starting/walk", _one_of(Start)),
    "engines": ("rendering/engines", _engines),
    "autosave": ("saving/autosave", _switch),
    "notifications": ("notifications/desktop", _switch),
    "sound": ("notifications/sound", _switch),
}
