"""KerasHub's `VAEBackbone` in PyTorch: pictures to latents and back.

Written for training: channels come first, and every layer means exactly what KerasHub's does (see
`keras_weights`). Pictures are in [-1, 1]; latents are the encoder's mean, neither shifted nor scaled.
"""

from torch import Tensor, nn
from torch.nn import functional

LATENT_CHANNELS = 16
GROUPS, EPSILON = 32, 1e-6
ENCODER_FILTERS, DECODER_FILTERS = (32, 32, 64, 128), (128, 64, 32, 32)


class ResidualBlock(nn.Module):
    """Two convolutions beside a short cut."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.norm1 = nn.GroupNorm(GROUPS, inputs, EPSILON)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.norm2 = nn.GroupNorm(GROUPS, outputs, EPSILON)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1)
        self.shortcut = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """(batch, inputs, height, width) to (batch, outputs, height, width)."""
        hidden = self.conv1(functional.silu(self.norm1(x)))
        return self.shortcut(x) + self.conv2(functional.silu(self.norm2(hidden)))


class SpatialAttention(nn.Module):
    """One head of attention between all places."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(GROUPS, channels, EPSILON)
        self.query = nn.Conv2d(channels, channels, 1)
        self.key = nn.Conv2d(channels, channels, 1)
        self.value = nn.Conv2d(channels, channels, 1)
        self.output = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, channels, height, width) to the same."""
        hidden = self.norm(x)
        query, key, value = (
            layer(hidden).flatten(2).transpose(1, 2)[:, None] for layer in (self.query, self.key, self.value)
        )
        attended = functional.scaled_dot_product_attention(query, key, value)
        return x + self.output(attended[:, 0].transpose(1, 2).reshape(x.shape))


class Encoder(nn.Module):
    """Pictures to the mean and the logarithmic variance of latents, an eighth as high and wide."""

    def __init__(self, filters: tuple[int, ...] = ENCODER_FILTERS) -> None:
        super().__init__()
        last = filters[-1]
        self.input = nn.Conv2d(3, filters[0], 3, padding=1)
        self.blocks = nn.ModuleList(
            ResidualBlock(inputs, outputs)
            for inputs, outputs in zip((filters[0], *filters[:-1]), filters, strict=True)
        )
        self.downsamples = nn.ModuleList(nn.Conv2d(width, width, 3, stride=2) for width in filters[:-1])
        self.middle1, self.attention, self.middle2 = (
            ResidualBlock(last, last),
            SpatialAttention(last),
            ResidualBlock(last, last),
        )
        self.norm = nn.GroupNorm(GROUPS, last, EPSILON)
        self.output = nn.Conv2d(last, 2 * LATENT_CHANNELS, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 3, height, width) to (batch, 2 · 16, height / 8, width / 8): means, then log-variances."""
        x = self.input(x)
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index < len(self.downsamples):
                x = self.downsamples[index](functional.pad(x, (0, 1, 0, 1)))
        x = self.middle2(self.attention(self.middle1(x)))
        return self.output(functional.silu(self.norm(x)))


class Decoder(nn.Module):
    """Latents to pictures."""

    def __init__(self, filters: tuple[int, ...] = DECODER_FILTERS) -> None:
        super().__init__()
        first = filters[0]
        self.input = nn.Conv2d(LATENT_CHANNELS, first, 3, padding=1)
        self.middle1, self.attention, self.middle2 = (
            ResidualBlock(first, first),
            SpatialAttention(first),
            ResidualBlock(first, first),
        )
        self.blocks = nn.ModuleList(
            ResidualBlock(inputs, outputs)
            for inputs, outputs in zip((first, *filters[:-1]), filters, strict=True)
        )
        self.upsamples = nn.ModuleList(nn.Conv2d(width, width, 3, padding=1) for width in filters[:-1])
        self.norm = nn.GroupNorm(GROUPS, filters[-1], EPSILON)
        self.output = nn.Conv2d(filters[-1], 3, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        """(batch, 16, height, width) to (batch, 3, 8 · height, 8 · width)."""
        x = self.middle2(self.attention(self.middle1(self.input(z))))
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index < len(self.upsamples):
                x = self.upsamples[index](functional.interpolate(x, scale_factor=2, mode="nearest"))
        return self.output(functional.silu(self.norm(x)))


class VAE(nn.Module):
    """Encoder and decoder."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.decoder = Encoder(), Decoder()

    def encode(self, pictures: Tensor) -> Tensor:
        """The latents' means: (batch, 3, height, width) to (batch, 16, height / 8, width / 8)."""
        return self.encoder(pictures).float()[:, :LATENT_CHANNELS]

    def distribution(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """Means and log-variances of the latents."""
        mean, log_variance = self.encoder(pictures).float().chunk(2, 1)
        return mean, log_variance.clamp(-20, 10)


def to_input(pictures: Tensor) -> Tensor:
    """uint8 (batch, height, width, 3) to float (batch, 3, height, width) in [-1, 1]."""
    return pictures.permute(0, 3, 1, 2).float() / 127.5 - 1


def to_pictures(output: Tensor) -> Tensor:
    """The other way round, rounded and clipped."""
    return ((output.clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1)
