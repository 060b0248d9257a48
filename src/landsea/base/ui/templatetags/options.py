"""The options of a choice as tags; see `landsea.base.ui.options`."""

from django import template

from landsea.base.ui.options import draw_grouped_options, draw_options

register = template.Library()
register.simple_tag(draw_options, name="options")
register.simple_tag(draw_grouped_options, name="grouped_options")
