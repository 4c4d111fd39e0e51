"""The walk files that were opened or saved last."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from sd3explorer.app.kept_paths import kept_path, path_kept
from sd3explorer.app.plain_text import without_mnemonics
from sd3explorer.app.texts import translate
from sd3explorer.walk.files import expanded

MAX_RECENT = 10
KEY = "recent_files"


def recent_files() -> list[Path]:
    """Those that are remembered, the latest first, without a look at their disks, which may sleep."""
    # With its type named, as some formats give a list of one back as that one.
    texts = cast(list[str], QSettings().value(KEY, [], type=list))
    return [path for path in map(path_kept, texts) if path is not None][:MAX_RECENT]


def add_recent_file(path: Path) -> None:
    """Remembers that a file was opened or saved just now."""
    path = path.absolute()
    _keep([path, *(other for other in recent_files() if other != path)][:MAX_RECENT])


def forget_recent_file(path: Path) -> None:
    """Takes a file off the list."""
    _keep([other for other in recent_files() if other != path])


def is_gone(path: Path) -> bool:
    """Whether a file is no longer in its folder; looks at the disk, which may take a while.

    Where its folder is missing too, it may be on a drive that comes back.
    """
    try:
        path.lstat()
    except FileNotFoundError:
        with suppress(OSError):
            return path.parent.is_dir()
    except OSError:
        pass
    return False


def clear_recent_files() -> None:
    """Forgets them all."""
    QSettings().remove(KEY)


def fill_recent_menu(menu: QMenu, open_file: Callable[[Path], None]) -> None:
    """Fills a menu with the files that are remembered; an empty list is said so.

    Args:
        menu: Loses what it had.
        open_file: Called with the file that was chosen.
    """
    menu.clear()
    menu.setToolTipsVisible(True)
    files = recent_files()
    for number, path in enumerate(files, start=1):
        action = menu.addAction(_text(number, path))
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: open_file(path))
    if files:
        menu.addSeparator()
        menu.addAction(translate("RecentFiles", "Clear list"), clear_recent_files)
    else:
        menu.addAction(QAction(translate("RecentFiles", "No recent walks"), menu, enabled=False))


def _keep(files: list[Path]) -> None:
    QSettings().setValue(KEY, [kept_path(file) for file in files])


def _text(number: int, path: Path) -> str:
    mnemonic = f"&{number}" if number < MAX_RECENT else "1&0"
    # A tab would begin a menu's column of keys.
    place = f"{path.stem}  —  {_shortened(path.parent)}".replace("\t", " ")
    return f"{mnemonic}  {without_mnemonics(place)}"


def _shortened(folder: Path) -> Path:
    home = expanded("~")
    return "~" / folder.relative_to(home) if folder.is_relative_to(home) else folder
