"""Which models there are, where they lie, and how they come here. No Keras: asking is cheap."""
