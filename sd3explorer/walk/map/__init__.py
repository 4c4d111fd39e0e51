"""The map: prompts as pins on a plane, what is mixed where, and routes over it. No pictures, no Qt."""
