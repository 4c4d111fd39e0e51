"""What tensors are: parts of a Stable Diffusion 3 in whatever file, or other models, refused by name."""

import dataclasses
from pathlib import Path

import pytest

from sd3explorer.presets.checkpoints.header import SIZES, Tensor
from sd3explorer.presets.checkpoints.layout import weights
from sd3explorer.presets.checkpoints.recognise import kind_of, stored_parts
from sd3explorer.presets.preset import PresetError
from tests.presets.checkpoints.family import CLIP_G, LARGE_35, MEDIUM_3, MEDIUM_35, PARTS, T5_XXL
from tests.presets.checkpoints.written import PREFIXES

FILE = Path("mine.safetensors")


def tensors(names, dtype="BF16"):
    """Headers alone: the real shapes without a byte of weights."""
    return {name: Tensor(dtype, tuple(shape), 0, FILE) for name, shape in names.items()}


def shapes_of(name, prefix=""):
    part, shape, *_ = PARTS[name]
    return {prefix + weight.name: weight.shape for weight in weights(part, shape)}


def stored(names, place="mine.safetensors", configs=None, own_projection=False, dtype="BF16"):
    found = names if isinstance(next(iter(names.values()), None), Tensor) else tensors(names, dtype)
    return stored_parts(found, place, configs or {}, own_projection)


def refusal(names, **options):
    with pytest.raises(PresetError) as caught:
        stored(names, **options)
    return str(caught.value).removeprefix("mine.safetensors ")


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("prefixed", [True, False])
def test_each_real_part_is_known_by_itself_and_in_a_file_of_several(name, prefixed):
    part, shape, *_ = PARTS[name]
    found = stored(shapes_of(name, PREFIXES[part] if prefixed else ""))
    assert {each: it.shape for each, it in found.items()} == {part: shape}


def test_a_file_with_everything_has_all_parts():
    names = {}
    for name in ("SD3 medium", "vae", "clip_l", "clip_g", "t5"):
        names |= shapes_of(name, PREFIXES[PARTS[name][0]])
    # As Stability's own file has it.
    names["text_encoders.clip_l.logit_scale"] = ()
    names["text_encoders.clip_g.transformer.text_model.embeddings.position_ids"] = (1, 77)
    assert [*stored(names)] == ["mmdit", "vae", "clip_l", "clip_g", "t5"]


@pytest.mark.parametrize(
    ("mmdit", "hints", "kind"),
    [
        (MEDIUM_3, "", "Stable Diffusion 3 Medium"),
        (MEDIUM_35, "", "Stable Diffusion 3.5 Medium"),
        (LARGE_35, "", "Stable Diffusion 3.5 Large"),
        (LARGE_35, "sd3.5_large_Turbo.safetensors", "Stable Diffusion 3.5 Large Turbo"),
        (dataclasses.replace(MEDIUM_3, layers=20), "", "Stable Diffusion 3 of 20 layers"),
    ],
)
def test_models_are_called_by_their_names(mmdit, hints, kind):
    assert kind_of(mmdit, hints) == kind


def test_the_projection_of_clip_l_counts_in_folders_of_diffusers_alone():
    names = shapes_of("clip_l") | {"text_projection.weight": (768, 768)}
    assert not stored(names)["clip_l"].shape.projected
    assert stored(names, own_projection=True)["clip_l"].shape.projected


def test_an_old_name_of_a_projection_lies_the_other_way():
    names = shapes_of("clip_g")
    names["text_projection"] = names.pop("text_projection.weight")
    found = stored(names)["clip_g"]
    assert found.shape == CLIP_G
    assert found.origins["text_projection.weight"].transposed


@pytest.mark.parametrize("both", [True, False])
def test_t5s_embedding_has_two_names(both):
    names = shapes_of("t5")
    names["encoder.embed_tokens.weight"] = names["shared.weight"]
    if not both:
        del names["shared.weight"]
    assert stored(names)["t5"].shape == T5_XXL


def test_numbers_of_eight_bits_bring_their_scales_with_them():
    names = shapes_of("SD3 medium", PREFIXES["mmdit"])
    scales = {name.replace(".weight", ".scale_weight"): () for name in names if name.endswith(".weight")}
    found = tensors(names, "F8_E4M3") | tensors(scales, "F32")
    found |= tensors({PREFIXES["mmdit"] + "scaled_fp8": (0,)}, "F8_E4M3")
    assert stored(found)["mmdit"].precision == "float8_e4m3fn"
    assert SIZES["F8_E4M3"] == 1


@pytest.mark.parametrize(
    ("names", "what"),
    [
        ({"lora_unet_joint_blocks_0_x_block_attn_qkv.lora_down.weight": (4, 8)}, "is a LoRA, not a model"),
        ({"transformer.transformer_blocks.0.attn.to_q.lora_A.weight": (4, 8)}, "is a LoRA, not a model"),
        ({"lycoris_transformer_blocks_0_attn_to_q.lokr_w1": (4, 8)}, "is a LyCORIS or DoRA, not a model"),
        ({"double_blocks.0.img_attn.qkv.weight": (4, 8)}, "is a Flux"),
        ({"single_transformer_blocks.0.attn.to_q.weight": (4, 8)}, "is a Flux"),
        ({"conditioner.embedders.0.transformer.x": (4,)}, "is a Stable Diffusion XL"),
        (
            {"model.diffusion_model.input_blocks.0.0.weight": (4,), "cond_stage_model.x": (4,)},
            "is a Stable Diff",
        ),
        ({"down_blocks.1.attentions.0.norm.weight": (4,)}, "is a Stable Diffusion 1 or 2"),
        ({"controlnet_blocks.0.weight": (4, 4)}, "is a ControlNet"),
        ({"quant_conv.weight": (8, 8, 1, 1)}, "has a VAE of another model"),
        ({"blocks.0.self_attn.q.weight": (4, 4)}, "holds no model that is known here: 1 tensors, as"),
        ({}, "holds no model that is known here: 0 tensors"),
    ],
)
def test_other_models_are_refused_by_name(names, what):
    assert refusal(names).startswith(what)


def test_packed_weights_are_refused():
    names = tensors(shapes_of("clip_l"))
    module = "text_model.encoder.layers.0.mlp.fc1"
    names |= tensors({f"{module}.comfy_quant": (12,)}, "U8")
    assert refusal(names).startswith("has packed weights (int8 or nf4)")


def test_whole_numbers_are_no_weights():
    names = tensors(shapes_of("clip_l")) | tensors({"text_model.final_layer_norm.bias": (768,)}, "I64")
    assert 'keeps "text_model.final_layer_norm.bias" in I64' in refusal(names)


@pytest.mark.parametrize("name", PARTS)
def test_nothing_may_be_missing(name):
    names = shapes_of(name)
    # One that no number of blocks depends on.
    lost = [each for each in names if each.endswith(".bias") or ".1.layer_norm" in each][-1]
    del names[lost]
    assert f'lacks "{lost}"' in refusal(names)


@pytest.mark.parametrize("name", PARTS)
def test_nothing_may_be_left_over(name):
    names = shapes_of(name) | {"extra.weight": (3,)}
    assert 'has "extra.weight"' in refusal(names)


def test_nothing_of_no_part_may_be_left_over():
    names = shapes_of("SD3 medium", PREFIXES["mmdit"]) | {"extra.weight": (3,)}
    assert refusal(names) == 'has more than a model: "extra.weight" belongs to none of its parts'


def test_shapes_must_fit_each_other():
    names = shapes_of("SD3 medium") | {"joint_blocks.3.x_block.attn.proj.weight": (1536, 1535)}
    assert "of [1536, 1535], where [1536, 1536] is right" in refusal(names)


@pytest.mark.parametrize(
    ("name", "lost", "shape"),
    [
        ("SD3 medium", "x_embedder.proj.weight", (1536, 16)),
        ("clip_g", "text_model.embeddings.token_embedding.weight", (5,)),
        ("vae", "decoder.conv_in.weight", ()),
        ("t5", "encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight", (32, 0)),
    ],
)
def test_impossible_shapes_are_refused(name, lost, shape):
    assert "has shapes that no such model has" in refusal(shapes_of(name) | {lost: shape})


def test_a_vae_of_four_channels_is_of_another_model():
    names = shapes_of("vae") | {
        "decoder.conv_in.weight": (512, 4, 3, 3),
        "encoder.conv_out.weight": (8, 512, 3, 3),
        "encoder.conv_out.bias": (8,),
    }
    assert refusal(names).startswith("has a VAE of another model")
