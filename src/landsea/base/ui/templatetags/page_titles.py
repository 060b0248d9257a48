"""The title of a page, said once in its template and known to the cards in its head (`page_title`): a link's card shows it."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.html import format_html

register = template.Library()


class TitledNode(template.Node):
    """Draws what it encloses as the title of the page, and remembers it for the rest of the page."""

    def __init__(self, nodelist: NodeList):
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        """Return the title element. `page_title` in the context is its text, safe for HTML as templates write it."""
        title = self.nodelist.render(context).strip()
        context["page_title"] = title
        return format_html("<title>{}</title>", title)


@register.tag
def titled(parser: Parser, token: Token) -> TitledNode:
    """Enclose the block that pages write their title into: {% titled %}{% block title %}...{% endblock %}{% endtitled %}."""
    nodelist = parser.parse(("endtitled",))
    parser.delete_first_token()
    return TitledNode(nodelist)
