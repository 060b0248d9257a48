"""Addresses of an association: its cases, its members, filing for them."""

from django.urls import path

from landsea.cases.views import association, association_bulk, association_file, association_members

urlpatterns = [
    path("association/", association.cases, name="association_cases"),
    path("association/members/", association_members.members, name="association_members"),
    path("association/members/list.csv", association_members.download, name="association_members_csv"),
    path("association/members/list", association_members.upload, name="association_members_upload"),
    path("association/members/<int:member_id>/", association_members.member, name="association_member"),
    path("association/members/<int:member_id>/left", association_members.left, name="association_member_left"),
    path("association/file/", association_file.file_for_members, name="association_file"),
    path("association/filed/", association_file.filed, name="association_filed"),
    path("association/bulk/", association_bulk.sheets, name="association_bulk"),
    path("association/bulk/template.<str:kind>", association_bulk.template, name="association_bulk_template"),
    path("association/bulk/<int:sheet_id>/", association_bulk.sheet, name="association_sheet"),
    path("association/bulk/<int:sheet_id>/result.csv", association_bulk.result, name="association_sheet_csv"),
]
