"""KerasHub's `CLIPTextEncoder` with its projection, in PyTorch."""

import torch
from torch import Tensor, nn
from torch.nn import functional

EPSILON = 1e-5
# CLIP's approximation of GELU.
QUICK_GELU = 1.702


class TextLayer(nn.Module):
    """One layer of causal attention.

    Args:
        width: Of the embeddings.
        heads: Of the attention.
        quick: Whether the activation is CLIP's quick GELU.
    """

    def __init__(self, width: int, heads: int, quick: bool) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width, EPSILON)
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width, EPSILON)
        self.dense1, self.dense2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.heads, self.quick = heads, quick

    def forward(self, x: Tensor) -> Tensor:
        """(batch, tokens, width) to the same."""
        hidden = self.norm1(x)
        query, key, value = (
            layer(hidden).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for layer in (self.query, self.key, self.value)
        )
        attended = functional.scaled_dot_product_attention(query, key, value, is_causal=True)
        x = x + self.output(attended.transpose(1, 2).flatten(2))
        hidden = self.dense1(self.norm2(x))
        hidden = hidden * torch.sigmoid(QUICK_GELU * hidden) if self.quick else functional.gelu(hidden)
        return x + self.dense2(hidden)


class TextEncoder(nn.Module):
    """A CLIP text encoder.

    Args:
        vocabulary: Number of token ids; the end of a text has the largest.
        tokens: Length of every text.
        width: Of the embeddings.
        quick: Whether the activation is CLIP's quick GELU.
        layers: Their number.
        heads: Of the attention.
    """

    def __init__(
        self, vocabulary: int, tokens: int, width: int, quick: bool, layers: int = 3, heads: int = 4
    ) -> None:
        super().__init__()
        self.token_embedding = nn.Embedding(vocabulary, width)
        self.position_embedding = nn.Parameter(torch.randn(tokens, width) * 0.02)
        self.layers = nn.ModuleList(TextLayer(width, heads, quick) for _ in range(layers))
        # KerasHub's last normalization has another epsilon than its layers.
        self.norm = nn.LayerNorm(width, 1e-6)
        self.projection = nn.Linear(width, width, bias=False)
        nn.init.normal_(self.token_embedding.weight, std=0.3)
        nn.init.eye_(self.projection.weight)

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """Token ids (batch, tokens) to embeddings for each and for the whole.

        Returns:
            What the last layer but one gives, (batch, tokens, width), and the projected embedding of the
            end of the text, (batch, width).
        """
        x = self.token_embedding(tokens) + self.position_embedding
        before = x
        for layer in self.layers:
            before, x = x, layer(x)
        end = tokens.argmax(-1)
        return before, self.projection(self.norm(x)[torch.arange(len(tokens), device=tokens.device), end])
