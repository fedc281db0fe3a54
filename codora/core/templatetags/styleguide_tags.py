"""What only the style guide needs."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from codora.core.styleguide import Example
from codora.core.templatetags.codora_tags import component

register = template.Library()


@register.simple_tag(takes_context=True)
def example(context: Context, name: str, example: Example) -> SafeString:
    """The component with an example's values, inside the element that the example asks for."""
    values = {key: _trusted(value) for key, value in example.values.items()}
    return format_html(
        '<{tag} class="{css_class}">{content}</{tag}>',
        tag=example.tag,
        css_class=example.css_class,
        content=component(context, name, **values),
    )


def _trusted(value: object) -> object:
    """Examples are our own files: text in them may be the markup that stands between a component's tags."""
    return mark_safe(value) if isinstance(value, str) else value  # noqa: S308


@register.filter
def words(text: str) -> list[str]:
    return text.split()
