"""Figures, and pledges with how far they are, for programs."""
