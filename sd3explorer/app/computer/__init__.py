"""The dialog that checks this computer."""
