"""KerasHub's MMDiT (Stable Diffusion 3's denoiser) with its two text encoders, in PyTorch."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from .text_encoder import TextEncoder
from .vae import LATENT_CHANNELS

WIDTH, BLOCKS, HEADS, PATCH, POSITIONS = 256, 6, 4, 2, 16
TOKENS = 24
CLIP_L_WIDTH, CLIP_G_WIDTH = 128, 256
# SD3's context is as wide as T5's embeddings; CLIP's are filled up with zeros.
CONTEXT_WIDTH = 4096
TIME_WIDTH = 256
# Pixels a side, and how far the times of noise are shifted towards more of it.
SIDE, SHIFT = 128, 2.0


class AdaptiveNorm(nn.Module):
    """Layer normalization whose shift and scale come from a condition, with more such numbers if wanted."""

    def __init__(self, width: int, count: int) -> None:
        super().__init__()
        self.dense = nn.Linear(width, count * width)
        self.count, self.width = count, width
        nn.init.zeros_(self.dense.weight)
        nn.init.zeros_(self.dense.bias)

    def forward(self, x: Tensor, condition: Tensor) -> tuple[Tensor, ...]:
        """(batch, n, width) normalized, and the numbers that are left, each (batch, 1, width)."""
        shift, scale, *others = self.dense(functional.silu(condition))[:, None].chunk(self.count, 2)
        return functional.layer_norm(x, (self.width,), eps=1e-6) * (1 + scale) + shift, *others


class Stream(nn.Module):
    """What a block does with the picture's tokens alone, or with the text's.

    Args:
        width: Of the tokens.
        ends: Whether these tokens are not needed after this block's attention.
    """

    def __init__(self, width: int, ends: bool) -> None:
        super().__init__()
        self.norm = AdaptiveNorm(width, 2 if ends else 6)
        self.qkv = nn.Linear(width, 3 * width)
        self.width, self.ends = width, ends
        if not ends:
            self.projection = nn.Linear(width, width)
            self.dense1, self.dense2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def before(self, x: Tensor, condition: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Queries, keys and values, (batch, n, 3 · width), and the gates for afterwards."""
        x, *gates = self.norm(x, condition)
        return self.qkv(x), gates

    def after(self, x: Tensor, attended: Tensor, gates: list[Tensor]) -> Tensor:
        """The tokens after attention and the two dense layers."""
        gate, shift, scale, dense_gate = gates
        x = x + gate * self.projection(attended)
        hidden = functional.layer_norm(x, (self.width,), eps=1e-6) * (1 + scale) + shift
        return x + dense_gate * self.dense2(functional.gelu(self.dense1(hidden), approximate="tanh"))


class Block(nn.Module):
    """Attention between picture and text together, everything else apart."""

    def __init__(self, width: int, heads: int, last: bool) -> None:
        super().__init__()
        self.picture, self.context = Stream(width, ends=False), Stream(width, ends=last)
        self.heads = heads

    def forward(self, x: Tensor, context: Tensor, condition: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """The picture's tokens (batch, n, width) and the text's (batch, m, width), changed.

        Args:
            x: The picture's tokens.
            context: The text's.
            condition: (batch, width), from the time and the whole text.
            bias: Added to every query's scores, (1, 1, m + n, m + n).
        """
        tokens = context.shape[1]
        context_qkv, context_gates = self.context.before(context, condition)
        picture_qkv, picture_gates = self.picture.before(x, condition)
        qkv = torch.cat([context_qkv, picture_qkv], 1)
        query, key, value = qkv.unflatten(-1, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)
        attended = attention(query, key, value, bias.to(query.dtype))
        attended = attended.transpose(1, 2).flatten(2)
        x = self.picture.after(x, attended[:, tokens:], picture_gates)
        if not self.context.ends:
            context = self.context.after(context, attended[:, :tokens], context_gates)
        return x, context


class MMDiT(nn.Module):
    """The denoiser: from a noisy latent, a time and a text to the flow's velocity."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = nn.Conv2d(LATENT_CHANNELS, WIDTH, PATCH, PATCH)
        self.positions = nn.Parameter(sines(POSITIONS, WIDTH))
        self.context = nn.Linear(CONTEXT_WIDTH, WIDTH)
        self.pooled1, self.pooled2 = nn.Linear(CLIP_L_WIDTH + CLIP_G_WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.time1, self.time2 = nn.Linear(TIME_WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.blocks = nn.ModuleList(Block(WIDTH, HEADS, index == BLOCKS - 1) for index in range(BLOCKS))
        self.norm = AdaptiveNorm(WIDTH, 2)
        self.output = nn.Linear(WIDTH, PATCH * PATCH * LATENT_CHANNELS)
        nn.init.zeros_(self.context.weight[:, CLIP_L_WIDTH + CLIP_G_WIDTH :])
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)
        half = TIME_WIDTH // 2
        self.register_buffer(
            "frequencies", torch.exp(-math.log(1e4) * torch.arange(half) / half), persistent=False
        )

    def forward(self, z: Tensor, context: Tensor, pooled: Tensor, time: Tensor) -> Tensor:
        """The velocity, noise less picture.

        SD3 without T5 puts `TOKENS` rows of zeros behind CLIP's. All of them become the same token (the
        bias of `context`), and stay the same through every block; so one of them stands here for all, with
        the logarithm of their number added to its scores. The result is the same, with a fifth less work.

        Args:
            z: Latents, shifted and scaled, (batch, 16, height, width).
            context: The text encoders' embeddings side by side, (batch, tokens, 128 + 256).
            pooled: Their projected embeddings, (batch, 128 + 256).
            time: In [0, 1000], (batch,).

        Returns:
            As `z`.
        """
        batch, _, height, width = z.shape
        rows, columns = height // PATCH, width // PATCH
        top, left = (POSITIONS - rows) // 2, (POSITIONS - columns) // 2
        x = self.patch(z).flatten(2).transpose(1, 2)
        x = x + self.positions[top : top + rows, left : left + columns].reshape(1, rows * columns, WIDTH)
        known = functional.linear(context, self.context.weight[:, : context.shape[-1]], self.context.bias)
        context = torch.cat([known, self.context.bias.to(known.dtype).expand(batch, 1, -1)], 1)
        tokens = context.shape[1]
        total = tokens + rows * columns
        bias = torch.zeros(total, device=z.device)
        bias[tokens - 1] = math.log(TOKENS)
        bias = bias.expand(1, 1, total, total)
        angles = time[:, None].float() * self.frequencies
        waves = torch.cat([angles.cos(), angles.sin()], -1)
        condition = self.time2(functional.silu(self.time1(waves)))
        condition = condition + self.pooled2(functional.silu(self.pooled1(pooled)))
        for block in self.blocks:
            x, context = block(x, context, condition, bias)
        x = self.output(self.norm(x, condition)[0])
        x = x.view(batch, rows, columns, PATCH, PATCH, LATENT_CHANNELS).permute(0, 5, 1, 3, 2, 4)
        return x.reshape(batch, LATENT_CHANNELS, height, width)


class Model(nn.Module):
    """Everything of SD3 but the VAE.

    Args:
        vocabulary: Number of token ids.
    """

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.clip_l = TextEncoder(vocabulary, TOKENS, CLIP_L_WIDTH, quick=True)
        self.clip_g = TextEncoder(vocabulary, TOKENS, CLIP_G_WIDTH, quick=False)
        self.mmdit = MMDiT()

    def encode(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """Token ids (batch, TOKENS) to `MMDiT`'s context and pooled embedding."""
        (context_l, pooled_l), (context_g, pooled_g) = self.clip_l(tokens), self.clip_g(tokens)
        return torch.cat([context_l, context_g], -1), torch.cat([pooled_l, pooled_g], -1)

    def forward(self, z: Tensor, tokens: Tensor, time: Tensor) -> Tensor:
        """The velocity for noisy latents (batch, 16, height, width), token ids and times in [0, 1000]."""
        return self.mmdit(z, *self.encode(tokens), time)


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Attention of (batch, heads, n, width) each.

    On a CPU, PyTorch's own is slow for so few tokens, most of all backwards.
    """
    if query.device.type != "cpu":
        return functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-2, -1) + bias
    return scores.softmax(-1).to(value.dtype) @ value


def sines(side: int, width: int) -> Tensor:
    """A start for the table of positions: sines and cosines of both coordinates, (side, side, width)."""
    frequencies = torch.exp(-math.log(1e4) * torch.arange(width // 4) / (width // 4))
    angles = torch.arange(side)[:, None] * frequencies
    line = torch.cat([angles.sin(), angles.cos()], 1)
    rows = line[:, None].expand(side, side, width // 2)
    columns = line[None].expand(side, side, width // 2)
    return 0.5 * torch.cat([rows, columns], 2)
