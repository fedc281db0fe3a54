"""Where pages stand: at every address of the site that no app has.

Of Wagtail's own addresses the form for pages with a password is here; its sign-in, which knows no second
factor, leads to ours.
"""

from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from codora.pages.views import serve_page

urlpatterns = [
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="wagtailcore_login",
    ),
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
]
