"""Says in templates what a demonstration invented."""

from typing import Any

from django import template

from landsea.base.ui.demo_marks import mark_demo

register = template.Library()


@register.filter
def demo(words: Any, is_demo: Any) -> str:
    """Mark words or a figure that stand on what a demonstration invented: {{ count|demo:invented }}."""
    return mark_demo(str(words), bool(is_demo))
