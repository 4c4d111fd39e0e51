"""What can be read in the app."""

import shutil
from importlib.metadata import distributions
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from sd3explorer import resources
from sd3explorer.app.help.documentation import documentation
from sd3explorer.app.help.licences import licences
from sd3explorer.app.help.page import Page
from sd3explorer.app.help.reader import Reader
from sd3explorer.resources import documents


def refuse():
    raise OSError(2, "No such file or directory")


PAGES = [
    Page(
        "README.md", "sd3explorer", lambda: "# Start\n\nSee [formats](docs/formats.md).\n\n<b>bold</b>", True
    ),
    Page("formats.md", "Export formats", lambda: "GIF and WebP carry a walk. A GIF has 256 colours.", True),
    Page("torch", "torch 2.0", lambda: "BSD licence. <i>As is</i>.", note="BSD-3-Clause"),
    Page("gone", "Gone", refuse),
]


@pytest.fixture
def reader(qtbot):
    reader = Reader("Documentation", PAGES)
    qtbot.addWidget(reader)
    reader.show()
    return reader


@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(b"\xff\xfe")])
@pytest.mark.parametrize("name", ["README.md", "formats.md"])
def test_pages_that_are_damaged_keep_no_other_from_being_read(tmp_path, monkeypatch, name, damage):
    (tmp_path / "docs").mkdir()
    for file in documents():
        shutil.copy(file, tmp_path / "docs")
    whole = [page.title for page in documentation() if page.name != name]
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path)
    damage(tmp_path / "docs" / name)
    pages = documentation()
    assert sorted(page.title for page in pages if page.name != name) == sorted(whole)
    assert all(page.read() for page in pages)


def listed(reader):
    items = map(reader.list.item, range(reader.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def test_the_first_page_is_shown_and_the_keyboard_is_in_the_search(reader):
    assert listed(reader) == ["sd3explorer", "Export formats", "torch 2.0  ·  BSD-3-Clause", "Gone"]
    assert "See formats" in reader.text.toPlainText()
    assert reader.search.hasFocus()


def test_there_is_space_between_the_paragraphs_of_every_page(reader):
    # As the app's style sheet does.
    reader.setStyleSheet("QTextBrowser { font-size: 13px }")
    reader.show_page("formats.md")
    assert reader.text.document().begin().blockFormat().topMargin() > 0


def test_words_find_pages_by_what_is_in_them_and_are_marked(qtbot, reader):
    qtbot.keyClicks(reader.search, "gif")
    assert listed(reader) == ["Export formats"]
    assert reader.text.toPlainText().startswith("GIF and WebP")
    assert len(reader.text.extraSelections()) == 2
    qtbot.keyClick(reader.search, Qt.Key.Key_Return)
    assert reader.text.textCursor().selectedText() == "GIF"
    reader.search.setText("gif nothing")
    assert listed(reader) == []
    assert reader._nothing.isVisible()
    reader.search.clear()
    assert len(listed(reader)) == len(PAGES)


def test_links_lead_to_other_pages_and_out_of_the_app(reader, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    reader.text.anchorClicked.emit(QUrl("docs/formats.md#gif"))
    assert reader.list.currentItem().text() == "Export formats"
    reader.text.anchorClicked.emit(QUrl("https://keras.io"))
    assert opened == [QUrl("https://keras.io")]
    reader.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert reader.list.currentItem().text() == "Export formats"
    assert len(opened) == 1


def test_plain_text_stays_as_it_is_written(reader):
    reader.show_page("torch")
    assert reader.text.toPlainText() == "BSD licence. <i>As is</i>."


def test_a_page_that_cannot_be_read_says_why(reader):
    reader.show_page("gone")
    assert reader.text.toPlainText() == "This page can't be read: No such file or directory"


def test_the_documentation_begins_with_the_readme_and_has_every_page():
    pages = documentation()
    assert (pages[0].name, pages[0].title) == ("README.md", "sd3explorer")
    assert [page.name for page in pages[1:3]] == ["window.md", "models.md"]
    assert {"Export formats", "Installing"} <= {page.title for page in pages}
    assert len({page.name for page in pages}) == len(pages) > 10
    # Neither can be shown.
    assert not any("![" in page.read() for page in pages)


def test_every_package_and_what_ships_with_the_app_is_named_with_its_licence():
    pages = {page.name.lower(): page for page in licences()}
    assert {each.metadata["Name"].lower() for each in distributions()} <= pages.keys()
    assert "Apache License" in pages["sd3explorer"].read()
    assert "BSD" in pages["numpy"].note
    assert "Redistribution and use" in pages["numpy"].read()
    assert "Twemoji" in pages["starter"].read()
    assert [page for page in pages.values() if not page.read().strip()] == []
