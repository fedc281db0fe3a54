"""Pages that staff edit, one tree a language, and the pictures on them."""

from codora.pages.models.articles import ArticlePage, SectionPage
from codora.pages.models.countries import CountryPage
from codora.pages.models.historic import HistoricPage
from codora.pages.models.home import HomePage
from codora.pages.models.links import LinkPage
from codora.pages.models.loaded import LoadedPage
from codora.pages.models.news import NewsIndexPage, NewsPage
from codora.pages.models.pictures import Picture, PictureRendition
from codora.pages.models.questions import FaqPage
from codora.pages.models.translated import TranslatedPage

__all__ = [
    "ArticlePage",
    "CountryPage",
    "FaqPage",
    "HistoricPage",
    "HomePage",
    "LinkPage",
    "LoadedPage",
    "NewsIndexPage",
    "NewsPage",
    "Picture",
    "PictureRendition",
    "SectionPage",
    "TranslatedPage",
]
