"""Addresses of an association: its cases, its members, filing for them."""

from django.urls import path

from landsea.associations.views import (
    bulk,
    filing,
    members,
    overview,
    pages,
    sheet_files,
)

urlpatterns = [
    path("association/", pages.show_cases, name="association_cases"),
    path("association/today/", overview.show_overview, name="association_page"),
    path("association/today/seen", overview.post_answers_seen, name="association_answers_seen"),
    path("association/members/", members.show_members, name="association_members"),
    path("association/members/list.csv", members.download_register, name="association_members_csv"),
    path("association/members/list", members.upload_register, name="association_members_upload"),
    path("association/members/<int:member_id>/", members.show_member, name="association_member"),
    path("association/members/<int:member_id>/left", members.mark_member_left, name="association_member_left"),
    path("association/file/", filing.file_for_members, name="association_file"),
    path("association/filed/", filing.show_filed, name="association_filed"),
    path("association/bulk/", bulk.show_sheets, name="association_bulk"),
    path("association/bulk/template.<str:kind>", sheet_files.send_template, name="association_bulk_template"),
    path("association/bulk/<int:sheet_id>/", bulk.show_sheet, name="association_sheet"),
    path("association/bulk/<int:sheet_id>/drop", overview.post_sheet_discarded, name="association_sheet_drop"),
    path("association/bulk/<int:sheet_id>/result.csv", sheet_files.send_result, name="association_sheet_csv"),
]
