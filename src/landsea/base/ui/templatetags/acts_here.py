"""What one can do on a page where trouble is found, the same on every page."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from landsea.base.ui.page_subjects import trouble_url

register = template.Library()
register.simple_tag(trouble_url)


@register.simple_block_tag
def acts_here(content: str, page: str, words: str = "", last: bool = False) -> str:
    """What one can do on a page where trouble is found: file it with what the page knows (see `trouble_url`), and the acts of
    its content. `words` say on that button something else; `last`: the acts of the content weigh more.
    """
    said = words or _("I have trouble with this")
    trouble = format_html('<a class="button{}" href="{}">{}</a>', " quiet" if last else "", trouble_url(page), said)
    return format_html(
        '<nav class="acts acts-here unprinted" aria-label="{}">{}{}</nav>',
        _("What you can do here"),
        *((content, trouble) if last else (trouble, content)),
    )
