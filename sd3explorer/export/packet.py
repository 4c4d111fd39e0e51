"""A walk as the text that exported files carry: a line that says who made them, then the walk's file."""

import re
from dataclasses import replace
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from sd3explorer.version import __version__
from sd3explorer.walk.file import MAX_FILE_BYTES, dump, parse
from sd3explorer.walk.walk import Walk

SOFTWARE = f"sd3explorer {__version__}"

# More than any walk file and its escapes in XML.
MAX_TEXT_BYTES = 2 * MAX_FILE_BYTES

_FIRST_LINE = re.compile(rb"Made with sd3explorer [^\s]{1,40}\r?\n")
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


def wrap(walk: Walk) -> str:
    """The text that carries a walk. All of it can be encoded as UTF-8.

    Of a model in a folder it tells the folder's name but not where it is: the way there often has the
    user's name in it, and helps nobody else.
    """
    model = replace(walk.model, preset=_public(walk.model.preset))
    text = f"Made with {SOFTWARE}\n{dump(replace(walk, model=model))}".translate(_NOT_IN_XML)
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
    return parse(text[first_line.end() :].rstrip(b"\0")) if first_line else None


def xmp(text: str) -> bytes:
    """XMP, the metadata of WebP and AVIF, with a text as its description."""
    return _XMP.format(text=escape(text)).encode("utf-8")


def description(xmp: bytes) -> bytes:
    """The description in XMP, empty where there is none.

    Raises:
        ValueError: It is no XMP.
    """
    # What XMP never has, and what makes a few bytes of XML into gigabytes.
    if b"<!DOCTYPE" in xmp or b"<!ENTITY" in xmp:
        raise ValueError("XMP declares no entities")
    try:
        # Some files end in padding.
        root = ElementTree.fromstring(xmp.rstrip(b"\0"))
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    found = root.find(f".//{{{_DUBLIN_CORE}}}description//{{{_RDF}}}li")
    return (found.text or "").encode("utf-8") if found is not None else b""
