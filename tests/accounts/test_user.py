from django.contrib.auth import get_user_model

from codora.accounts.models import User


def test_the_user_model_is_ours_so_that_it_can_grow():
    assert get_user_model() is User
