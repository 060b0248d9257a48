"""Addresses of an association: its cases, its members, filing for them."""

from django.urls import path

from landsea.associations.views import (
    bulk,
    filing,
    members,
    pages,
)

urlpatterns = [
    path("association/", pages.cases, name="association_cases"),
    path("association/members/", members.members, name="association_members"),
    path("association/members/list.csv", members.download, name="association_members_csv"),
    path("association/members/list", members.upload, name="association_members_upload"),
    path("association/members/<int:member_id>/", members.member, name="association_member"),
    path("association/members/<int:member_id>/left", members.left, name="association_member_left"),
    path("association/file/", filing.file_for_members, name="association_file"),
    path("association/filed/", filing.filed, name="association_filed"),
    path("association/bulk/", bulk.sheets, name="association_bulk"),
    path("association/bulk/template.<str:kind>", bulk.template, name="association_bulk_template"),
    path("association/bulk/<int:sheet_id>/", bulk.sheet, name="association_sheet"),
    path("association/bulk/<int:sheet_id>/result.csv", bulk.result, name="association_sheet_csv"),
]
