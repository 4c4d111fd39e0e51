"""Pictures as keyframes: in files, in recipes, on the way to other keyframes."""

import base64
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.editing import with_keyframe_made
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.keeping import with_version
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.pictures import (
    MAX_PICTURE_BYTES,
    MAX_PICTURES,
    KeyframePicture,
    Mode,
    picture_of,
)
from sd3explorer.walk.recipe import Gaussian, Inverted, Picture, PictureLatents, Pull, Slerp
from sd3explorer.walk.stars import star_of
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk

FACTS = ModelFacts("0123abcd", (64, 64), 16, 2.5)
PHOTO, OTHER = picture_of(b"a photo"), picture_of(b"another one")
LATENTS = PictureLatents(PHOTO, 0.5, 0.5, 1.0)


def walk(first, second=None, frames=9):
    keyframes = (Keyframe("a dog", picture=first), Keyframe("a cat", picture=second))
    return Walk(path=Morph(keyframes), timing=Timing(frames, motion=Motion.STEADY))


def near(strength=0.6, picture=PHOTO):
    return KeyframePicture(picture, Mode.NEAR, strength)


def through(strength=0.0, picture=PHOTO):
    return KeyframePicture(picture, Mode.THROUGH, strength)


pictures = st.builds(
    KeyframePicture,
    st.sampled_from([PHOTO, OTHER]),
    st.sampled_from(Mode),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(1, 16),
)


class TestInRecipes:
    def test_near_a_picture_is_led_to_it_for_the_share_of_steps_that_strength_leaves(self):
        recipe = walk(near(0.75)).recipe(0, FACTS)
        assert recipe.pull == Pull(LATENTS, 1.0, 0.25)
        assert recipe.noise == Gaussian(42)

    def test_through_a_picture_begins_with_its_own_noise_and_is_led_to_it_all_the_way(self):
        recipe = walk(through()).recipe(0, FACTS)
        assert recipe.pull == Pull(LATENTS, 1.0, 1.0)
        assert recipe.noise == Inverted(LATENTS)

    def test_strength_leads_away_from_the_picture(self):
        recipe = walk(through(0.25)).recipe(0, FACTS)
        assert recipe.pull == Pull(LATENTS, 0.75, 1.0)
        assert recipe.noise == Slerp(Inverted(LATENTS), Gaussian(42), 0.25)

    @pytest.mark.parametrize("picture", [near(1.0), through(1.0)])
    def test_at_full_strength_nothing_of_it_is_left(self, picture):
        assert walk(picture).recipe(0, FACTS) == walk(None).recipe(0, FACTS)

    def test_the_pull_ends_half_way_to_the_next_keyframe(self):
        weights = [walk(near()).recipe(frame, FACTS).pull for frame in range(9)]
        assert [pull and pull.weight for pull in weights[:4]] == [1.0, 0.5625, 0.25, 0.0625]
        assert weights[4:] == [None] * 5

    def test_between_two_pictures_each_frame_is_led_to_the_nearer_one(self):
        recipes = [walk(through(), through(picture=OTHER)).recipe(frame, FACTS) for frame in range(9)]
        led_to = [recipe.pull and recipe.pull.latents.picture for recipe in recipes]
        assert led_to == [PHOTO] * 4 + [None] + [OTHER] * 4

    def test_one_picture_at_both_ends_is_held(self):
        assert {walk(near(), near()).recipe(frame, FACTS).pull for frame in range(9)} == {
            Pull(LATENTS, 1.0, 0.4)
        }

    def test_recipes_are_called_by_the_picture_and_not_by_its_bytes(self):
        one = walk(near()).recipe(0, FACTS)
        other = walk(near()).without_pictures().recipe(0, FACTS)
        assert one.digest == other.digest
        # Else who gives a picture that was missing would change nothing.
        assert one != other
        assert one.pictures[0].data == b"a photo"
        assert other.pictures[0].data == b""

    def test_other_parts_of_it_are_other_recipes(self):
        moved = walk(replace(near(), x=0.25)).recipe(0, FACTS)
        assert moved.digest != walk(near()).recipe(0, FACTS).digest

    def test_a_walk_without_pictures_has_the_recipes_that_it_always_had(self):
        digest = "c710fc6adb08b91b9f8187f3045e70a57a22bfbff498907ff52d170dff59889a"
        assert walk(None).recipe(3, FACTS).digest == digest


class TestPinned:
    @given(pictures, st.none() | pictures, st.integers(1, 7))
    def test_a_keyframe_that_is_made_on_the_way_changes_no_picture(self, first, second, frame):
        before = walk(first, second)
        made = with_keyframe_made(before, frame, FACTS)
        assert len(made.path.keyframes) == 3
        for each in range(9):
            assert made.recipe(each, FACTS) == before.recipe(each, FACTS)


class TestInFiles:
    @given(pictures, st.none() | pictures)
    def test_a_walk_file_gives_the_picture_back(self, first, second):
        before = walk(first, second)
        after = Walk.parse(before.dump().encode())
        assert after == before
        assert [picture.data for picture in after.path.pictures] == [
            picture.data for picture in before.path.pictures
        ]

    def test_one_that_is_in_a_mix_too(self):
        before = with_keyframe_made(walk(near(), through(picture=OTHER)), 3, FACTS)
        after = Walk.parse(before.dump().encode())
        assert after == before
        assert all(picture.data for picture in after.path.pictures)

    def test_a_picture_that_many_show_is_there_once(self):
        assert walk(near(), near(0.3)).dump().count(base64.b64encode(b"a photo").decode()) == 1

    def test_without_pictures_only_their_names_are_there(self):
        bare = walk(near()).without_pictures()
        assert base64.b64encode(b"a photo").decode() not in bare.dump()
        assert Walk.parse(bare.dump().encode()).path.pictures == (Picture(PHOTO.digest),)
        assert bare != walk(near())

    def test_a_walk_without_any_is_written_as_before(self):
        assert "picture" not in walk(None).dump()

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({PHOTO.digest: base64.b64encode(b"another").decode()}, "is damaged"),
            ({PHOTO.digest: "***"}, "must be a WebP file in base64"),
            ({PHOTO.digest: 7}, "must be a text in quotes"),
            ({"../../etc": "AAAA"}, "must be called by SHA-256"),
            ([], "must be an object"),
            ({f"{number:064x}": "" for number in range(MAX_PICTURES + 1)}, "64 pictures at most"),
            ({PHOTO.digest: "A" * (2 * MAX_PICTURE_BYTES)}, "at most"),
        ],
    )
    def test_what_is_no_picture_is_refused_by_name(self, change, message):
        document = json.loads(walk(near()).dump()) | {"pictures": change}
        with pytest.raises(WalkError, match=r"^pictures") as refused:
            Walk.from_document(document)
        assert message in str(refused.value)

    @pytest.mark.parametrize(
        ("field", "value"),
        [("sha256", "abc"), ("mode", "over"), ("strength", 1.5), ("x", -1), ("zoom", 0.5), ("colour", 1)],
    )
    def test_an_impossible_field_is_refused_by_name(self, field, value):
        document = json.loads(walk(near()).dump())
        document["path"]["keyframes"][0]["picture"][field] = value
        with pytest.raises(WalkError, match=rf"path\.keyframes\[0\]\.picture\.{field}"):
            Walk.from_document(document)


def test_a_picture_that_versions_share_is_written_once_and_comes_back_in_each():
    shown = Walk(path=Morph((Keyframe("a", picture=near(0.5)), Keyframe("b"))))
    kept = with_version(shown, "with it")
    kept = with_version(replace(kept, noise=Fixed(7)), "another seed")
    kept = with_version(
        replace(kept, path=Morph((Keyframe("a", picture=near(0.5, OTHER)), Keyframe("b")))), "c"
    )
    for each in (kept, replace(kept, path=Morph((Keyframe("a"), Keyframe("b"))))):
        text = each.dump()
        again = Walk.parse(text.encode())
        assert again == each
        data = [picture.data for version in again.versions for picture in version.walk.path.pictures]
        assert data == [PHOTO.data, PHOTO.data, OTHER.data]
        assert text.count(base64.b64encode(PHOTO.data).decode()) == 1


@pytest.mark.parametrize("first", [near(0.5), through(0.3)])
def test_a_star_on_a_picture_is_one_whichever_way_it_is_shown(first):
    frames = walk(first)
    stars = [star_of(frames.recipe(index, FACTS)) for index in range(9)]
    assert len(set(stars)) == 9
    more = replace(frames, timing=Timing(17, motion=Motion.STEADY))
    assert [star_of(more.recipe(2 * index, FACTS)) for index in range(9)] == stars
