"""A walk as the text that exported files carry: a line that says who made them, then the walk's file."""

import re
from dataclasses import replace
from html import escape

from sd3explorer.version import __version__
from sd3explorer.walk.file import MAX_FILE_BYTES
from sd3explorer.walk.walk import Walk

SOFTWARE = f"sd3explorer {__version__}"

# More than any walk file and its escapes in XML.
MAX_TEXT_BYTES = 2 * MAX_FILE_BYTES

_FIRST_LINE = re.compile(rb"Made with sd3explorer [^\s]{1,40}\r?\n")
_DESCRIPTION = re.compile(rb">\s*(?P<text>Made with sd3explorer )")
_ESCAPES = {b"amp": b"&", b"lt": b"<", b"gt": b">", b"quot": b'"', b"apos": b"'"}
_ESCAPE = re.compile(rb"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));")
# XML has no way to say these, JSON does.
_NOT_IN_XML = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_XMP = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}"><rdf:Description rdf:about=""
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="{SOFTWARE}" xmlns:dc="{_DUBLIN_CORE}">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{{text}}</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

# Nothing of anybody, where there must be XMP.
NO_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'


def wrap(walk: Walk) -> str:
    """The text that carries a walk. All of it can be encoded as UTF-8.

    Of a model in a folder it holds the folder's name but not where it is: the way there often has the
    user's name in it, and helps nobody else. Versions and stars stay at home: what was tried and left is
    nobody's business, and might be larger than the picture.
    """
    model = replace(walk.model, preset=_public(walk.model.preset))
    text = f"Made with {SOFTWARE}\n{replace(walk.alone, model=model).dump()}".translate(_NOT_IN_XML)
    # Half a character, which only a script could put into a walk, is no reason to lose the rest.
    return text.encode("utf-8", "replace").decode("utf-8")


def _public(preset: str) -> str:
    # Folders of either system, as walks travel.
    if "://" in preset or not (preset.startswith(("~", ".")) or re.search(r"[/\\]", preset)):
        return preset
    name = re.split(r"[/\\]", preset.rstrip("/\\"))[-1]
    # A folder still, so that one called "starter" isn't taken for the starter model.
    return "./model" if name in ("", ".", "..") or name.startswith("~") else f"./{name}"


def unwrap(text: bytes) -> Walk | None:
    """The walk in a text; None when it isn't one that `wrap` made.

    Raises:
        WalkError: It carries a walk that this app can't read.
    """
    text = text.lstrip(b"\xef\xbb\xbf \t\r\n")
    first_line = _FIRST_LINE.match(text)
    return Walk.parse(text[first_line.end() :].rstrip(b"\0")) if first_line else None


def xmp(text: str) -> bytes:
    """XMP, the metadata of WebP and AVIF, with a text as its description."""
    return _XMP.format(text=escape(text, quote=False)).encode("utf-8")


def description(xmp: bytes) -> bytes:
    """The description in XMP that carries a walk, empty where there is none.

    Nothing but that one text is looked at, so no parser has to be kept from what XML can do: a few bytes
    of it can ask for gigabytes.
    """
    found = _DESCRIPTION.search(xmp)
    if found is None:
        return b""
    start = found.start("text")
    return _ESCAPE.sub(_unescaped, xmp[start : xmp.find(b"<", start)])


def _unescaped(escape: re.Match[bytes]) -> bytes:
    name, decimal, hexadecimal = escape.groups()
    if name:
        return _ESCAPES[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code).encode("utf-8", "replace") if code < 0x110000 else b"?"
