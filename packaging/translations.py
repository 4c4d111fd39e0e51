"""Brings the window's translations up to date: `python packaging/translations.py`, a few seconds.

It collects the texts of the code into `resources/translations/sd3explorer_LL.ts`, where what is new has no
translation yet and shows in English, and compiles these files. A language that has no file gets one when
it is in `Language`. `--pseudo FOLDER` makes a language of accents that are longer than English, for looking
at the window.
"""

import argparse
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from sd3explorer.app.languages import Language, translations
from sd3explorer.presets.digests import write_digests

CODE = Path(__file__).parent.parent / "sd3explorer" / "app"
PSEUDO = "qps"
LONGER = 0.4

_ACCENTS = str.maketrans("aceginorsuyzACEGINORSUYZ", "áçéğîñöŕšûýžÁÇÉĞÎÑÖŔŠÛÝŽ")
# Placeholders, tags and entities stay as they are.
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;|%\w)")


def main(arguments: list[str] | None = None) -> int:
    """Updates and compiles all files, or makes the pseudo-locale alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pseudo", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    if options.pseudo is not None:
        make_pseudo(options.pseudo)
        return 0
    names = [language.value for language in Language if language not in (Language.SYSTEM, Language.ENGLISH)]
    for file in [translations() / f"sd3explorer_{name}.ts" for name in names]:
        update(file)
        compile_texts(file)
    write_digests(translations(), translations().glob("*.qm"))
    return 0


def update(file: Path) -> None:
    """Collects the texts of the code into a file and keeps what is translated there.

    Raises:
        subprocess.CalledProcessError: Qt's tool fails.
    """
    language = file.stem.partition("_")[2]
    code = sorted(map(str, CODE.rglob("*.py")))
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    _run("lupdate", *options, "-target-language", language, *code, "-ts", str(file))


def compile_texts(file: Path) -> Path:
    """Makes the .qm that the app loads, beside its .ts; texts without a translation are left to English.

    Raises:
        subprocess.CalledProcessError: Qt's tool fails.
    """
    compiled = file.with_suffix(".qm")
    _run("lrelease", "-silent", "-removeidentical", str(file), "-qm", str(compiled))
    return compiled


def make_pseudo(folder: Path) -> Path:
    """Makes a language of all texts with accents and 40 % longer; returns its .qm."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"sd3explorer_{PSEUDO}.ts"
    update(file)
    tree = ElementTree.parse(file)
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        translation.text = pseudo(message.findtext("source") or "")
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return compile_texts(file)


def pseudo(text: str) -> str:
    """A text with accents, in brackets and with dots that make it longer; spaces around it stay outside."""
    inner = text.strip()
    accented = "".join(
        part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(_KEPT.split(inner))
    )
    dots = "·" * max(round(LONGER * len(_KEPT.sub("", inner))) - 2, 0)
    return text.replace(inner, f"[{accented}{dots}]", 1) if inner else text


def _run(tool: str, *arguments: str) -> None:
    import PySide6

    program = Path(PySide6.__file__).parent / tool
    if sys.platform == "win32":
        program = program.with_suffix(".exe")
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
