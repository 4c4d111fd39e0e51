"""What people bring beside walks, damaged or by strangers: lists of prompts, wildcards, LoRAs, pictures."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import numpy as np
from PIL import Image, PngImagePlugin

from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.made_by import made_by
from sd3explorer.pictures.pixels import opened
from sd3explorer.pictures.taking import FORMATS, take
from sd3explorer.presets.loras import lora
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import Folder, consequences, has_wildcards, read_file, with_drawn, with_prompts
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.walk import Walk
from tests.export.conftest import smooth_frame
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.mutation import mutated_bytes, mutated_document, text_of
from tests.pictures.test_made_by import A1111, WORKFLOW
from tests.presets.loras.made import kernels, model, pair, write_lora
from tests.walk.lists.test_deforum import PROMPTS
from tests.walk.lists.test_parseq import KEYFRAMES, prompt

ERRORS = (PictureError, PresetError, WalkError)

DOCUMENTS: tuple[Any, ...] = (
    PROMPTS,
    {"prompts": PROMPTS, "max_frames": 120, "fps": 15, "animation_prompts_positive": "a photo of"},
    {"prompts": [prompt("a cat", 0, 30), prompt("a swan", 30, 120)], "keyframes": KEYFRAMES},
    {"rendered_frames": [{"frame": frame, "deforum_prompt": "a --neg x"} for frame in range(4)]},
    ["a dog", "a {red|3::blue} cat --neg dark", {"prompt": "a fox", "span": 2, "easing": "ease-in"}],
)
TEXTS = (
    "# a list\na dog\n\na {red|3::blue|__colour__} cat --neg dark\n2: a fox\n",
    "prompt\tnegative_prompt\tframe\tseed\na dog\tdark\t0\t1\na cat\t\t30\t\n",
    'prompt;span;easing;guidance_scale\n"a; dog";2;linear;3.5\na cat;1;ease-in-out;\n',
)
WILD = "a {red|3::blue|__colour__|{old|new}} dog, __animal/small__"
FILES = {"colour.txt": "red\n# none\n2::__animal/small__\nblue", "animal/small.txt": "cat\n{fox|__colour__}"}


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """One file is changed, by its grammar or by bytes, and read as the app does when it is brought."""
    kinds = (_lists(folder), _wildcards(folder), _loras(folder), _pictures(folder), _made_elsewhere(folder))

    def trial(random: Random) -> None:
        try:
            random.choice(kinds)(random)
        except ERRORS as error:
            check_sentence(error)

    yield trial


def _lists(folder: Path) -> Trial:
    def trial(random: Random) -> None:
        if random.random() < 0.6:
            file, document = folder / "list.json", random.choice(DOCUMENTS)
            data = text_of(mutated_document(document, random, DOCUMENTS), random)
        else:
            file, data = folder / "list.txt", random.choice(TEXTS).encode()
        if file.suffix == ".txt" or random.random() < 0.3:
            data = mutated_bytes(data, random, [text.encode() for text in TEXTS])
        file.write_bytes(data)
        before = Walk()
        listed = read_file(file, before.frame_count)
        walk = with_prompts(before, listed)
        for sentence in consequences(listed, before, walk):
            check_sentence(sentence)
        _check_walk(walk)

    return trial


def _wildcards(folder: Path) -> Trial:
    place = folder / "wildcards"
    (place / "animal").mkdir(parents=True)

    def trial(random: Random) -> None:
        changed = random.choice((*FILES, ""))
        others = [text.encode() for text in FILES.values()]
        for name, text in FILES.items():
            data = text.encode()
            (place / name).write_bytes(mutated_bytes(data, random, others) if name == changed else data)
        wild = WILD if changed else mutated_bytes(WILD.encode(), random, others).decode(errors="replace")
        walk = Walk(path=Morph((Keyframe(wild), Keyframe("a cat"))))
        drawn = with_drawn(walk, random.getrandbits(32), Folder(place))
        again = with_drawn(walk, 7, Folder(place))
        if again != with_drawn(walk, 7, Folder(place)):
            raise Fault(Kind.WRONG, "the same seed draws something else")
        # What a file says is text from then on.
        has_wildcards(drawn.path)
        _check_walk(drawn)

    return trial


def _check_walk(walk: Walk) -> None:
    """What was taken can be saved, and is the same when it is read."""
    if Walk.parse(walk.dump().encode()) != walk:
        raise Fault(Kind.WRONG, "a walk is another one when it is read again")


def _loras(folder: Path) -> Trial:
    preset: Any = model()
    pairs = {name: pair(weight.shape, 0) for name, weight in list(kernels().items())[:6]}
    file = write_lora(folder / "mine.safetensors", pairs, "transformer.{}", alpha=2.0, metadata={"a": "b"})
    data = file.read_bytes()
    length = int.from_bytes(data[:8], "little")
    document, tail = json.loads(data[8 : 8 + length]), data[8 + length :]
    settings: Any = {"r": 3, "lora_alpha": 2.0, "rank_pattern": {"a": 1}, "alpha_pattern": {"b": 2}}

    def trial(random: Random) -> None:
        header = json.dumps(document).encode()
        if random.random() < 0.8:
            header = text_of(mutated_document(document, random, [document, settings]), random)
        changed = len(header).to_bytes(8, "little") + header + tail
        file.write_bytes(mutated_bytes(changed, random) if random.random() < 0.3 else changed)
        beside = file.with_name("adapter_config.json")
        beside.write_bytes(text_of(mutated_document(settings, random, [document]), random))
        _each(
            lambda: lora.is_lora(file),
            lambda: lora.check_lora(file, None),
            lambda: lora.check_lora(file, preset),
            lambda: _add(file),
        )

    return trial


def _add(file: Path) -> None:
    # What stands in for a preset is no dataclass, nor are its copies.
    with patch.object(lora, "replace", lambda _, loras: model(loras)):
        preset: Any = lora.preset_with_loras(model(), [str(file)])  # type: ignore[arg-type]
    for each in preset.loras:
        for term in lora.terms(each, preset, ("mmdit",)):
            if term.down.shape[1:] != (np.prod(term.weight.shape[1:]),) or len(term.down) != term.up.shape[1]:
                raise Fault(Kind.WRONG, "what is added has another shape")


def _pictures(folder: Path) -> Trial:
    made = {}
    for name in FORMATS:
        file = folder / f"picture.{name.lower()}"
        picture = Image.fromarray(smooth_frame(3, 40, 56))
        picture.save(file, format=name, **({"exif": _turned()} if name in ("JPEG", "WEBP", "PNG") else {}))
        made[file] = file.read_bytes()

    def trial(random: Random) -> None:
        file = random.choice(list(made))
        changed = file.with_stem("changed")
        changed.write_bytes(mutated_bytes(made[file], random, list(made.values())))
        _each(lambda: made_by(changed), lambda: opened(take(changed)))

    return trial


def _turned() -> Image.Exif:
    exif = Image.Exif()
    # Orientation, and the program.
    exif[0x0112], exif[0x0131] = 6, "sd3explorer"
    return exif


def _made_elsewhere(folder: Path) -> Trial:
    file = folder / "elsewhere.png"
    documents: tuple[Mapping[str, Any], ...] = (WORKFLOW, {"steps": 28, "seed": 1, "scale": 5.0, "uc": "x"})

    def trial(random: Random) -> None:
        info = PngImagePlugin.PngInfo()
        if random.random() < 0.5:
            said = mutated_bytes(A1111.encode(), random).decode("latin-1")
            info.add_itxt("parameters", said)
        else:
            changed = mutated_document(random.choice(documents), random, documents)
            said = text_of(changed, random).decode("utf-8", "replace")
            for name in random.choice((("prompt",), ("prompt", "workflow"), ("Comment",))):
                info.add_itxt(name, said)
            info.add_text("Software", "NovelAI")
        Image.new("RGB", (8, 8)).save(file, pnginfo=info)
        if (found := made_by(file)) is not None:
            walk = Walk(path=Morph((Keyframe(found.prompt, found.negative_prompt), Keyframe())))
            _check_walk(walk)

    return trial


def _each(*reads: Callable[[], object]) -> None:
    """What one refuses, another may take."""
    for read in reads:
        try:
            read()
        except ERRORS as error:
            check_sentence(error)


CAMPAIGN = Campaign(
    "brought",
    "prompt lists, wildcards, LoRAs and pictures changed by their grammar and by bytes",
    prepare,
    100_000,
    short=150,
)
