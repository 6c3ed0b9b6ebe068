"""The brief and what it is made of: frozen values without input or output."""
