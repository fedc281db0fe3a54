import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError

from codora.accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_user_model_is_ours_so_that_it_can_grow():
    assert get_user_model() is User


def test_an_address_has_one_account_however_it_is_written():
    User.objects.create_user("Ana@Example.org")
    assert User.objects.get_by_natural_key("ANA@example.org").email == "ana@example.org"
    with pytest.raises(IntegrityError):
        User.objects.create_user("ana@EXAMPLE.org")
