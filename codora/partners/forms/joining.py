"""What somebody says who gets in touch, and what staff answer."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from codora.core.languages import native_name, shown_language
from codora.partners.models import Contribution, Kind
from codora.places.queries import country_choices

LONGEST_MESSAGE = 1200
"""Each letter beyond ASCII takes up to six bytes, and a visitor's form 16 kB."""


@dataclass(frozen=True)
class Door:
    """A way in. `title` is what somebody says of themselves."""

    title: Promise
    text: Promise
    kinds: tuple[Kind, ...]


DOORS = {
    "company": Door(
        # Translators: a door to get in touch; who goes in
        title=_("We are a technology company"),
        text=_("You want to train the coders of tomorrow, with people, material, training or devices."),
        kinds=(Kind.COMPANY,),
    ),
    "association": Door(
        # Translators: a door to get in touch; who goes in
        title=_("We are an association or public body"),
        text=_("You are active in this field and want to join a campaign all over Europe."),
        kinds=(Kind.NON_PROFIT, Kind.PUBLIC_BODY, Kind.SCHOOL_NETWORK),
    ),
}


def spoken_languages() -> list[tuple[str, str]]:
    return sorted(
        ((code, native_name(code)) for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES),
        key=lambda each: each[1].casefold(),
    )


class JoinForm(forms.Form):
    """`cleaned_data` has what `actions.register_inquiry` takes, but `language` and `proof`."""

    organisation = forms.CharField(
        label=_("Name of your organisation"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    kind = forms.ChoiceField(label=_("What are you?"))
    country = forms.ChoiceField(
        label=_("Country"), choices=lambda: [("", "–"), *country_choices(shown_language())]
    )
    website = forms.URLField(
        label=_("Website"),
        help_text=_("May stay empty."),
        max_length=200,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput({"autocomplete": "url", "placeholder": "https://"}),
    )
    contributions = forms.MultipleChoiceField(
        label=_("What would you like to contribute?"),
        choices=Contribution,
        widget=forms.CheckboxSelectMultiple,
    )
    message = forms.CharField(
        label=_("Tell us more"),
        help_text=_("What you do today, and what you have in mind. At most 1,200 characters."),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 6}),
    )
    speaks = forms.MultipleChoiceField(
        label=_("In which languages can you work with us?"),
        choices=spoken_languages,
        widget=forms.CheckboxSelectMultiple,
    )
    person = forms.CharField(
        # Translators: name of an adult
        label=pgettext_lazy("of an adult", "Your name"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address at work"),
        help_text=_("We answer there. It is never shown on the site."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    consent = forms.BooleanField(
        label=_("You may keep what I wrote here, to talk with me about taking part."),
        help_text=_(
            "Only our staff see it. If nothing comes of it, name, address and message are deleted after half"
            " a year, or after a year of silence. You can ask us to delete them at any time."
        ),
    )

    def __init__(self, door: Door, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(door.kinds) == 1:
            self.fields["kind"] = forms.ChoiceField(
                choices=[(door.kinds[0].value, door.kinds[0].label)],
                initial=door.kinds[0].value,
                widget=forms.HiddenInput,
            )
        else:
            self.fields["kind"].choices = [("", "–"), *((kind.value, kind.label) for kind in door.kinds)]  # type: ignore[attr-defined]


class AnswerKind:
    """Which text staff start from; each is a mail template of its own."""

    TALK = "talk"
    AGREE = "agree"
    DECLINE = "decline"


ANSWERS = {
    # Translators: button of staff: which answer to write
    AnswerKind.TALK: pgettext_lazy("answer", "Ask for a talk"),
    # Translators: button of staff: which answer to write
    AnswerKind.AGREE: pgettext_lazy("answer", "Agree"),
    # Translators: button of staff: which answer to write
    AnswerKind.DECLINE: pgettext_lazy("answer", "Decline"),
}
