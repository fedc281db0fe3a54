"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from codora.core.languages import reader_language
from codora.core.metadata import interface_page
from codora.search.forms import SearchForm
from codora.search.queries import search


def show_results(request: HttpRequest) -> HttpResponse:
    """`/search/?q=…&page=…`"""
    form = SearchForm(request.GET)
    page = form.page_number
    found = search(form.query, language=reader_language(), page=page)
    context = {
        "form": form,
        "query": form.query,
        "found": found,
        "earlier": page - 1 if page > 1 else None,
        "later": page + 1 if page < found.page_count else None,
        "metadata": interface_page(
            title=_("Search"), description=_("Find activities and pages of this site."), path=request.path
        ),
    }
    return render(request, "search/results.html", context)
