"""Pictures from files of any kind: upright, in sRGB, small, and nothing else of them."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.pixels import MAX_SIDE, opened
from sd3explorer.pictures.taking import SUFFIXES, take, take_bytes
from sd3explorer.walk.pictures import MAX_PICTURE_BYTES

# Left red, right blue, so that it is seen how it was turned.
HALVES = Image.new("RGB", (64, 32), "red")
HALVES.paste("blue", (32, 0, 64, 32))


def encoded(image, kind, **how):
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def taken(image, kind, **how):
    return opened(take_bytes(encoded(image, kind, **how)))


def colour(image, x, y):
    return tuple(int(value) for value in np.asarray(image)[y, x])


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "GIF"])
def test_a_small_picture_stays_as_it_is(kind):
    assert np.array_equal(taken(HALVES, kind), HALVES)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_so_does_one_that_was_written_with_loss(kind):
    assert np.abs(np.asarray(taken(HALVES, kind, quality=95), int) - np.asarray(HALVES, int)).mean() < 4


def test_a_photo_is_turned_as_its_camera_was_held():
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = taken(HALVES, "PNG", exif=exif)
    assert turned.size == (32, 64)
    assert colour(turned, 16, 8) == (255, 0, 0)
    assert colour(turned, 16, 56) == (0, 0, 255)


def test_colours_of_another_profile_become_srgb():
    # Its first and second colours are the other way round.
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    grey = Image.new("LAB", (8, 8), (128, 128, 128))
    shown = colour(taken(grey, "TIFF", icc_profile=lab), 4, 4)
    assert max(shown) - min(shown) < 6


def test_a_damaged_profile_says_nothing():
    assert np.array_equal(taken(HALVES, "PNG", icc_profile=b"no profile"), HALVES)


def test_nothing_else_of_the_file_goes_along():
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = take_bytes(encoded(HALVES, "JPEG", exif=exif, icc_profile=srgb))
    assert b"taken at home" not in picture.data
    assert not {"exif", "icc_profile", "xmp"} & Image.open(io.BytesIO(picture.data)).info.keys()


def test_the_transparent_parts_are_white():
    image = Image.new("RGBA", (16, 16), (255, 0, 0, 0))
    assert colour(taken(image, "PNG"), 8, 8) == (255, 255, 255)
    palette = HALVES.convert("P")
    palette.info["transparency"] = palette.getpixel((0, 0))
    assert colour(taken(palette, "GIF", transparency=palette.getpixel((0, 0))), 8, 8) == (255, 255, 255)


def test_16_bits_become_8():
    values = np.tile(np.linspace(0, 65535, 64, dtype=np.uint16), (64, 1))
    shown = np.asarray(taken(Image.fromarray(values), "PNG"))[0, :, 0]
    assert np.abs(shown.astype(int) - np.linspace(0, 255, 64)).max() <= 1


def test_floats_are_shades_from_0_to_1():
    values = np.tile(np.array([0.0, 0.5, 1.0, np.nan], np.float32), (4, 1))
    assert np.asarray(taken(Image.fromarray(values), "TIFF"))[0, :, 0].tolist() == [0, 127, 255, 0]


def test_inks_become_colours():
    assert colour(taken(Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "TIFF"), 8, 8)[0] > 200


def test_of_an_animation_the_first_frame_counts():
    frames = [Image.new("RGB", (16, 16), "blue")]
    image = taken(Image.new("RGB", (16, 16), "red"), "GIF", save_all=True, append_images=frames)
    assert colour(image, 8, 8) == (255, 0, 0)


def test_a_large_photo_fits_into_a_walk_file():
    noise = np.random.default_rng(0).integers(0, 256, (1600, 2400, 3), np.uint8)
    picture = take_bytes(encoded(Image.fromarray(noise), "JPEG"))
    assert len(picture.data) <= MAX_PICTURE_BYTES
    image = opened(picture)
    assert max(image.size) <= MAX_SIDE
    assert image.width / image.height == pytest.approx(1.5, abs=0.01)


def test_one_file_is_one_picture(tmp_path):
    HALVES.save(tmp_path / "halves.png")
    assert take(tmp_path / "halves.png") == take(tmp_path / "halves.png")


def huge_png(side):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000))


@pytest.mark.parametrize("side", [20_000, 100_000, 2**31 - 1])
def test_a_huge_one_is_refused_before_it_is_decoded(side, tmp_path):
    (tmp_path / "huge.png").write_bytes(huge_png(side))
    with pytest.raises(PictureError, match=r"huge\.png has more than 128 megapixels; save a smaller copy"):
        take(tmp_path / "huge.png")


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", encoded(HALVES, "PNG")[:40], b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"],
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(PictureError, match="the picture can't be read"):
        take_bytes(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF", "TIFF", "GIF"])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_one_that_was_cut_short_is_refused_or_taken_but_nothing_else(kind, share):
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    data = encoded(Image.fromarray(noise), kind)
    try:
        assert take_bytes(data[: int(share * len(data))]).data
    except PictureError as error:
        assert "copy it again" in str(error) or "can't be read as a picture" in str(error)


@pytest.mark.parametrize("damage", ["items", "pixels"])
def test_an_avif_that_its_decoder_refuses_is_refused(damage):
    data = encoded(HALVES, "AVIF")
    start = data.index(b"mdat") + 4
    whole = {"items": data.replace(b"av01", b"av00"), "pixels": data[:start] + bytes(len(data) - start)}
    with pytest.raises(PictureError, match=r"the picture (can't be read as a picture|is damaged)"):
        take_bytes(whole[damage])


def test_what_is_only_a_little_damaged_is_taken_without_a_warning(recwarn):
    exif = Image.Exif()
    exif[0x0131] = "a program"
    data = encoded(HALVES, "TIFF", exif=exif)
    # Its last entry says that it is longer than the file.
    data = data.replace(struct.pack("<HHL", 0x0131, 2, 10), struct.pack("<HHL", 0x0131, 2, 10_000_000))
    take_bytes(data)
    assert not recwarn.list


def test_a_folder_and_a_missing_file_are_refused_by_name(tmp_path):
    with pytest.raises(PictureError, match=r"gone\.png can't be read"):
        take(tmp_path / "gone.png")
    with pytest.raises(PictureError, match="can't be read"):
        take(tmp_path)


def test_all_endings_are_those_of_formats_that_are_read():
    assert set(SUFFIXES) <= Image.registered_extensions().keys()
