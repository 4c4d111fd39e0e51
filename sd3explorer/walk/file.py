"""Walk files: `NAME.sd3walk`, versioned JSON that a person can read and a script can write."""

import json
import re
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path as FilePath
from typing import Any, cast

from sd3explorer.walk.fields import MAX_SEED, Fields, integer, number, printable, text
from sd3explorer.walk.files import reading, reason, replacing
from sd3explorer.walk.noises import Fixed, NoisePlan, Orbit, Travel, Varying
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Path, Prompts, Wander
from sd3explorer.walk.recipe import Ones, RandomDirection
from sd3explorer.walk.timing import Easing, Ending, Timing
from sd3explorer.walk.walk import Model, Sampler, Walk, WalkError

FORMAT = "sd3explorer-walk"
VERSION = 1
SUFFIX = ".sd3walk"

MAX_FILE_BYTES = 16_000_000
MAX_FRAMES = 100_000
MAX_KEYFRAMES = 1_000
# Texts, commas and opening brackets: far more than a walk has, as each takes far more memory than its text.
MAX_TOKENS = 250_000

Document = dict[str, Any]

# A text that has no end is one as well, so that its end isn't looked for again from its middle.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?|[,\[{]', re.DOTALL)

# For each older version, what turns its fields into the next version's.
MIGRATIONS: Mapping[int, Callable[[Fields], Fields]] = {}


def load(file: FilePath) -> Walk:
    """Reads a walk file.

    Raises:
        WalkError: The file can't be read, or isn't a walk this app knows.
    """
    try:
        with reading(file) as opened:
            data = opened.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise WalkError(f"{file}: can't be read: {reason(error)}") from error
    try:
        return parse(data)
    except WalkError as error:
        raise WalkError(f"{file}: {error}") from error


def save(walk: Walk, file: FilePath) -> None:
    """Writes a walk file, whole or not at all.

    Raises:
        WalkError: The file can't be written, or would be too large to be read again.
    """
    data = dump(walk).encode()
    if len(data) > MAX_FILE_BYTES:
        raise WalkError(
            f"{file}: can't be written: a walk file has {MAX_FILE_BYTES // 1_000_000} MB at most; "
            "shorten its prompts"
        )
    try:
        with replacing(file) as temporary:
            temporary.write_bytes(data)
    except OSError as error:
        raise WalkError(f"{file}: can't be written: {reason(error)}") from error


def parse(data: bytes) -> Walk:
    """The walk in the bytes of a walk file.

    Raises:
        WalkError: They hold no walk this app knows.
    """
    if len(data) > MAX_FILE_BYTES:
        raise WalkError(f"is larger than {MAX_FILE_BYTES // 1_000_000} MB, so it can't be a walk file")
    if next(islice(_TOKEN.finditer(data), MAX_TOKENS, None), None):
        raise WalkError("is no JSON that a walk could be made of: too deep, or with too many values")
    try:
        document = json.loads(
            data.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_unique
        )
    except UnicodeDecodeError as error:
        raise WalkError("is not text, so it can't be a walk file") from error
    except json.JSONDecodeError as error:
        raise WalkError(
            f"is no complete JSON (line {error.lineno}, column {error.colno}: {error.msg})"
        ) from error
    except (RecursionError, ValueError) as error:
        raise WalkError("is no JSON that a walk could be made of: too deep, or a number too long") from error
    return from_document(document)


def from_document(document: object) -> Walk:
    """The walk in a JSON document.

    Raises:
        WalkError: A field is missing, unknown, of the wrong type or impossible.
    """
    fields = Fields(document, "")
    if fields.take("format") != FORMAT:
        raise WalkError(f'is not a walk file: its "format" must be "{FORMAT}"')
    version = fields.integer("version", 1, 2**31)
    if version > VERSION:
        raise WalkError(
            f"is a walk of version {version}, but this app knows versions up to {VERSION}: update sd3explorer"
        )
    for older in range(version, VERSION):
        fields = MIGRATIONS[older](fields)
    default = Walk()
    walk = Walk(
        title=fields.text("title", default.title),
        path=_path(fields.take("path")) if fields.has("path") else default.path,
        noise=_noise(fields.take("noise")) if fields.has("noise") else default.noise,
        timing=_timing(fields.take("timing")) if fields.has("timing") else default.timing,
        sampler=_sampler(fields.take("sampler")) if fields.has("sampler") else default.sampler,
        model=_model(fields.take("model")) if fields.has("model") else default.model,
    )
    fields.finish(("format", "version", "title", "model", "sampler", "path", "noise", "timing"))
    if walk.frame_count > MAX_FRAMES:
        raise WalkError(f"path: rows × columns must be at most {MAX_FRAMES}, not {walk.frame_count}")
    return walk


def dump(walk: Walk) -> str:
    """The text of the walk's file."""
    return json.dumps(to_document(walk), indent=1, ensure_ascii=False) + "\n"


def to_document(walk: Walk) -> Document:
    """The walk as a JSON document; `from_document` gives the equal walk back.

    A grid has no `timing.frames` in its file, so it comes back with the default there.
    """
    model: Document = {"preset": walk.model.preset}
    if walk.model.image_size:
        model["image_size"] = list(walk.model.image_size)
    interval = walk.sampler.guidance_interval
    sampler = {
        "num_steps": walk.sampler.num_steps,
        "guidance_scale": walk.sampler.guidance_scale,
        "guidance_interval": list(interval) if interval else None,
    }
    timing: Document = {"frame_rate": walk.timing.frame_rate, "ending": walk.timing.ending.value}
    if not isinstance(walk.path, Grid):
        timing = {"frames": walk.timing.frames} | timing
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": walk.title,
        "model": model,
        "sampler": {name: value for name, value in sampler.items() if value is not None},
        "path": _path_document(walk.path),
        "noise": _noise_document(walk.noise),
        "timing": timing,
    }


def _path(value: object) -> Path:
    fields = Fields(value, "path")
    match fields.word("kind", ("morph", "grid", "wander", "hold"), "morph"):
        case "morph":
            keyframes = fields.items("keyframes")
            if not 2 <= len(keyframes) <= MAX_KEYFRAMES:
                raise WalkError(
                    f"path.keyframes: a morph needs 2 to {MAX_KEYFRAMES} keyframes, not {len(keyframes)}"
                )
            path = Morph(
                tuple(_keyframe(item, f"path.keyframes[{number}]") for number, item in enumerate(keyframes)),
                closed=fields.flag("closed", False),
            )
            fields.finish(("kind", "keyframes", "closed"))
        case "grid":
            corners = fields.items("corners")
            if len(corners) != 4:
                raise WalkError(f"path.corners: a grid has 4 corners, this one has {len(corners)}")
            first, second, third, fourth = (_prompts(c, f"path.corners[{n}]") for n, c in enumerate(corners))
            path = Grid(
                (first, second, third, fourth),
                rows=fields.integer("rows", 1, MAX_FRAMES, 8),
                columns=fields.integer("columns", 1, MAX_FRAMES, 8),
            )
            fields.finish(("kind", "corners", "rows", "columns"))
        case "wander":
            prompts = _prompts(fields.take("prompt"), "path.prompt")
            step_size = fields.number("step_size", -1000.0, 1000.0, 0.01)
            direction = _direction(fields)
            path = Wander(prompts, step_size, direction)
            seed = () if isinstance(direction, Ones) else ("seed",)
            fields.finish(("kind", "prompt", "step_size", "direction", *seed))
        case _:
            path = Hold(_prompts(fields.take("prompt"), "path.prompt"))
            fields.finish(("kind", "prompt"))
    return path


def _keyframe(value: object, name: str) -> Keyframe:
    fields = Fields(value, name)
    keyframe = Keyframe(
        prompt=fields.text("prompt", ""),
        negative_prompt=fields.text("negative_prompt", ""),
        span=fields.number("span", 1e-6, 1e6, 1.0),
        easing=fields.choice("easing", Easing, Easing.LINEAR),
    )
    fields.finish(("prompt", "negative_prompt", "span", "easing"))
    return keyframe


def _prompts(value: object, name: str) -> Prompts:
    if not isinstance(value, dict):
        return Prompts(text(value, name))
    fields = Fields(cast(object, value), name)
    prompts = Prompts(fields.text("prompt", ""), fields.text("negative_prompt", ""))
    fields.finish(("prompt", "negative_prompt"))
    return prompts


def _direction(fields: Fields) -> Ones | RandomDirection:
    if fields.word("direction", ("ones", "random"), "ones") == "ones":
        return Ones()
    return RandomDirection(fields.integer("seed", 0, MAX_SEED, 42))


def _noise(value: object) -> NoisePlan:
    fields = Fields(value, "noise")
    kind = fields.word("kind", ("fixed", "varying", "orbit", "travel"), "fixed")
    if kind != "travel":
        seed = fields.integer("seed", 0, MAX_SEED, 42)
        fields.finish(("kind", "seed"))
        return {"fixed": Fixed, "varying": Varying, "orbit": Orbit}[kind](seed)
    seeds = fields.items("seeds")
    if not 2 <= len(seeds) <= MAX_KEYFRAMES:
        raise WalkError(f"noise.seeds: travel needs 2 to {MAX_KEYFRAMES} seeds, this one has {len(seeds)}")
    closed = fields.flag("closed", False)
    fields.finish(("kind", "seeds", "closed"))
    return Travel(tuple(integer(s, f"noise.seeds[{n}]", 0, MAX_SEED) for n, s in enumerate(seeds)), closed)


def _timing(value: object) -> Timing:
    fields, default = Fields(value, "timing"), Timing()
    timing = Timing(
        frames=fields.integer("frames", 1, MAX_FRAMES, default.frames),
        frame_rate=fields.number("frame_rate", 0.01, 1000.0, default.frame_rate),
        ending=fields.choice("ending", Ending, default.ending),
    )
    fields.finish(("frames", "frame_rate", "ending"))
    return timing


def _sampler(value: object) -> Sampler:
    fields = Fields(value, "sampler")
    sampler = Sampler(
        num_steps=fields.integer("num_steps", 1, 1000) if fields.has("num_steps") else None,
        guidance_scale=fields.number("guidance_scale", 0.0, 100.0) if fields.has("guidance_scale") else None,
        guidance_interval=_interval(fields.items("guidance_interval"))
        if fields.has("guidance_interval")
        else None,
    )
    fields.finish(("num_steps", "guidance_scale", "guidance_interval"))
    return sampler


def _interval(levels: list[object]) -> tuple[float, float]:
    name = "sampler.guidance_interval"
    if len(levels) != 2:
        raise WalkError(f"{name}: must be [low, high], noise levels from 0 to 1, not {len(levels)} numbers")
    low, high = (number(level, f"{name}[{place}]", 0.0, 1.0) for place, level in enumerate(levels))
    if low >= high:
        raise WalkError(f"{name}: must be [low, high] with low below high, not [{low:g}, {high:g}]")
    return low, high


def _model(value: object) -> Model:
    fields = Fields(value, "model")
    preset = fields.text("preset", Model().preset)
    if not preset.strip():
        raise WalkError("model.preset: must name a preset, not be empty")
    image_size = _image_size(fields.items("image_size")) if fields.has("image_size") else None
    fields.finish(("preset", "image_size"))
    return Model(preset, image_size)


def _image_size(sizes: list[object]) -> tuple[int, int]:
    if len(sizes) != 2:
        raise WalkError(f"model.image_size: must be [height, width], not {len(sizes)} numbers")
    height, width = (
        integer(size, f"model.image_size[{number}]", 8, 8192) for number, size in enumerate(sizes)
    )
    if height % 8 or width % 8:
        raise WalkError(
            f"model.image_size: height and width must be multiples of 8, not {height} and {width}"
        )
    return height, width


def _path_document(path: Path) -> Document:
    match path:
        case Morph():
            keyframes = [
                {
                    "prompt": keyframe.prompt,
                    "negative_prompt": keyframe.negative_prompt,
                    "span": keyframe.span,
                    "easing": keyframe.easing.value,
                }
                for keyframe in path.keyframes
            ]
            return {"kind": "morph", "closed": path.closed, "keyframes": keyframes}
        case Grid():
            corners = [_prompts_document(corner) for corner in path.corners]
            return {"kind": "grid", "corners": corners, "rows": path.rows, "columns": path.columns}
        case Wander():
            document = {
                "kind": "wander",
                "prompt": _prompts_document(path.prompt),
                "step_size": path.step_size,
            }
            match path.direction:
                case Ones():
                    return document | {"direction": "ones"}
                case RandomDirection(seed):
                    return document | {"direction": "random", "seed": seed}
        case Hold():
            return {"kind": "hold", "prompt": _prompts_document(path.prompt)}


def _prompts_document(prompts: Prompts) -> Document | str:
    if not prompts.negative_prompt:
        return prompts.prompt
    return {"prompt": prompts.prompt, "negative_prompt": prompts.negative_prompt}


def _noise_document(noise: NoisePlan) -> Document:
    match noise:
        case Travel(seeds, closed):
            return {"kind": "travel", "seeds": list(seeds), "closed": closed}
        case Fixed(seed) | Varying(seed) | Orbit(seed):
            return {"kind": type(noise).__name__.lower(), "seed": seed}


def _refuse_constant(name: str) -> None:
    raise WalkError(f"holds {name}, which is no number that a walk could use")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    document = dict(pairs)
    if len(document) < len(pairs):
        seen: set[str] = set()
        double = next(key for key, _ in pairs if key in seen or seen.add(key))
        raise WalkError(f'holds the field "{printable(double)}" twice in one object')
    return document
