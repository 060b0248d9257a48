"""Addresses of barriers, below /barriers/."""

from django.urls import path

from landsea.barriers.views import answering, coordinating, me_too, pages, proposing

urlpatterns = [
    path("", pages.show_barriers, name="barriers"),
    path("proposals/", proposing.show_proposals, name="barrier_proposals"),
    path("proposals/refuse", proposing.note_no_barrier, name="barrier_refuse"),
    path("new/", coordinating.open_new_barrier, name="barrier_new"),
    path("<int:barrier_id>/", pages.show_barrier, name="barrier"),
    path("<int:barrier_id>/change/", coordinating.change_words, name="barrier_change"),
    path("<int:barrier_id>/cases", coordinating.add_cases, name="barrier_add"),
    path("<int:barrier_id>/cases/<int:case_id>/out", coordinating.take_case_out, name="barrier_out"),
    path("<int:barrier_id>/me-too/", me_too.say_me_too, name="barrier_me_too"),
    path("<int:barrier_id>/me-too/sent/", me_too.show_sent, name="barrier_me_too_sent"),
    path("<int:barrier_id>/answer/", answering.write_answer, name="barrier_answer"),
    path("answers/<int:answer_id>/", answering.show_answered, name="barrier_answered"),
    path("answers/<int:answer_id>/<int:item_id>/back", answering.take_answer_back, name="barrier_answer_back"),
]
