"""What a preset's configuration may say: KerasHub's own classes, and numbers that a model can have.

Keras imports and builds whatever it reads there. So this is looked at first, and without Keras.
"""

import re
from typing import Any, cast

from sd3explorer.walk.printable import shortened

BACKBONE = "StableDiffusion3Backbone"

# The parts of a preset of Stable Diffusion 3.
CLASSES = {
    BACKBONE,
    "VAEBackbone",
    "CLIPTextEncoder",
    "T5Encoder",
    "StableDiffusion3TextToImagePreprocessor",
    "CLIPPreprocessor",
    "CLIPTokenizer",
    "CLIPImageConverter",
    "T5Preprocessor",
    "T5Tokenizer",
}
POLICIES = re.compile(r"\w*DTypePolicy(Map)?")
MODULE = re.compile(r"keras_hub(\.\w+)+")
POLICY_MODULE = re.compile(r"keras(\.\w+)*")

# What Keras would do beside making the object.
DEEDS = ("build_config", "compile_config", "shared_object_id")
# These come from the preset's own files. Elsewhere they would be any file of this machine.
FROM_FILES = ("vocabulary", "merges", "proto")
WORD = re.compile(r"[\w.>/ -]{0,200}")
FILE_NAME = re.compile(r"\w[\w-]*\.json")

# Whole numbers that decide how much is built, and the most they may be: several times what Stable Diffusion
# 3.5 Large and its T5 have. A layer takes milliseconds to build, a number of a size memory.
MOST = {
    "mmdit_num_layers": 256,
    "num_layers": 256,
    "encoder_num_blocks": 32,
    "decoder_num_blocks": 32,
    "mmdit_num_heads": 1024,
    "num_heads": 1024,
    "mmdit_patch_size": 64,
    "mmdit_position_size": 4096,
    "mmdit_hidden_dim": 65_536,
    "hidden_dim": 65_536,
    "embedding_dim": 65_536,
    "intermediate_dim": 262_144,
    "encoder_num_filters": 16_384,
    "decoder_num_filters": 16_384,
    "input_channels": 1024,
    "latent_channels": 1024,
    "output_channels": 1024,
    "sample_channels": 2048,
    "image_shape": 65_536,
    "max_sequence_length": 4096,
    "sequence_length": 4096,
    "num_train_timesteps": 1_000_000,
    "vocabulary_size": 1_000_000,
}
# What the heads of an attention share among them.
SHARED = (("mmdit_hidden_dim", "mmdit_num_heads"), ("hidden_dim", "num_heads"))
MOST_OF_ANYTHING = 1_000_000
# Of these there are several: stacks of a VAE, sides of a picture.
LISTS = (
    "encoder_num_blocks",
    "decoder_num_blocks",
    "encoder_num_filters",
    "decoder_num_filters",
    "image_shape",
)
MOST_ITEMS = 16
DEEPEST = 16

Path = tuple[str, ...]


def check_configuration(document: object) -> None:
    """Refuses what is no configuration of a Stable Diffusion 3 preset, or of a model nobody could build.

    A field that is missing is left to KerasHub, which knows the defaults.

    Args:
        document: What the JSON file has: a serialized object of Keras.

    Raises:
        ValueError: A field and what is wrong with it, as the end of a sentence.
    """
    try:
        _check(document, ())
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _check(value: object, path: Path) -> None:
    if len(path) > DEEPEST:
        raise ValueError(f"{_named(path)} is nested too deeply")
    field = path[-1] if path else ""
    if field in FROM_FILES and value is not None:
        raise ValueError(f"{_named(path)} must be left to the preset's own files")
    match value:
        case None | bool():
            pass
        case int() | float():
            _check_number(value, field, path)
        case str():
            _check_word(value, field, path)
        case list():
            items = cast(list[object], value)
            if field in MOST and field not in LISTS:
                raise ValueError(f"{_named(path)} is a list, where one number is possible")
            if field in MOST and len(items) > MOST_ITEMS:
                raise ValueError(f"{_named(path)} has {len(items)} numbers, where {MOST_ITEMS} are the most")
            if field in MOST and any(isinstance(item, list) for item in items):
                raise ValueError(f"{_named(path)} has a list in it, where numbers are possible")
            for item in items:
                _check(item, path)
        case dict() if field in MOST:
            raise ValueError(f"{_named(path)} is an object, where numbers are possible")
        case dict():
            fields = cast(dict[str, object], value)
            if "class_name" in fields:
                _check_object(fields, path)
            else:
                _check_fields(fields, path)
        case _:
            raise ValueError(f"{_named(path)} is not a value of JSON")


def _check_fields(fields: dict[str, object], path: Path) -> None:
    for name, value in fields.items():
        _check(value, (*path, name))


def _check_object(fields: dict[str, object], path: Path) -> None:
    name, module, registered = (fields.get(key) for key in ("class_name", "module", "registered_name"))
    config = fields.get("config")
    if (name, module) == ("function", "builtins") and isinstance(config, str):
        # An activation: Keras looks among its own and KerasHub's.
        _check_word(config, "", path)
        return
    modules = MODULE
    if isinstance(name, str) and POLICIES.fullmatch(name):
        modules = POLICY_MODULE
    elif not isinstance(name, str) or name not in CLASSES:
        raise ValueError(f"{_named(path)} is a {_shown(name)}, which is not part of Stable Diffusion 3")
    if module is not None and not (isinstance(module, str) and modules.fullmatch(module)):
        raise ValueError(f"{_named(path)} comes from {_shown(module)}, which is not KerasHub")
    if registered not in (None, name, f"keras_hub>{name}"):
        raise ValueError(f"{_named(path)} is registered as {_shown(registered)}, which is not KerasHub's")
    for deed in DEEDS:
        if fields.get(deed) is not None:
            raise ValueError(f"{_named((*path, deed))} is not a field of a preset")
    if not isinstance(config, dict):
        raise ValueError(f"{_named(path)} has no configuration")
    inner = cast(dict[str, object], config)
    _check_fields(inner, path)
    for size, heads in SHARED:
        whole, parts = inner.get(size), inner.get(heads)
        if isinstance(whole, int) and isinstance(parts, int) and whole % parts:
            raise ValueError(f"{_named((*path, heads))} is {parts}, which can't share a {size} of {whole}")


def _check_number(value: float, field: str, path: Path) -> None:
    if field not in MOST:
        if not -MOST_OF_ANYTHING <= value <= MOST_OF_ANYTHING:
            raise ValueError(f"{_named(path)} is {_shown(value)}, where {MOST_OF_ANYTHING:,} is the most")
    elif not (isinstance(value, int) and 1 <= value <= MOST[field]):
        raise ValueError(
            f"{_named(path)} is {_shown(value)}, where whole numbers from 1 to {MOST[field]:,} are possible"
        )


def _check_word(value: str, field: str, path: Path) -> None:
    # The name of a tokenizer's file is that of its folder of assets too.
    allowed = FILE_NAME if field == "config_file" else WORD
    if field in MOST or not allowed.fullmatch(value):
        raise ValueError(f"{_named(path)} is {_shown(value)}, which it can't be")


def _named(path: Path) -> str:
    return shortened(".".join(path)) or "the whole"


def _shown(value: object) -> str:
    match value:
        case str():
            return f'"{shortened(value)}"'
        case int() if abs(value) >= 10**20:
            return "a number of more than 20 digits"
        case int() | float() | None:
            return str(value)
        case _:
            return "something else"


def least_parameters(config: dict[str, Any]) -> int:
    """A number of parameters that a model has in any case, from the largest of its weights alone.

    Args:
        config: The part "config" of a checked configuration.

    Raises:
        KeyError, TypeError: A field is missing.
    """
    width, layers = config["mmdit_hidden_dim"], config["mmdit_num_layers"]
    denoiser = layers * 18 * width**2 + config["mmdit_position_size"] ** 2 * width
    encoders = ("clip_l", "clip_g", "t5") if config.get("t5") else ("clip_l", "clip_g")
    texts = [config[name]["config"] for name in encoders]
    vae = config["vae"]["config"]
    coders = ((vae[f"{coder}_num_filters"], vae[f"{coder}_num_blocks"]) for coder in ("encoder", "decoder"))
    return (
        denoiser
        + sum(_text_parameters(text) for text in texts)
        + sum(9 * blocks * width**2 for coder in coders for width, blocks in zip(*coder, strict=False))
    )


def _text_parameters(config: dict[str, Any]) -> int:
    width = config["hidden_dim"]
    embedding = config["vocabulary_size"] * config.get("embedding_dim", width)
    return embedding + config["num_layers"] * 2 * width * config["intermediate_dim"]
