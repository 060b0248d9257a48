"""Addresses of barriers, below /barriers/."""

from django.urls import path

from landsea.barriers.views import answering, coordinating, me_too, pages

urlpatterns = [
    path("", pages.barriers, name="barriers"),
    path("proposals/", coordinating.proposals, name="barrier_proposals"),
    path("proposals/refuse", coordinating.refuse, name="barrier_refuse"),
    path("new/", coordinating.new, name="barrier_new"),
    path("<int:barrier_id>/", pages.barrier, name="barrier"),
    path("<int:barrier_id>/change/", coordinating.change, name="barrier_change"),
    path("<int:barrier_id>/cases", coordinating.add, name="barrier_add"),
    path("<int:barrier_id>/cases/<int:case_id>/out", coordinating.out, name="barrier_out"),
    path("<int:barrier_id>/me-too/", me_too.me_too, name="barrier_me_too"),
    path("<int:barrier_id>/me-too/sent/", me_too.sent, name="barrier_me_too_sent"),
    path("<int:barrier_id>/answer/", answering.answer, name="barrier_answer"),
    path("answers/<int:answer_id>/", answering.answered, name="barrier_answered"),
    path("answers/<int:answer_id>/<int:item_id>/back", answering.back, name="barrier_answer_back"),
]
