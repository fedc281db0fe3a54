"""What somebody says who reports something, or appeals."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from codora.messaging.models import Reason

LONGEST = 1200
"""Each letter beyond ASCII takes up to six bytes, and a visitor's form 16 kB."""


class NoticeForm(forms.Form):
    """Name and address are asked for, as Article 16 wants it, but for what harms children."""

    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong with it?"), choices=Reason, widget=forms.RadioSelect
    )
    explanation = forms.CharField(
        label=gettext_lazy("Explain it"),
        help_text=gettext_lazy("So that a stranger understands it. At most 1,200 characters."),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
    )
    place = forms.CharField(
        label=gettext_lazy("Where on the page?"),
        help_text=gettext_lazy("May stay empty."),
        max_length=300,
        required=False,
    )
    name = forms.CharField(
        label=pgettext_lazy("of an adult", "Your name"),
        help_text=gettext_lazy("Only our staff see it. Not needed if it is about harm to children."),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("Our decision goes there. Not needed if it is about harm to children."),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    good_faith = forms.BooleanField(
        label=gettext_lazy("I believe in good faith that what I say is right and complete.")
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("reason") and data["reason"] != Reason.CHILDREN:
            for name in ("name", "email"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("The law asks us for it, unless it is about harm to children."))
        return data

    @property
    def words(self) -> dict[str, str]:
        """Of a valid form, for notices.give_notice."""
        return {name: value for name, value in self.cleaned_data.items() if name != "good_faith"}


class AppealForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Why is the decision wrong?"),
        help_text=gettext_lazy("At most 1,200 characters."),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
    )
