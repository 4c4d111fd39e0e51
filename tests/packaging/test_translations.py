"""What the window says in other languages: complete enough, and nothing in it broken."""

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from sd3explorer.app.languages import NAMES, Language, translations
from sd3explorer.presets.digests import SUMS, write_digests

SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"
FILES = [
    translations() / f"sd3explorer_{language.value}.ts"
    for language in NAMES
    if language is not Language.ENGLISH
]

# A text without a translation shows in English, so somebody who adds one needn't know five languages.
LEAST_SHARE = 0.95

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%\d|<[^<>]*>")
MNEMONIC = re.compile(r"&(\w)(?!\w*;)")
HINT = "run: python packaging/translations.py"


@pytest.fixture(scope="module")
def script():
    made = importlib.util.spec_from_file_location("packaging_translations", SCRIPT)
    module = importlib.util.module_from_spec(made)
    made.loader.exec_module(module)
    return module


def messages(file):
    """Context, text and translation, "" where there is none, of a file."""
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            assert message.get("numerus") is None, "plurals need a test of their forms"
            translation = message.find("translation")
            if translation.get("type") not in ("vanished", "obsolete"):
                yield context.findtext("name"), message.findtext("source"), translation.text or ""


def translated(file):
    return [(source, text) for _, source, text in messages(file) if text]


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request):
    return request.param


def test_nearly_all_that_the_code_says_is_translated(file, script, tmp_path):
    copy = Path(shutil.copy(file, tmp_path))
    script.update(copy)
    missing = [source for _, source, text in messages(copy) if not text]
    assert len(missing) <= (1 - LEAST_SHARE) * len(list(messages(copy))), f"{HINT}; translate {missing}"


def test_what_is_compiled_is_what_is_written(file, script, tmp_path):
    compiled = script.compile_texts(Path(shutil.copy(file, tmp_path)))
    assert compiled.read_bytes() == file.with_suffix(".qm").read_bytes(), HINT


def test_the_app_knows_what_is_compiled(tmp_path):
    for file in FILES:
        shutil.copy(file.with_suffix(".qm"), tmp_path)
    write_digests(tmp_path, tmp_path.glob("*.qm"))
    assert (tmp_path / SUMS).read_text() == (translations() / SUMS).read_text(), HINT


def test_placeholders_and_tags_stay(file):
    for source, text in translated(file):
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), text


def test_what_has_a_key_in_english_has_one(file):
    for source, text in translated(file):
        assert len(MNEMONIC.findall(text)) == len(MNEMONIC.findall(source)), text


def test_ellipses_lines_and_spaces_around_stay(file):
    for source, text in translated(file):
        assert text.endswith("…") == source.endswith("…"), text
        assert text.count("\n") == source.count("\n"), text
        assert text.startswith(" ") == source.startswith(" "), text
        assert text.endswith(" ") == source.endswith(" "), text


def test_files_name_no_lines_of_code_and_no_dates(file):
    assert "<location" not in file.read_text(encoding="utf-8")


def test_the_pseudo_locale_is_longer_and_keeps_placeholders(script):
    text = script.pseudo("&Render {0} of all these {count} frames ")
    assert text.startswith("[&Ŕ")
    assert text.endswith("·] ")
    assert "{0}" in text
    assert "{count}" in text
    assert len(text) > 1.25 * len("&Render {0} of all these {count} frames ")
