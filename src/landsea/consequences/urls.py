"""Addresses below /rules/ at which a change of a rule becomes an answer to the cases it touches."""

from django.urls import path

from landsea.consequences import views

urlpatterns = [
    path("version/<int:pk>/answer/", views.answer_touched_cases, name="answer_cases"),
    path("answers/", views.show_rules_that_answer, name="rule_answers"),
    path("answers/<int:answer_id>/", views.show_answered, name="rule_answered"),
    path("answers/<int:answer_id>/<int:item_id>/back", views.take_answer_back, name="rule_answer_back"),
]
