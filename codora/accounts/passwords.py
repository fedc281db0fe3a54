"""What a password must be, said in every language of the site (Django has no Maltese and no Irish)."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext, ngettext


class MinimumLength(password_validation.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return ngettext(
            "The password is too short: it needs %(least)d character.",
            "The password is too short: it needs %(least)d characters.",
            self.min_length,
        ) % {"least": self.min_length}


class NotCommon(password_validation.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return gettext("This password is one of those that are tried first. Choose another.")


class NotLikeTheAddress(password_validation.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return gettext("The password is too much like your mail address. Choose another.")
