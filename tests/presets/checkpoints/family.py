"""The real models: what they are built like, and how many tensors and parameters they have.

The numbers are those of Stability's files, and of KerasHub's presets.
"""

from sd3explorer.presets.checkpoints.architecture import T5, Architecture, Autoencoder, Clip, Transformer

VAE = Autoencoder((128, 256, 512, 512), (2, 2, 2, 2), (512, 512, 256, 128), (3, 3, 3, 3))
CLIP_L = Clip(768, 12, 12, 3072, 49408, 77, "quick_gelu")
CLIP_G = Clip(1280, 32, 20, 5120, 49408, 77, "gelu", projected=True)
T5_XXL = T5(4096, 24, 64, 64, 10240, 32128)
MEDIUM_3 = Transformer(1536, 24, 24, 192, 4096, 2048)
MEDIUM_35 = Transformer(1536, 24, 24, 384, 4096, 2048, qk_norm=True, dual=tuple(range(13)))
LARGE_35 = Transformer(2432, 38, 38, 192, 4096, 2048, qk_norm=True)

# Name of the part, what it is built like, tensors, parameters.
PARTS = {
    "SD3 medium": ("mmdit", MEDIUM_3, 491, 2_084_951_104),
    "SD3.5 medium": ("mmdit", MEDIUM_35, 665, 2_469_663_936),
    "SD3.5 large": ("mmdit", LARGE_35, 923, 8_146_280_768),
    "vae": ("vae", VAE, 244, 83_819_683),
    "clip_l": ("clip_l", CLIP_L, 196, 123_650_304 - 768**2),
    "clip_g": ("clip_g", CLIP_G, 517, 694_659_840),
    "t5": ("t5", T5_XXL, 219, 4_762_310_656),
}

MEDIUM = Architecture(MEDIUM_3, VAE, CLIP_L, CLIP_G)

# KerasHub's own counts, as in the catalog.
FAMILY = {
    "stable_diffusion_3_medium": (MEDIUM, 2_987_080_931),
    "stable_diffusion_3.5_medium": (Architecture(MEDIUM_35, VAE, CLIP_L, CLIP_G), 3_371_793_763),
    "stable_diffusion_3.5_large": (Architecture(LARGE_35, VAE, CLIP_L, CLIP_G), 9_048_410_595),
}
