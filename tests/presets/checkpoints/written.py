"""Models written in Stability's layout, as people have them: what the app reads, made by other means."""

import json
import shutil

import ml_dtypes  # noqa: F401 (NumPy's bfloat16)
import numpy as np

from sd3explorer.presets.checkpoints.layout import Turn, layout
from sd3explorer.presets.checkpoints.missing import LEVELS
from sd3explorer.presets.checkpoints.serialized import architecture_of

PREFIXES = {
    "mmdit": "model.diffusion_model.",
    "vae": "first_stage_model.",
    "clip_l": "text_encoders.clip_l.transformer.",
    "clip_g": "text_encoders.clip_g.transformer.",
    "t5": "text_encoders.t5xxl.transformer.",
}
CODES = {
    "float64": "F64",
    "float32": "F32",
    "float16": "F16",
    "bfloat16": "BF16",
    "float8_e4m3fn": "F8_E4M3",
    "float8_e5m2": "F8_E5M2",
    "int64": "I64",
    "int8": "I8",
    "uint8": "U8",
}


def write(file, tensors, metadata=None):
    """Writes a `.safetensors` file, of all dtypes."""
    header = {"__metadata__": metadata} if metadata else {}
    offset = 0
    for name, array in tensors.items():
        end = offset + array.nbytes
        header[name] = {
            "dtype": CODES[array.dtype.name],
            "shape": list(array.shape),
            "data_offsets": [offset, end],
        }
        offset = end
    text = json.dumps(header).encode()
    with file.open("wb") as opened:
        opened.write(len(text).to_bytes(8, "little") + text)
        for array in tensors.values():
            opened.write(np.ascontiguousarray(array).tobytes())
    return file


def turned_back(array, weight):
    """A weight of KerasHub as Stability has it."""
    match weight.turn:
        case Turn.TRANSPOSED:
            return array.reshape(weight.shape[::-1]).T
        case Turn.CONVOLUTION:
            return array.transpose(3, 2, 0, 1)
        case _:
            return array.reshape(weight.shape)


def stability_tensors(model, architecture, dtype, parts=PREFIXES):
    """The weights of KerasHub's model by their names in Stability's files."""
    import keras

    return {
        prefix + weight.name: turned_back(keras.ops.convert_to_numpy(weight.of(model)), weight).astype(dtype)
        for part, prefix in PREFIXES.items()
        if part in parts
        for weight in layout(architecture).get(part, ())
    }


def starter_architecture(starter):
    return architecture_of(starter.configuration()["config"])


def far_from_others(folder):
    """A folder so deep in another that no model beside that one is near enough to lend a part."""
    deep = folder.joinpath(*["deeper"] * LEVELS)
    deep.mkdir(parents=True)
    return deep


def write_facts(folder, starter):
    """What no tensor of the starter says, as diffusers has it beside a model."""
    config = starter.configuration()["config"]
    vae = config["vae"]["config"]
    _json(folder / "model_index.json", {"_class_name": "StableDiffusion3Pipeline"})
    _json(folder / "scheduler" / "scheduler_config.json", {"shift": config["shift"]})
    _json(folder / "vae" / "config.json", {"scaling_factor": vae["scale"], "shift_factor": vae["shift"]})
    for clip, encoder, tokenizer in (
        ("clip_l", "text_encoder", "tokenizer"),
        ("clip_g", "text_encoder_2", "tokenizer_2"),
    ):
        heads = config[clip]["config"]["num_heads"]
        _json(folder / encoder / "config.json", {"num_attention_heads": heads})
        assets = starter.folder / "assets" / f"{clip}_tokenizer"
        (folder / tokenizer).mkdir()
        shutil.copy(assets / "vocabulary.json", folder / tokenizer / "vocab.json")
        shutil.copy(assets / "merges.txt", folder / tokenizer / "merges.txt")
        words = json.loads((assets / "vocabulary.json").read_text())
        pad = next(word for word, number in words.items() if number == 0)
        _json(folder / tokenizer / "tokenizer_config.json", {"pad_token": pad})


def _json(file, document):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document))
