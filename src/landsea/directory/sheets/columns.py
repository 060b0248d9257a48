"""The columns of the directory's spreadsheets, named in English, Chinese and Vietnamese; their order is free."""

from landsea.base.ui.sheets.columns import Column

MOST_ROWS = 5000

OFFICES = (
    Column("code", ("Code", "代码", "Mã"), True, ("Office code", "机构代码")),
    Column("country", ("Country", "国家", "Nước"), True),
    Column("kind", ("Kind", "类别", "Loại"), True),
    Column("name_en", ("Name in English", "英文名称", "Tên tiếng Anh"), True, ("Name", "名称", "Tên")),
    Column("name_zh", ("Name in Chinese", "中文名称", "Tên tiếng Trung")),
    Column("name_vi", ("Name in Vietnamese", "越南文名称", "Tên tiếng Việt")),
    Column("name_local", ("Name in its own language", "本地语言名称", "Tên bản địa")),
    Column("parent", ("Belongs to", "上级机构", "Trực thuộc"), also=("Parent",)),
    Column("place", ("Place code", "地点代码", "Mã địa điểm"), also=("Place", "地点")),
    Column("seat", ("Seat", "所在地", "Trụ sở")),
    Column("website", ("Web site", "网站", "Trang web"), also=("Website",)),
    Column("languages", ("Languages", "语言", "Ngôn ngữ")),
    Column("time_zone", ("Time zone", "时区", "Múi giờ"), True),
    Column("weekend", ("Weekend", "周末", "Cuối tuần")),
    Column("hours", ("Hours", "办公时间", "Giờ làm việc")),
    Column("closing_days", ("Closing days", "休息日", "Ngày nghỉ riêng")),
)
DESKS = (
    Column("code", ("Code", "代码", "Mã"), True, ("Desk code", "窗口代码")),
    Column("office", ("Office", "机构", "Cơ quan"), True, ("Office code", "机构代码")),
    Column("name_en", ("Name in English", "英文名称", "Tên tiếng Anh"), True, ("Name", "名称", "Tên")),
    Column("name_zh", ("Name in Chinese", "中文名称", "Tên tiếng Trung")),
    Column("name_vi", ("Name in Vietnamese", "越南文名称", "Tên tiếng Việt")),
    Column("competences", ("Answers for", "职责", "Phụ trách"), True, ("Competences",)),
)
CONTACTS = (
    Column("desk", ("Desk", "窗口", "Bàn"), True, ("Desk code", "窗口代码", "Code", "代码")),
    Column("name", ("Name", "姓名", "Họ tên"), True),
    Column("email", ("E-mail", "电子邮箱", "Thư điện tử"), also=("Email", "Mail", "邮箱")),
    Column("phone", ("Telephone", "电话", "Điện thoại"), also=("Phone",)),
    Column("duty_phone", ("Telephone on duty", "值班电话", "Điện thoại trực"), also=("Duty phone",)),
    Column("part", ("Part", "角色", "Vai trò"), also=("Role",)),
    Column("languages", ("Languages", "语言", "Ngôn ngữ")),
)
BY_KIND = {"offices": OFFICES, "desks": DESKS, "contacts": CONTACTS}
