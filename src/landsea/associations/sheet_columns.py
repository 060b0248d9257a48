"""The columns of the spreadsheets that associations hand over. Reading them is `landsea.base.ui.sheets`, what a row means is
`bulk_rows`.
"""

from landsea.base.ui.sheets.columns import Column

CASE_COLUMNS = (
    Column(
        "member", ("Member", "会员", "Hội viên"), True, ("Firm", "Company", "企业", "公司", "Doanh nghiệp", "Công ty")
    ),
    Column("text", ("What happened", "发生了什么", "Việc gì đã xảy ra"), True, ("Problem", "问题", "Vấn đề")),
    Column("place_text", ("Where", "在哪里", "Ở đâu"), also=("Place", "地点", "Địa điểm")),
    Column("country", ("Country", "国家", "Nước"), also=("Quốc gia",)),
    Column("goods", ("Goods", "货物", "Hàng hoá"), also=("Hàng hóa",)),
    Column("hs", ("HS code", "HS编码", "Mã HS"), also=("HS", "商品编码")),
    Column("matter", ("What it is about", "事项", "Về việc gì"), also=("Matter", "Topic", "Chủ đề")),
    Column("happened_on", ("Happened on", "发生日期", "Ngày xảy ra"), also=("Date", "日期", "Ngày")),
    Column("urgent", ("Cannot wait because", "不能等的原因", "Không thể chờ vì"), also=("Urgent", "紧急", "Khẩn cấp")),
    Column("visibility", ("Who may know", "谁可以知道", "Ai được biết"), also=("Visibility",)),
)
MEMBER_COLUMNS = (
    Column(
        "party", ("Member", "会员", "Hội viên"), True, ("Firm", "Company", "企业", "公司", "Doanh nghiệp", "Công ty")
    ),
    Column("country", ("Country", "国家", "Nước"), True, ("Quốc gia",)),
    Column("contact_name", ("Contact", "联系人", "Người liên hệ")),
    Column("email", ("E-mail", "电子邮箱", "Thư điện tử"), also=("Email", "Mail")),
    Column("phone", ("Phone", "电话", "Điện thoại")),
    Column("language", ("Language", "语言", "Ngôn ngữ")),
    Column("left", ("Left", "已退会", "Đã rời")),
)
