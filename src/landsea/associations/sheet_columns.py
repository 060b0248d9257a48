"""The columns of the spreadsheets that associations hand over. Reading them is `landsea.base.ui.sheets`, what a row means is
`bulk_rows`.
"""

from django.utils.translation import pgettext_lazy

from landsea.base.ui.sheets.columns import Column

ALSO_MEMBER = ("Firm", "Company", "企业", "公司", "Doanh nghiệp", "Công ty")
CASE_COLUMNS = (
    Column(
        "member",
        pgettext_lazy("heading of a sheet", "Member"),
        True,
        ALSO_MEMBER,
    ),
    Column("text", pgettext_lazy("heading of a sheet", "What happened"), True, ("Problem", "问题", "Vấn đề")),
    Column("place_text", pgettext_lazy("heading of a sheet", "Where"), also=("Place", "地点", "Địa điểm")),
    Column("country", pgettext_lazy("heading of a sheet", "Country"), also=("Quốc gia",)),
    Column("goods", pgettext_lazy("heading of a sheet", "Goods"), also=("Hàng hóa",)),
    Column("hs", pgettext_lazy("heading of a sheet", "HS code"), also=("HS", "商品编码")),
    Column("matter", pgettext_lazy("heading of a sheet", "What it is about"), also=("Matter", "Topic", "Chủ đề")),
    Column("happened_on", pgettext_lazy("heading of a sheet", "Happened on"), also=("Date", "日期", "Ngày")),
    Column("urgent", pgettext_lazy("heading of a sheet", "Cannot wait because"), also=("Urgent", "紧急", "Khẩn cấp")),
    Column("visibility", pgettext_lazy("heading of a sheet", "Who may know"), also=("Visibility",)),
)
MEMBER_COLUMNS = (
    Column(
        "party",
        pgettext_lazy("heading of a sheet", "Member"),
        True,
        ALSO_MEMBER,
    ),
    Column("country", pgettext_lazy("heading of a sheet", "Country"), True, ("Quốc gia",)),
    Column("contact_name", pgettext_lazy("heading of a sheet", "Contact")),
    Column("email", pgettext_lazy("heading of a sheet", "E-mail"), also=("Email", "Mail")),
    Column("phone", pgettext_lazy("heading of a sheet", "Phone")),
    Column("language", pgettext_lazy("heading of a sheet", "Language")),
    Column("left", pgettext_lazy("heading of a sheet", "Left")),
)
