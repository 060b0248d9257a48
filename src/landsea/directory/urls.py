"""Addresses of the directory, below /who/."""

from django.urls import path

from landsea.directory.views import (
    appointing,
    choose,
    confirm,
    corrections,
    leave,
    pages,
    people,
    records,
    roster,
    sheets,
    who,
)

urlpatterns = [
    path("", who.who, name="who"),
    path("search/", who.who_search, name="who_search"),
    path("choose/", choose.desk_options, name="desk_options"),
    path("desks/<str:code>/", pages.desk_page, name="desk_page"),
    path("desks/<str:code>/people/", people.desk_people, name="desk_people"),
    path("desks/<str:code>/people/new", people.new_contact, name="new_contact"),
    path("desks/<str:code>/people/appoint", appointing.appoint, name="appoint"),
    path("appointments/<int:appointment_id>/end", appointing.end, name="end_appointment"),
    path("desks/<str:code>/duty/", roster.desk_duty, name="desk_duty"),
    path("desks/<str:code>/duty/give", roster.give, name="give_duty"),
    path("desks/<str:code>/history/", people.desk_history, name="desk_history"),
    path("contacts/<int:contact_id>/", people.contact, name="contact"),
    path("contacts/<int:contact_id>/<str:contact_act>", people.contact_act, name="contact_act"),
    path("offices/<str:code>/", pages.office_page, name="office_page"),
    path("suggest/<str:code>/", pages.suggest_correction, name="suggest_correction"),
    path("confirm/<str:secret>/", confirm.confirm_contact, name="confirm_contact"),
    path("thanks/<str:what>/", confirm.contact_confirmed, name="contact_confirmed"),
    path("mine/", people.my_desks, name="my_desks"),
    path("leave/", leave.leaves, name="leaves"),
    path("leave/<int:leave_id>/end", leave.end, name="end_leave"),
    path("records/", records.league, name="league"),
    path("sheets/", sheets.sheets, name="directory_sheets"),
    path("sheets/<int:sheet_id>/", sheets.sheet, name="directory_sheet"),
    path("sheets/<str:kind>.<str:form>", sheets.export, name="directory_export"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/<int:correction_id>/", corrections.settle, name="settle_correction"),
]
