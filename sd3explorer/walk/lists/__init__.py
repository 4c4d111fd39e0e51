"""Lists of prompts, as people and other programs write them: read into a path, and written from one."""

from sd3explorer.walk.lists.drawing import has_wildcards, with_drawn
from sd3explorer.walk.lists.prompt_list import PromptList, consequences, with_prompts
from sd3explorer.walk.lists.reading import SUFFIXES, is_list, read, read_file
from sd3explorer.walk.lists.wildcards import Folder, MissingFileError
from sd3explorer.walk.lists.writing import text_of

__all__ = [
    "SUFFIXES",
    "Folder",
    "MissingFileError",
    "PromptList",
    "consequences",
    "has_wildcards",
    "is_list",
    "read",
    "read_file",
    "text_of",
    "with_drawn",
    "with_prompts",
]
