"""The checks while one works: run after a pause, counted in the status bar, a key away."""
