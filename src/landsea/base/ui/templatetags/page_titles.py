"""The title of a page, said once in its template and known to the cards in its head (`page_title`): a link's card shows it."""

from html import unescape

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


class TitledNode(template.Node):
    """Draws what it encloses as the title of the page, and remembers it for the rest of the page."""

    def __init__(self, nodelist: NodeList):
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        """Return the title element. `page_title` in the context is its plain text, which whoever shows it escapes."""
        title = SafeString(self.nodelist.render(context).strip())  # escaped where it was drawn; to strip forgets that
        context["page_title"] = unescape(str.__str__(title))
        return format_html("<title>{}</title>", title)


@register.tag
def titled(parser: Parser, token: Token) -> TitledNode:
    """Enclose the block that pages write their title into: {% titled %}{% block title %}...{% endblock %}{% endtitled %}."""
    nodelist = parser.parse(("endtitled",))
    parser.delete_first_token()
    return TitledNode(nodelist)
