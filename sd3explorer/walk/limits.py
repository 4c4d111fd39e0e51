"""How large the numbers of a walk may be: in its file, on the command line and in the window alike.

What belongs to one kind of path or noise alone, as the step size of a wander does, is in that kind's file.
"""

# Four times as much as any model reads (512 tokens), and what a text field can lay out between two keys.
MAX_TEXT = 10_000

MAX_FRAMES = 100_000
MAX_KEYFRAMES = 1_000
MAX_SEEDS = 1_000
# Of a blend. More of them nobody could tell apart on a map.
MAX_PINS = 100
# Of a way from a keyframe to the next, relative to others.
MIN_SPAN, MAX_SPAN = 1e-6, 1e6
# Of one keyframe, in frames.
MAX_DWELL = 10_000
MAX_SEED = 2**64 - 1

# Lowest and highest: frames per second, denoising steps, weight of guidance, noise level.
FRAME_RATES = (0.01, 1000.0)
NUM_STEPS = (1, 1000)
GUIDANCE_SCALES = (0.0, 100.0)
NOISE_LEVELS = (0.0, 1.0)

# How much of a LoRA, and how many of them a model takes.
LORA_STRENGTHS = (-2.0, 2.0)
MAX_LORAS = 16

# Of height and width in pixels. Latents have an eighth of it.
IMAGE_SIDES = (8, 8192)
SIDE_STEP = 8

# How much smaller than a picture the part of it may be that a keyframe shows.
MAX_ZOOM = 16.0
