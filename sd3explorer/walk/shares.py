"""How much of each prompt a frame shows: "dog 60 %, cat 40 %"."""

from sd3explorer.walk.recipe import Drift, Embedding, Prompt, Slerp


def shares(embedding: Embedding) -> dict[str, float]:
    """The share of each prompt in an embedding, in the order in which they are met.

    Between two embeddings these are the places on the way from one to the other, not the weights of a
    linear mix. An embedding that has drifted away from a text still counts as that text.

    Args:
        embedding: Of a frame.

    Returns:
        From each prompt, as it would be typed, to its share; the shares sum up to 1.
    """
    match embedding:
        case Prompt() as prompt:
            return {prompt.marked: 1.0}
        case Drift(start):
            return shares(start)
        case Slerp(start, end, t):
            mixed: dict[str, float] = {}
            for part, weight in ((start, 1.0 - t), (end, t)):
                for text, share in shares(part).items():
                    mixed[text] = mixed.get(text, 0.0) + weight * share
            return mixed
