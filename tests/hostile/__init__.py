"""Files of strangers that mean ill, made in code, and the program run on them."""
