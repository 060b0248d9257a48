"""The columns of the directory's spreadsheets, with a heading in each language of the pages; their order is free."""

from django.utils.translation import pgettext_lazy

from landsea.base.ui.sheets.columns import Column

MOST_ROWS = 5000

OFFICES = (
    Column("code", pgettext_lazy("heading of a sheet", "Code"), True, ("Office code", "机构代码")),
    Column("country", pgettext_lazy("heading of a sheet", "Country"), True),
    Column("kind", pgettext_lazy("heading of a sheet", "Kind"), True),
    Column("name_en", pgettext_lazy("heading of a sheet", "Name in English"), True, ("Name", "名称", "Tên")),
    Column("name_zh", pgettext_lazy("heading of a sheet", "Name in Chinese")),
    Column("name_vi", pgettext_lazy("heading of a sheet", "Name in Vietnamese")),
    Column("name_local", pgettext_lazy("heading of a sheet", "Name in its own language")),
    Column("parent", pgettext_lazy("heading of a sheet", "Belongs to"), also=("Parent",)),
    Column("place", pgettext_lazy("heading of a sheet", "Place code"), also=("Place", "地点")),
    Column("seat", pgettext_lazy("heading of a sheet", "Seat")),
    Column("website", pgettext_lazy("heading of a sheet", "Web site"), also=("Website",)),
    Column("languages", pgettext_lazy("heading of a sheet", "Languages")),
    Column("time_zone", pgettext_lazy("heading of a sheet", "Time zone"), True),
    Column("weekend", pgettext_lazy("heading of a sheet", "Weekend")),
    Column("hours", pgettext_lazy("heading of a sheet", "Hours")),
    Column("closing_days", pgettext_lazy("heading of a sheet", "Closing days")),
)
DESKS = (
    Column("code", pgettext_lazy("heading of a sheet", "Code"), True, ("Desk code", "窗口代码")),
    Column("office", pgettext_lazy("heading of a sheet", "Office"), True, ("Office code", "机构代码")),
    Column("name_en", pgettext_lazy("heading of a sheet", "Name in English"), True, ("Name", "名称", "Tên")),
    Column("name_zh", pgettext_lazy("heading of a sheet", "Name in Chinese")),
    Column("name_vi", pgettext_lazy("heading of a sheet", "Name in Vietnamese")),
    Column("competences", pgettext_lazy("heading of a sheet", "Answers for"), True, ("Competences",)),
)
CONTACTS = (
    Column("desk", pgettext_lazy("heading of a sheet", "Desk"), True, ("Desk code", "窗口代码", "Code", "代码")),
    Column("name", pgettext_lazy("heading of a sheet", "Name"), True),
    Column("email", pgettext_lazy("heading of a sheet", "E-mail"), also=("Email", "Mail", "邮箱")),
    Column("phone", pgettext_lazy("heading of a sheet", "Telephone"), also=("Phone",)),
    Column("duty_phone", pgettext_lazy("heading of a sheet", "Telephone on duty"), also=("Duty phone",)),
    Column("part", pgettext_lazy("heading of a sheet", "Part"), also=("Role",)),
    Column("languages", pgettext_lazy("heading of a sheet", "Languages")),
)
APPOINTMENTS = (
    Column("part", pgettext_lazy("heading of a sheet", "Part"), True, ("Role",)),
    Column("unit", pgettext_lazy("heading of a sheet", "Desk or office"), also=("Desk", "Office")),
    Column("name", pgettext_lazy("heading of a sheet", "Name")),
    Column("email", pgettext_lazy("heading of a sheet", "E-mail"), True, ("Email", "Mail", "邮箱")),
    Column("language", pgettext_lazy("heading of a sheet", "Language")),
)
BY_KIND = {"offices": OFFICES, "desks": DESKS, "contacts": CONTACTS, "appointments": APPOINTMENTS}
