"""The map: prompts on a plane, the picture under the pointer, and routes that become walks."""
