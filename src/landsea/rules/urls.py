"""Addresses of the rules, below /rules/."""

from django.urls import path

from landsea.rules.views import (
    api,
    checklist,
    coverage,
    editing,
    feeds,
    news,
    pages,
    watches,
)

urlpatterns = [
    path("", pages.show_measures, name="measures"),
    path("measure/<str:code>/", pages.show_measure, name="measure"),
    path("measure/<str:code>/suggest", pages.suggest_rule_correction, name="suggest_rule_correction"),
    path("coverage/", coverage.show_coverage, name="rule_coverage"),
    path("checklist/", checklist.draw_checklist_page, name="checklist"),
    path("checklist/save", checklist.save_checklist, name="save_checklist"),
    path("watch/", watches.make_watch, name="new_watch"),
    path("w/<str:secret>/", watches.watch_page, name="watch"),
    path("w/<str:secret>/paper", watches.note_paper, name="note_paper"),
    path("w/<str:secret>/change", watches.change_watch, name="change_watch"),
    path("changes.<str:form>", feeds.show_changes, name="rule_feed"),
    path("feed/<str:secret>.<str:form>", feeds.watch_feed, name="watch_feed"),
    path("edit/", editing.show_editing, name="rule_editing"),
    path("edit/news/", news.show_news, name="rule_news"),
    path("edit/<str:code>/", editing.edit_draft, name="rule_draft"),
    path("corrections/<int:pk>/settle", editing.settle_correction, name="rule_settle_correction"),
    path("version/<int:pk>/", editing.show_version, name="rule_version"),
    path("version/<int:pk>/settle", editing.settle_version, name="rule_settle"),
    path("api/v1/openapi.json", api.answer_openapi, name="api_openapi"),
    path("api/v1/measures", api.answer_measures, name="api_measures"),
    path("api/v1/measures/<str:code>", api.answer_measure, name="api_measure"),
    path("api/v1/measures/<str:code>/versions", api.answer_measure_versions, name="api_measure_versions"),
    path("api/v1/measures/<str:code>/versions/<int:number>", api.answer_measure_version, name="api_measure_version"),
    path("api/v1/gate", api.answer_gate, name="api_gate"),
    path("api/v1/checklist", api.answer_checklist, name="api_checklist"),
    path("api/v1/coverage", api.answer_coverage, name="api_coverage"),
]
