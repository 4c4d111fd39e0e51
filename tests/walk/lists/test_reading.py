"""Lists in files, and texts that may be anything."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import is_list, read, read_file
from sd3explorer.walk.lists.reading import MAX_BYTES

json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["0", "9", "prompts", "keyframes", "rendered_frames", "positive", "from", "frame", "fps"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    st.text()
    | json_like.map(json.dumps)
    | st.text(alphabet='prompt,frame"\n;\t0123{}[]: ').map("prompt,".__add__)
)
def test_any_text_is_read_or_refused_in_a_sentence(text):
    try:
        listed = read(text, 64)
    except WalkError as error:
        assert len(str(error)) < 400
    else:
        assert 1 <= len(listed.keyframes) <= 1_000


@pytest.mark.parametrize("name", ["a.txt", "a.CSV", "a.tsv", "a.json"])
def test_lists_are_known_by_their_names(tmp_path, name):
    assert is_list(tmp_path / name)
    assert not is_list(tmp_path / "a.sd3walk")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_may_have_any_encoding_that_spreadsheets_write(tmp_path, encoding):
    file = tmp_path / "list.txt"
    file.write_bytes("frame\tprompt\n0\tein Bär\n9\tein Hund\n".encode(encoding))
    assert read_file(file, 64).keyframes[0].prompt == "ein Bär"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("list.txt", b"a dog \xff\xfe\xfd", "the list is not text in UTF-8: save it as such"),
        ("list.txt", b"\x89PNG\x00\x01", "the list is not text"),
        ("list.txt", b"a\x00b", "the list is not text: it holds zeros"),
        ("list.txt", b"\xff\xfea", "the list is not text in UTF-8"),
        ("list.csv", b"", "the list has no prompts"),
        ("list.json", b"a dog", "the list isn't complete JSON (line 1, column 1"),
        ("list.json", b"3", "the list must be an object in braces, not 3"),
        ("list.txt", b"x" * (MAX_BYTES + 1), "the list is larger than 16 MB: leave something out"),
    ],
)
def test_damaged_files_are_refused_in_a_sentence_that_names_them(tmp_path, name, content, message):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(WalkError) as error:
        read_file(file, 64)
    assert str(error.value).startswith(f"{file}: {message}")


def test_what_is_no_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("pipe.txt", "none.txt"):
        with pytest.raises(WalkError, match=f"{name}: can't be read"):
            read_file(tmp_path / name, 64)
