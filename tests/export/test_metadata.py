"""The walk that exported files carry: in, through the file, and out again."""

import os
import struct
import tracemalloc
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence
from PIL.PngImagePlugin import PngInfo
from sd_parsers import ParserManager

from sd3explorer.export import FORMATS, SUFFIXES, export, read_walk, thumbnail
from sd3explorer.export.metadata import read
from sd3explorer.export.packet import MAX_TEXT_BYTES, SOFTWARE, unwrap, wrap, xmp
from sd3explorer.export.parameters import parameters
from sd3explorer.presets.locate import locate
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.noises import Orbit, Travel
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

FILES = [suffix for choice in FORMATS for suffix in choice.suffixes]
every_file = pytest.mark.parametrize("suffix", FILES)

DESCRIPTION = "{http://purl.org/dc/elements/1.1/}description//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"

# With four keyframes a walk of more than a segment of a JPEG can hold.
LONGEST = "a dog with 🐶 " * 760

PROMPTS = {
    "plain": "a 3d dog face",
    "quotes": """a "dog's" `face` \\ <b>&amp;</b> ]]> {curly} % $HOME""",
    "emoji": "🐶👩‍👩‍👧‍👦 → 🐱 and \U0001f1e9\U0001f1ea",
    "right to left": "כלב \u202eחתול\u202c كلب",
    "lines": "a dog\r\nNegative prompt: a cat\n\tSteps: 3, Sampler: none\x0b\x1f\x7f\x85\u2028",
    "nothing that XML knows": "\x00\x01\ufffe\uffff\U0001ffff",
    "as long as can be": LONGEST,
    "looks like a walk": "Made with sd3explorer 9\n{}",
}


def walk_of(prompt, **fields):
    first = [Keyframe(prompt, f"no {prompt}")] * (4 if prompt == LONGEST else 1)
    keyframes = (*first, Keyframe("a cat"))
    return Walk(title=prompt[:100], path=Morph(keyframes), timing=Timing(frames=3), **fields)


@pytest.fixture
def exported(tmp_path, make_clip):
    """A function that exports a walk, and gives the file."""

    def make(suffix, walk):
        file = tmp_path / f"walk{suffix}"
        export(make_clip(3, walk=walk), file)
        return file

    return make


@every_file
@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS)
def test_what_goes_in_comes_out(exported, suffix, prompt):
    walk = walk_of(prompt)
    assert read(exported(suffix, walk)) == walk


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS)
def test_every_frame_of_a_folder_carries_the_walk(exported, prompt):
    walk = walk_of(prompt)
    files = sorted(exported("", walk).iterdir())
    assert [read(file) for file in files] == [walk] * 3


@given(st.text(), st.text())
def test_every_text_goes_through_the_packet(prompt, title):
    walk = replace(walk_of(prompt), title=title)
    assert unwrap(wrap(walk).encode()) == walk


@given(st.text())
def test_half_a_character_is_lost_alone(prompt):
    assert unwrap(wrap(walk_of(prompt + "\ud800")).encode()) == walk_of(prompt + "?")


@every_file
@pytest.mark.parametrize(
    "stem", ["http:", "a:b", "-rf", "%d", "[0]", "new\nline", "犬 🐶", "'\"", "pipe:1", "walk,x=1"]
)
def test_no_name_is_too_awkward(tmp_path, monkeypatch, make_clip, suffix, stem):
    monkeypatch.chdir(tmp_path)
    file = Path(stem + suffix)
    export(make_clip(walk=walk_of("a dog")), file)
    assert list(Path().iterdir()) == [file]
    assert read(file) == walk_of("a dog")
    assert thumbnail(file, 16).shape[1] == 16


@every_file
def test_a_clip_without_a_walk_makes_a_file_without_one(exported, suffix):
    file = exported(suffix, None)
    assert read(file) is None
    assert b"sd3explorer" not in file.read_bytes()
    with pytest.raises(WalkError, match=rf"walk{suffix}: carries no walk; it was made by another program"):
        read_walk(file)


def pixels(file):
    if file.suffix in (".mp4", ".webm"):
        with av.open(str(file)) as container:
            return [frame.to_ndarray(format="rgb24").tobytes() for frame in container.decode(video=0)]
    with Image.open(file) as picture:
        return [frame.convert("RGB").tobytes() for frame in ImageSequence.Iterator(picture)]


@every_file
def test_the_walk_changes_nothing_else(tmp_path, make_clip, suffix):
    for name, walk in (("with", walk_of(LONGEST)), ("without", None)):
        export(make_clip(walk=walk), tmp_path / f"{name}{suffix}")
    pictures = []
    for name in ("with", "without"):
        pictures.append(pixels(tmp_path / f"{name}{suffix}"))
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".avif", ".apng", ".png", ".jpg"])
def test_pillow_finds_the_walk_where_the_format_puts_such_things(exported, suffix):
    walk = walk_of(PROMPTS["emoji"])
    with Image.open(exported(suffix, walk)) as picture:
        if suffix in (".webp", ".avif"):
            assert f'xmp:CreatorTool="{SOFTWARE}"'.encode() in picture.info["xmp"]
            text = ElementTree.fromstring(picture.info["xmp"]).findtext(f".//{DESCRIPTION}")
        else:
            text = picture.info.get("comment") or picture.text["Comment"]
    text = text.decode() if isinstance(text, bytes) else text
    assert text == f"Made with {SOFTWARE}\n{walk.dump()}"


@pytest.mark.parametrize("suffix", [".gif", ".mp4", ".webm"])
def test_ffmpeg_finds_the_walk_where_the_format_puts_such_things(exported, suffix):
    walk = walk_of(PROMPTS["right to left"])
    with av.open(str(exported(suffix, walk))) as container:
        found = {name.lower(): text for name, text in container.metadata.items()}
    assert found["comment"] == wrap(walk)


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".avif", ".apng", ".png", ".jpg", ".mp4", ".webm"])
def test_the_content_says_what_a_file_is_not_its_name(exported, tmp_path, suffix):
    renamed = tmp_path / "renamed.gif"
    exported(suffix, walk_of("a dog")).rename(renamed)
    assert read_walk(renamed) == walk_of("a dog")


def test_a_walk_file_is_read_as_one(tmp_path):
    walk = walk_of("a dog")
    walk.save(tmp_path / "walk.sd3walk")
    assert read_walk(tmp_path / "walk.sd3walk") == walk


def test_files_that_may_hold_a_walk_are_known_by_their_suffixes():
    assert {".sd3walk", ".gif", ".webp", ".mp4", ".png", ".jpg"} <= set(SUFFIXES)
    assert "" not in SUFFIXES


@every_file
def test_what_is_no_such_file_is_reported_as_that(tmp_path, suffix):
    for content in (b"", b"no picture", b"\0" * 1000):
        file = tmp_path / f"walk{suffix}"
        file.write_bytes(content)
        with pytest.raises(WalkError, match="carries no walk"):
            read_walk(file)


def test_a_file_that_is_gone_is_reported_as_gone(tmp_path):
    with pytest.raises(WalkError, match=r"gone\.gif: can't be read: no such file"):
        read_walk(tmp_path / "gone.gif")


@every_file
def test_a_file_that_ends_too_soon_is_one_sentence_or_still_has_its_walk(exported, suffix):
    walk = walk_of("a dog")
    file = exported(suffix, walk)
    content = file.read_bytes()
    for part in range(0, len(content), max(1, len(content) // 60)):
        file.write_bytes(content[:part])
        try:
            assert read(file) in (None, walk)
        except WalkError as error:
            assert str(file) in str(error)


@every_file
@pytest.mark.parametrize("wrong", [0, 1, 127, 255])
def test_a_file_with_a_wrong_byte_is_one_sentence_at_worst(exported, suffix, wrong):
    file = exported(suffix, walk_of("a dog"))
    content = file.read_bytes()

    def put(place, byte):
        damaged.seek(place)
        damaged.write(byte)

    with file.open("r+b", buffering=0) as damaged:
        for place in range(min(500, len(content))):
            put(place, bytes([wrong]))
            try:
                read(file)
            except WalkError as error:
                assert str(file) in str(error)
            put(place, content[place : place + 1])


def png_with(tmp_path, text):
    texts = PngInfo()
    texts.add_itxt("Comment", text)
    file = tmp_path / "walk.png"
    Image.new("RGB", (1, 1)).save(file, pnginfo=texts)
    return file


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ("{", "isn't complete JSON"),
        ("[" * 100_000, "is not JSON that a walk could be made of"),
        ('{"format": "other"}', "is not a walk file"),
        ('{"format": "sd3explorer-walk", "version": 99}', "update sd3explorer"),
    ],
)
def test_damaged_and_newer_walks_are_reported_as_what_they_are(tmp_path, document, sentence):
    with pytest.raises(WalkError, match=rf"walk\.png: the walk in it can't be used: .*{sentence}"):
        read(png_with(tmp_path, f"Made with sd3explorer 9.9\n{document}"))


def test_comments_of_others_are_no_walks(tmp_path):
    assert read(png_with(tmp_path, "Made with GIMP")) is None


def test_a_hostile_length_reserves_no_memory(tmp_path):
    file = tmp_path / "walk.png"
    head = struct.pack(">I4s", MAX_TEXT_BYTES + 1, b"iTXt")
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + head + b"Comment\0\0\0\0\0Made with sd3explorer 9\n")
    with pytest.raises(WalkError, match="is damaged"):
        read(file)


def test_a_text_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path):
    data = b"Comment\0\1\0\0\0" + zlib.compress(b"Made with sd3explorer 9\n" + b" " * 50_000_000)
    chunk = struct.pack(">I", len(data)) + b"iTXt" + data + struct.pack(">I", zlib.crc32(b"iTXt" + data))
    file = tmp_path / "walk.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I4sI", 0, b"IEND", 0))
    assert read(file) is None


def webp_with(tmp_path, packet):
    """A WebP of nothing but XMP; Pillow would take no packet so large."""
    chunk = b"WEBPXMP " + struct.pack("<I", len(packet)) + packet + bytes(len(packet) % 2)
    file = tmp_path / "walk.webp"
    file.write_bytes(b"RIFF" + struct.pack("<I", len(chunk)) + chunk)
    return file


BOMB = f"""<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "{"a" * 1000}">
<!ENTITY b "{"&a;" * 1000}">]><x>{"&b;" * 1000}</x>"""

# Megabytes, which are made where they are wanted.
XMP_BOMBS = {
    "entities": lambda: BOMB.replace("utf-16", "utf-8").encode(),
    "entities in UTF-16": lambda: BOMB.encode("utf-16"),
    "a namespace": lambda: b'<x:a xmlns:x="' + b"u" * 1_000_000 + b'">' + b"<x:b/>" * 500_000 + b"</x:a>",
    "elements": lambda: b"<a>" + b"<b/>" * 2_000_000 + b"</a>",
    "nesting": lambda: b"<a>" * 3_000_000,
    "attributes": lambda: b"<a " + b"".join(b'a%d="" ' % number for number in range(700_000)) + b"/>",
    "an unknown encoding": lambda: b'<?xml version="1.0" encoding="nonsense"?><a/>',
    "blanks": lambda: (b">" + b" " * 1000) * 5_000,
    "beginnings": lambda: b">Made with sd3explorer " * 300_000,
}


@pytest.mark.parametrize("kind", XMP_BOMBS)
def test_xmp_asks_for_no_more_time_and_memory_than_it_is_long(tmp_path, hang_guard, kind):
    bomb = XMP_BOMBS[kind]()
    file = webp_with(tmp_path, bomb)
    tracemalloc.start()
    try:
        assert read(file) is None
        assert tracemalloc.get_traced_memory()[1] < 4 * len(bomb) + 1_000_000
    finally:
        tracemalloc.stop()


def test_xmp_that_another_program_wrote_anew_still_has_its_walk(tmp_path):
    walk = walk_of(PROMPTS["quotes"])
    text = wrap(walk).replace("&", "&#38;").replace("<", "&#x3C;").replace('"', "&quot;")
    packet = f"<a:RDF>\n<b:description>\n <a:li a='b'>\n{text}</a:li>\n</b:description></a:RDF>"
    assert read(webp_with(tmp_path, packet.encode())) == walk


@pytest.mark.parametrize("escape", ["&#1114112;", "&#55357;", "&#xFFFFFF;", "&nonsense;", "&#;", "&"])
def test_an_escape_that_means_nothing_is_one_sentence_at_worst(tmp_path, escape):
    file = webp_with(tmp_path, f"<a>Made with sd3explorer 9\n{escape}</a>".encode())
    with pytest.raises(WalkError, match=r"walk\.webp: the walk in it can't be used"):
        read(file)


@every_file
def test_nothing_is_decoded_to_find_a_walk(exported, monkeypatch, suffix):
    file = exported(suffix, walk_of("a dog"))

    def refuse(*_, **__):
        raise AssertionError("a decoder would see a stranger's file")

    monkeypatch.setattr(av, "open", refuse)
    monkeypatch.setattr(Image, "open", refuse)
    assert read(file) == walk_of("a dog")


@every_file
def test_a_file_that_is_padded_to_gigabytes_is_not_read_whole(exported, suffix):
    file = exported(suffix, walk_of("a dog"))
    os.truncate(file, 3_000_000_000)
    tracemalloc.start()
    try:
        assert read(file) == walk_of("a dog")
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


# Each is 70 MB, and made when it is asked for: all processes of tests read this file.
LARGE = {
    "GIF": lambda: b"GIF89a" + bytes(7) + (b"\x21\xfe" + (b"\xff" + bytes(255)) * 4_000 + b"\0") * 70,
    "PNG": lambda: b"\x89PNG\r\n\x1a\n" + (struct.pack(">I4s", 1_000_000, b"iTXt") + bytes(1_000_004)) * 70,
    "JPEG": lambda: b"\xff\xd8" + (b"\xff\xfe\xff\xff" + bytes(65_533)) * 1_100,
}
# Not traced, which takes four times as long: together they have no more bytes than may be held.
MANY = {
    "GIF": b"GIF89a" + bytes(7) + b"\x21\xfe\0" * 600_000,
    "WebM": b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01" + b"\xff" * 7 + b"\xec\x80" * 600_000,
    "MP4": b"\0\0\0\x08ftyp" + b"\0\0\0\x08free" * 600_000,
}


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE)
def test_no_more_is_read_than_a_walk_can_be_long(tmp_path, hang_guard, make):
    file = tmp_path / "walk.gif"
    file.write_bytes(make())
    tracemalloc.start()
    try:
        with pytest.raises(WalkError, match="is damaged"):
            read(file)
        assert tracemalloc.get_traced_memory()[1] < 3 * MAX_TEXT_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("content", MANY.values(), ids=MANY)
def test_no_more_pieces_are_read_than_an_animation_can_have(tmp_path, hang_guard, content):
    file = tmp_path / "walk.gif"
    file.write_bytes(content)
    with pytest.raises(WalkError, match="is damaged"):
        read(file)


def box(kind, *parts):
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def video_comment(text):
    words = box(b"data", bytes(8), text)
    return box(b"moov", box(b"udta", box(b"meta", bytes(4), box(b"ilst", box(b"\xa9cmt", words)))))


LARGE_BOX = struct.pack(">I4sQ", 1, b"mdat", 16 + 100) + bytes(100)
MP4S = {
    "at the end": lambda text: box(b"ftyp", b"isom") + box(b"mdat", bytes(100)) + video_comment(text),
    "after a box of 64 bits": lambda text: box(b"ftyp", b"isom") + LARGE_BOX + video_comment(text),
    "before a box without end": lambda text: (
        box(b"ftyp", b"isom") + video_comment(text) + b"\0\0\0\0mdat" + bytes(100)
    ),
    "in the second list": lambda text: box(b"ftyp", b"isom") + video_comment(b"other") + video_comment(text),
}


@pytest.mark.parametrize("make", MP4S.values(), ids=MP4S)
def test_wherever_other_programs_put_the_comment_of_an_mp4_it_is_found(tmp_path, make):
    file = tmp_path / "walk.mp4"
    file.write_bytes(make(wrap(walk_of("a dog")).encode()))
    assert read(file) == walk_of("a dog")


@pytest.mark.parametrize("length", [2, 7, 9, 10_000])
def test_an_mp4_with_a_box_of_impossible_length_is_damaged(tmp_path, length):
    file = tmp_path / "walk.mp4"
    file.write_bytes(box(b"ftyp", b"isom") + struct.pack(">I4s", length, b"moov"))
    with pytest.raises(WalkError, match="is damaged"):
        read(file)


def avif_with(text, version, wide):
    """An AVIF of nothing but XMP, in two parts, with numbers of items of 2 or 4 bytes."""
    packet = xmp(text)
    item = struct.pack(">I" if wide else ">H", 7)
    entry = bytes([3 if wide else 2, 0, 0, 0]) + item + b"\0\0mimeXMP\0application/rdf+xml\0"
    items = box(
        b"iinf", bytes([int(wide), 0, 0, 0]), struct.pack(">I" if wide else ">H", 1), box(b"infe", entry)
    )
    head = box(b"ftyp", b"avif") + box(b"mdat", packet)
    start, half = len(head) - len(packet), len(packet) // 2
    parts = b"".join(
        (b"\0" if version else b"") + struct.pack(">II", at, length)
        for at, length in ((0, half), (half, len(packet) - half))
    )
    count = struct.pack(">I" if version == 2 else ">H", 1)
    place = count + struct.pack(">I" if version == 2 else ">H", 7) + (b"\0\0" if version else b"")
    place += b"\0\0" + struct.pack(">IH", start, 2) + parts
    sizes = bytes([0x44, 0x41 if version else 0x40])
    return head + box(b"meta", bytes(4), items, box(b"iloc", bytes([version, 0, 0, 0]), sizes, place))


@pytest.mark.parametrize(("version", "wide"), [(0, False), (1, False), (2, True)])
def test_all_ways_to_say_where_the_xmp_of_an_avif_is_are_known(tmp_path, version, wide):
    file = tmp_path / "walk.avif"
    file.write_bytes(avif_with(wrap(walk_of("a dog")), version, wide))
    assert read(file) == walk_of("a dog")


def element(kind, *parts, length=None):
    content = b"".join(parts)
    size = (1 << 56 | len(content)).to_bytes(8, "big") if length is None else length
    return bytes.fromhex(kind) + size + content


def video_tags(name, text):
    return element("1254c367", element("7373", element("67c8", element("45a3", name), element("4487", text))))


UNKNOWN_LENGTH = b"\x01" + b"\xff" * 7


@pytest.mark.parametrize("length", [None, UNKNOWN_LENGTH], ids=["known", "unknown"])
@pytest.mark.parametrize("name", [b"COMMENT", b"comment"])
def test_wherever_other_programs_put_the_comment_of_a_webm_it_is_found(tmp_path, name, length):
    clusters = element("1f43b675", bytes(100)) * 3
    tags = video_tags(b"TITLE", b"other") + video_tags(name, wrap(walk_of("a dog")).encode())
    file = tmp_path / "walk.webm"
    file.write_bytes(element("1a45dfa3", b"") + element("18538067", clusters, tags, length=length))
    assert read(file) == walk_of("a dog")


@pytest.mark.parametrize("suffix", [".gif", ".sd3walk"])
def test_a_pipe_is_refused_without_waiting(tmp_path, hang_guard, suffix):
    file = tmp_path / f"walk{suffix}"
    os.mkfifo(file)
    with pytest.raises(WalkError, match="can't be read: it is a pipe, not a file"):
        read_walk(file)


def test_a_playlist_opens_no_other_file(tmp_path, exported):
    exported(".mp4", walk_of("a dog"))
    file = tmp_path / "list.mp4"
    file.write_text("ffconcat version 1.0\nfile walk.mp4\n")
    assert read(file) is None


def test_the_case_of_the_suffix_does_not_matter(exported, tmp_path):
    exported(".webp", walk_of("a dog")).rename(tmp_path / "WALK.WEBP")
    assert read_walk(tmp_path / "WALK.WEBP") == walk_of("a dog")


def sampler_of(file):
    info = ParserManager().parse(file)
    (sampler,) = info.samplers
    return info, sampler


def test_other_programs_read_how_a_frame_was_made(exported):
    prompts = Prompts('a dog, "sitting"', "blurry")
    walk = Walk(
        path=Hold(prompts),
        sampler=Sampler(20, 6.5),
        timing=Timing(3),
        model=Model("stable_diffusion_3_medium"),
    )
    file = exported("", walk) / "frame-0002.png"
    info, sampler = sampler_of(file)
    assert info.generator.value == "AUTOMATIC1111"
    assert [prompt.value for prompt in sampler.prompts] == [prompts.prompt]
    assert [prompt.value for prompt in sampler.negative_prompts] == [prompts.negative_prompt]
    assert (sampler.name, sampler.model.name) == ("Euler", "stable_diffusion_3_medium")
    expected = {"steps": "20", "cfg_scale": "6.5", "seed": "42", "scheduler": "Flow match"}
    assert sampler.parameters == expected
    assert info.metadata["Size"] == "48x32"


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS)
@pytest.mark.parametrize("name", ["walk.png", "walk/frame-0001.png"])
def test_other_programs_can_read_every_prompt(exported, tmp_path, prompt, name):
    exported(".png", walk_of(prompt))
    exported("", walk_of(prompt))
    _, sampler = sampler_of(tmp_path / name)
    assert sampler.parameters["seed"] == "42"


def prompt_line(walk, index):
    return parameters(walk, index, 64, 64).splitlines()[0]


def test_a_frame_between_prompts_has_both_with_their_weights():
    walk = Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(5))
    lines = [prompt_line(walk, index) for index in (0, 1, 4)]
    assert lines == ["a dog", "a dog :0.75 AND a cat :0.25", "a cat"]


def test_the_middle_of_a_grid_has_all_four_prompts():
    corners = (Prompts("a"), Prompts("b"), Prompts("c"), Prompts("b"))
    assert prompt_line(Walk(path=Grid(corners, 3, 3)), 4) == "a :0.25 AND b :0.50 AND c :0.25"


def test_a_sheet_has_every_prompt_once():
    walk = Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a dog"))))
    assert prompt_line(walk, None) == "a dog AND a cat"


def test_a_frame_that_drifted_away_has_the_prompt_that_it_left():
    assert prompt_line(Walk(path=Wander(Prompts("a dog"))), 7) == "a dog"


@pytest.mark.parametrize(("noise", "seed"), [(Orbit(7), 7), (Travel((3, 4)), 3)])
def test_the_seed_is_the_one_that_decides_most(noise, seed):
    assert f"Seed: {seed}," in parameters(Walk(noise=noise), 1, 64, 64)


def test_a_still_of_one_frame_says_which_one(tmp_path, make_clip):
    walk = Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(5))
    export(make_clip(1, walk=walk, first=4), tmp_path / "frame.png")
    with Image.open(tmp_path / "frame.png") as picture:
        assert picture.text["parameters"].splitlines()[0] == "a cat"


FOLDERS = {
    "/home/alice/models/my sd3": "./my sd3",
    "/home/alice/models/my sd3/": "./my sd3",
    r"C:\Users\alice\my sd3": "./my sd3",
    "~/my sd3": "./my sd3",
    "../alice/my sd3": "./my sd3",
    "/home/alice/starter": "./starter",
    "~alice": "./model",
    "..": "./model",
    "/": "./model",
}


@pytest.mark.parametrize(("folder", "told"), FOLDERS.items())
def test_of_a_model_in_a_folder_only_the_folders_name_is_reported(folder, told):
    assert unwrap(wrap(Walk(model=Model(folder))).encode()) == Walk(model=Model(told))


@pytest.mark.parametrize("preset", ["starter", "stable_diffusion_3_medium", "kaggle://a/b/c/1", "hf://a/b"])
def test_a_model_that_others_can_get_is_reported_as_it_is(preset):
    assert unwrap(wrap(Walk(model=Model(preset))).encode()) == Walk(model=Model(preset))


@pytest.mark.parametrize("suffix", [*FILES, ""])
def test_where_a_model_is_stays_out_of_every_file(exported, suffix):
    file = exported(suffix, Walk(timing=Timing(3), model=Model("/home/alice/secret-project/my-sd3")))
    content = b"".join(path.read_bytes() for path in (file.iterdir() if file.is_dir() else [file]))
    assert b"my-sd3" in content
    assert b"alice" not in content
    assert b"secret" not in content


def test_a_file_whose_model_is_not_here_is_reported_as_that(exported):
    walk = read_walk(exported(".gif", Walk(timing=Timing(3), model=Model("/home/alice/my-sd3"))))
    with pytest.raises(PresetError) as refusal:
        locate(walk.model.preset)
    assert str(refusal.value).startswith('no preset and no folder is called "./my-sd3"; there are starter,')
    assert str(refusal.value).endswith("of a folder that is elsewhere, give the whole path")


def test_what_the_walk_leaves_to_its_model_is_in_the_parameters_if_it_is_known(tmp_path, make_clip):
    facts = ModelFacts("fingerprint", (32, 48), num_steps=28, guidance_scale=7.5)
    export(make_clip(1, walk=Walk(timing=Timing(1)), facts=facts), tmp_path / "walk.png")
    _, sampler = sampler_of(tmp_path / "walk.png")
    assert (sampler.parameters["steps"], sampler.parameters["cfg_scale"]) == ("28", "7.5")


def test_guidance_at_some_noise_levels_is_in_the_walk_that_a_file_carries(exported):
    # Other programs have no word for it, so their parameters don't say it.
    walk = replace(walk_of("a dog"), sampler=Sampler(16, 3.5, (0.25, 0.9)))
    file = exported(".png", walk)
    assert read(file) == walk
    assert sampler_of(file)[1].parameters["cfg_scale"] == "3.5"


def test_what_the_walk_says_itself_counts_more_than_its_model():
    facts = ModelFacts("fingerprint", (32, 48), num_steps=28, guidance_scale=7.5)
    walk = Walk(timing=Timing(1), sampler=Sampler(num_steps=4, guidance_scale=1.0))
    text = parameters(walk, 0, 32, 48, facts)
    assert "Steps: 4," in text
    assert "CFG scale: 1.0," in text
