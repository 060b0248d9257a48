"""Addresses of phrases: below the case for its people, below the mailbox and the answer link for who came by those."""

from django.urls import path

from landsea.phrases.views import card, phrases, work_list

urlpatterns = [
    path("cases/<str:ref>/phrases/", phrases.show_case_phrases, name="case_phrases"),
    path("my/<str:ref>/phrases/", phrases.show_mailbox_phrases, name="mailbox_phrases"),
    path("answer/<str:ref>/phrases/", phrases.answer_phrases, name="answer_phrases"),
    path("phrases/card/<str:code>/", card.show_card, name="phrase_card"),
    path("phrases/work/", work_list.show_work_list, name="phrases_work"),
    path("phrases/work/<int:words_id>", work_list.settle_words, name="phrases_settle"),
]
