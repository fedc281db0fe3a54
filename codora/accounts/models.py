"""The user model."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone who signs in to work on the site. Ours from the first migration, so that it can grow."""
