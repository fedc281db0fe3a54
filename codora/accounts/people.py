"""The forms of accounts in Wagtail's admin: as Wagtail's own, without groups."""

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


class NewPersonForm(UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields - {"groups"}
        widgets = None


class PersonForm(UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields - {"groups"}
        widgets = None


class PeopleViewSet(UserViewSet):
    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm] | type[UserEditForm]:
        return PersonForm if for_update else NewPersonForm
