"""What can be read in the app: its documentation, and the licences of everything that it is made of."""
