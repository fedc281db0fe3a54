"""Where mail goes, as an operator says it."""

import pytest

from codora.config import environment


def test_a_password_never_travels_in_the_clear():
    mail = environment.mail("smtp://ora:sec%2Fret@mail.example")
    assert (mail["EMAIL_HOST_PASSWORD"], mail["EMAIL_PORT"], mail["EMAIL_USE_TLS"]) == ("sec/ret", 587, True)


def test_a_relay_on_this_machine_needs_neither():
    mail = environment.mail("smtp://127.0.0.1:2525")
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_TLS"], mail["EMAIL_USE_SSL"]) == (2525, False, False)


def test_smtps_is_tls_from_the_first_byte():
    mail = environment.mail("smtps://ora:x@mail.example")
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_SSL"], mail["EMAIL_USE_TLS"]) == (465, True, False)


def test_a_laptop_writes_mails_into_a_folder():
    assert environment.mail("file:///tmp/mail")["EMAIL_FILE_PATH"] == "/tmp/mail"


@pytest.mark.parametrize("url", ["imap://ora:secret@mail.example", "file://", "smtp://ora:secret@/"])
def test_another_address_is_refused_and_its_password_kept_quiet(url):
    with pytest.raises(ValueError, match="mail is smtp://") as error:
        environment.mail(url)
    assert "secret" not in str(error.value)
