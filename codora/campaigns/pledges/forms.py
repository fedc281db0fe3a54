"""What representatives write: a pledge with its targets, and how far they are."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from codora.campaigns.models import Campaign, Edition
from codora.campaigns.pledges.actions.writing import PledgeContent, TargetContent
from codora.campaigns.pledges.models import Pledge, PledgeTarget, Source, Unit
from codora.campaigns.pledges.models.values import UNITS_OF
from codora.campaigns.pledges.queries import linkable_editions
from codora.campaigns.queries import published_campaigns
from codora.campaigns.wording import text_in
from codora.core.languages import native_name, reader_language, shown_language
from codora.places.queries import country_choices

MOST_TARGETS = 6
LARGEST_NUMBER = 100_000_000
LONGEST = timedelta(days=3653)
"""Nobody pledges for a day further off: about ten years."""
DAY = "%Y-%m-%d"


def _languages() -> list[tuple[str, str]]:
    return [(code, native_name(code)) for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]


def _day_input() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, format=DAY)


class PledgeForm(forms.Form):
    """All but the targets. `data` or the words of `pledge` fill it."""

    title = forms.CharField(
        label=_("Your pledge in one line"),
        help_text=_("What you will do. At most 120 characters."),
        max_length=120,
    )
    text = forms.CharField(
        label=_("Tell more about it"),
        help_text=_(
            "How you will do it, with whom, and for whom. Empty lines part the paragraphs. At most 2,000"
            " characters."
        ),
        max_length=2000,
        widget=forms.Textarea({"rows": 8}),
    )
    language = forms.ChoiceField(
        label=_("Language in which you write"), choices=_languages, initial=shown_language
    )
    countries = forms.MultipleChoiceField(
        label=_("Countries"),
        help_text=_("Tick none if your pledge is for all of Europe."),
        choices=lambda: country_choices(shown_language()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    campaign = forms.ModelChoiceField(
        label=_("Campaign"),
        help_text=_("If your pledge belongs to one. May stay empty."),
        queryset=Campaign.objects.none(),
        required=False,
        empty_label="–",
    )

    def __init__(self, data: Any = None, *, pledge: Pledge | None = None) -> None:
        super().__init__(data, initial=_words_of(pledge) if pledge else None)
        campaigns = cast("forms.ModelChoiceField[Campaign]", self.fields["campaign"])
        campaigns.queryset = published_campaigns()
        campaigns.label_from_instance = _name_of  # type: ignore[assignment, method-assign]


def _words_of(pledge: Pledge) -> dict[str, Any]:
    return {
        "title": pledge.title,
        "text": pledge.text,
        "language": pledge.language,
        "countries": [country.pk for country in pledge.countries.all()],
        "campaign": pledge.campaign_id,
    }


class TargetForm(forms.Form):
    """`cleaned_data["counted"]` is (source, edition)."""

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    number = forms.IntegerField(label=_("How many?"), min_value=1, max_value=LARGEST_NUMBER)
    unit = forms.ChoiceField(label=_("Of what?"), choices=[("", "–"), *Unit.choices])
    by = forms.DateField(label=_("By which day?"), widget=_day_input())
    counted = forms.ChoiceField(label=_("Who counts?"), required=False)

    def __init__(self, *args: Any, editions: list[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._editions = {edition.pk: edition for edition in editions}
        self.fields["counted"].choices = list(_counted_choices(editions))  # type: ignore[attr-defined]

    def clean_by(self) -> date:
        by: date = self.cleaned_data["by"]
        today = timezone.localdate()
        if by != self.initial.get("by") and not today <= by <= today + LONGEST:
            raise forms.ValidationError(gettext("Choose a day between today and ten years from now."))
        return by

    def clean_counted(self) -> tuple[str, Edition | None]:
        source, _, edition = self.cleaned_data["counted"].partition(":")
        return source, self._editions[int(edition)] if edition else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        source, _ = data.get("counted") or ("", None)
        if source and data.get("unit") not in UNITS_OF[Source(source)]:
            self.add_error("counted", gettext("This site cannot count that. Report it yourself."))
        return data

    @property
    def content(self) -> TargetContent:
        data = self.cleaned_data
        source, edition = data["counted"] or ("", None)
        return TargetContent(
            number=data["number"],
            unit=data["unit"],
            by=data["by"],
            source=source,
            edition=edition,
            key=data["key"],
        )


def _counted_choices(editions: list[Edition]) -> Iterator[tuple[str, str]]:
    yield "", str(Source.BY_HAND.label)
    for edition in editions:
        name = f"{_name_of(edition.campaign)} {edition.year}"
        for source in (Source.HOSTED, Source.FINISHED):
            yield f"{source}:{edition.pk}", f"{source.label}: {name}"


def _name_of(campaign: Campaign) -> str:
    """For the reader; of one that lost its English words, the address."""
    return text_in(campaign, reader_language()).name if campaign.texts.all() else campaign.slug


class TargetForms(forms.BaseFormSet[TargetForm]):
    """One target at least, six at most; an empty row counts as none."""

    def clean(self) -> None:
        if any(self.errors):
            return
        kept = self.contents
        if not kept:
            raise forms.ValidationError(gettext("Name at least one number to reach."))
        keys = [content.key for content in kept if content.key]
        if len(keys) != len(set(keys)):
            raise forms.ValidationError(gettext("The same target is there twice."))

    @property
    def contents(self) -> list[TargetContent]:
        return [form.content for form in self.forms if form.cleaned_data and not _is_deleted(form)]

    @property
    def rows_in_sight(self) -> int:
        return max(1, self.initial_form_count())

    @property
    def further_are_filled(self) -> bool:
        return any(form.is_bound and form.has_changed() for form in self.forms[self.rows_in_sight :])


def _is_deleted(form: TargetForm) -> bool:
    return bool(form.cleaned_data.get("DELETE"))


def target_forms(data: Any = None, *, pledge: Pledge | None = None) -> TargetForms:
    """Rows for the targets of the pledge, and empty ones."""
    targets = list(pledge.targets.all()) if pledge else []
    editions = {edition.pk: edition for edition in linkable_editions(timezone.localdate())}
    editions |= {target.edition.pk: target.edition for target in targets if target.edition}
    make = forms.formset_factory(
        TargetForm,
        formset=TargetForms,
        min_num=1,
        extra=MOST_TARGETS - max(1, len(targets)),
        max_num=MOST_TARGETS,
        absolute_max=MOST_TARGETS,
        can_delete=True,
        can_delete_extra=False,
    )
    initial = [_values_of(target) for target in targets]
    kwargs = {"editions": list(editions.values())}
    return cast(TargetForms, make(data, initial=initial, prefix="targets", form_kwargs=kwargs))


def _values_of(target: PledgeTarget) -> dict[str, Any]:
    counted = f"{target.source}:{target.edition_id}" if target.source else ""
    return {
        "key": target.pk,
        "number": target.number,
        "unit": target.unit,
        "by": target.by,
        "counted": counted,
    }


class Whole:
    """The form and its targets as one, also for the component that sums up errors."""

    def __init__(self, data: Any = None, *, pledge: Pledge | None = None) -> None:
        self.words = PledgeForm(data, pledge=pledge)
        self.targets = target_forms(data, pledge=pledge)

    def is_valid(self) -> bool:
        return all([self.words.is_valid(), self.targets.is_valid()])

    @property
    def content(self) -> PledgeContent:
        return PledgeContent(**self.words.cleaned_data, targets=self.targets.contents)

    @property
    def errors(self) -> bool:
        return self.words.is_bound and not self.is_valid()

    def __iter__(self) -> Iterator[forms.BoundField]:
        yield from self.words
        for form in self.targets:
            yield from form

    @property
    def non_field_errors(self) -> list[str]:
        return [str(each) for each in self.targets.non_form_errors()]


class ReportForm(forms.Form):
    """`cleaned_data` is what `report_progress` takes."""

    number = forms.IntegerField(
        label=_("How many so far?"),
        help_text=_("In all since you began, not since the last report."),
        min_value=0,
        max_value=LARGEST_NUMBER,
    )
    day = forms.DateField(label=_("On which day was it so?"), widget=_day_input(), initial=timezone.localdate)
    text = forms.CharField(
        label=_("How do you know?"),
        help_text=_(
            "What was done, where, and how you counted. It becomes public: name nobody. At most 1,000"
            " characters."
        ),
        max_length=1000,
        widget=forms.Textarea({"rows": 6}),
    )
    link = forms.URLField(
        # Translators: address of a page or a document with evidence
        label=pgettext_lazy("evidence", "Link"),
        help_text=_("A page or document that shows it. May stay empty."),
        max_length=200,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput({"placeholder": "https://"}),
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(gettext("This day is yet to come."))
        return day
