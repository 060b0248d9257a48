"""What desks of the played year answered, by kind of trouble, in three languages."""

ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "plant": {
        "en": (
            (
                "The register has the name without the hyphen. A letter of correction by the issuing office is "
                "accepted; send its number."
            ),
            (
                "We compared lot and cartons with the orchard's list. The lot is right, the cartons carry the "
                "code of the packing line."
            ),
        ),
        "zh": ("以注册名单的写法为准。签证机关出具更正函即可，请把函号发给我们。",),
        "vi": (
            ("Lấy theo tên trong danh sách đăng ký. Công văn đính chính của cơ quan cấp là đủ; xin gửi số công văn."),
        ),
    },
    "laboratory": {
        "en": (
            ("The list of this month has your laboratory under its new name. Ask it for a copy that bears both names."),
            "Samples can be drawn at the gate until four in the afternoon; the result comes within a day.",
        ),
        "zh": ("本月名单里该实验室用的是新名称，请让实验室出具注明新旧名称的副本。",),
        "vi": ("Danh sách tháng này ghi phòng kiểm nghiệm theo tên mới. Xin bản sao ghi cả hai tên.",),
    },
    "label": {
        "en": (
            (
                "The label may be stuck on, but not over the maker's own text. Goods in store may be labelled "
                "again under supervision."
            ),
            (
                "Since the first of the quarter the table has to be on the packet. What was printed before may be "
                "sold until it is used up."
            ),
        ),
        "zh": ("标签可以加贴，但不能盖住原标签；库内货物可在监管下重新贴标。",),
        "vi": ("Được dán nhãn phụ nhưng không đè lên nhãn gốc; hàng trong kho được dán lại dưới giám sát.",),
    },
    "queue": {
        "en": (
            (
                "Fresh fruit goes by lane 3 with the blue slip of the parking area. We told the area to call your "
                "numbers again."
            ),
            "The gate stays open two hours longer today. Your lorries are among those called first.",
        ),
        "zh": ("鲜活产品走三号通道，凭停车场蓝色单；已请停车场重新叫号。",),
        "vi": ("Hàng tươi đi làn số 3 với phiếu màu xanh của bãi xe. Chúng tôi đã nhờ bãi gọi lại số.",),
    },
    "rail": {
        "en": (
            (
                "Slots are given on Tuesdays by the order of complete bookings. Yours lacked the weight per box; "
                "it is complete now."
            ),
            "Shippers below ten boxes may book together through one forwarder. We enclose the form.",
        ),
        "zh": ("每周二按资料齐全的先后分配舱位。贵司缺单箱重量，现已补齐。",),
        "vi": (
            ("Chỗ được phân thứ ba theo thứ tự hồ sơ đủ. Hồ sơ của bạn thiếu trọng lượng từng container, nay đã đủ."),
        ),
    },
    "origin": {
        "en": (
            (
                "The criterion of the annex is the right one. The issuing office may reissue the form with the "
                "note 'issued retroactively'."
            ),
            (
                "An electronic stamp is valid when the number is found on the issuing office's page. We checked "
                "it: it is."
            ),
        ),
        "zh": ("以附件所列标准为准，签证机构可补发并注明“补发”。",),
        "vi": ("Tiêu chí trong phụ lục là đúng. Cơ quan cấp có thể cấp lại và ghi 'cấp sau'.",),
    },
    "licence": {
        "en": (
            (
                "These goods are on the list by their use, not by their name. One licence covers a quarter and "
                "any number of deliveries."
            ),
            "An application handed in before the end keeps the old licence valid. We told the dry port.",
        ),
        "zh": ("该商品按用途列入许可清单，一张证一个季度内有效，不限批次。",),
        "vi": ("Hàng này thuộc danh mục theo công dụng. Một giấy dùng trong một quý, không giới hạn chuyến.",),
    },
    "lorry": {
        "en": (
            (
                "The applications lay with the province because one chassis number was unreadable. A photograph "
                "is enough."
            ),
            "The permit is for a year, the printer left out the second line. The border has the correction.",
        ),
        "zh": ("因一个车架号看不清，申请停在省里，补一张照片即可。",),
        "vi": ("Hồ sơ dừng ở tỉnh vì một số khung mờ. Gửi ảnh chụp là đủ.",),
    },
    "payment": {
        "en": (
            (
                "A supplement signed by both sides that names the currency is enough. The bank asks for it once "
                "for each contract."
            ),
            "For trade in parts the bank keeps a list of the declarations. We sent it the numbers of yours.",
        ),
        "zh": ("双方签署注明币种的补充协议即可，每份合同只需一次。",),
        "vi": ("Phụ lục hai bên ký ghi rõ đồng tiền là đủ, mỗi hợp đồng một lần.",),
    },
    "permit": {
        "en": (
            (
                "For mounting machines there is a permit of thirty days with an invitation of the factory. No "
                "diploma is needed for it."
            ),
            "The list on the wall is of last year. The one that counts is enclosed, in Lao and English.",
        ),
        "zh": ("安装设备可凭工厂邀请函办理三十天许可，不需要学历公证。",),
        "vi": ("Lắp máy có giấy phép ba mươi ngày theo thư mời của nhà máy, không cần bằng cấp.",),
    },
    "charges": {
        "en": (
            (
                "Storage is not charged for days on which the ship was late. The terminal corrects the bill on "
                "the ship's report."
            ),
            ("Weighing is in the tariff under the name of the agent's association. It may be asked for once a box."),
        ),
        "zh": ("船期延误的天数不收堆存费，码头凭船公司证明更正账单。",),
        "vi": ("Những ngày tàu trễ không tính phí lưu bãi; cảng sửa hóa đơn theo xác nhận của tàu.",),
    },
    "declaration": {
        "en": (
            (
                "The plate can be changed by the broker under 'transport' until the lorry has passed the gate. No "
                "new declaration."
            ),
            "The declaration waited for the answer of the other side's system. We had it sent again.",
        ),
        "zh": ("车辆过卡口前，报关行可在“运输”栏修改车牌，不用撤单。",),
        "vi": ("Trước khi xe qua cổng, đại lý sửa biển số ở mục 'vận tải', không phải khai lại.",),
    },
    "inspection": {
        "en": (
            (
                "After three clean checks a firm is looked at by sample. Two of yours were entered under another "
                "tax number."
            ),
            "The scanner is used again since this week. Boxes are opened where its picture is unclear.",
        ),
        "zh": ("连续三次无问题即恢复抽检，其中两次登记在了别的税号下，已更正。",),
        "vi": ("Ba lần kiểm không lỗi thì kiểm theo mẫu; hai lần của bạn bị ghi nhầm mã số thuế.",),
    },
    "registration": {
        "en": (
            (
                "The renewal is in the register; the port's copy is refreshed on Mondays. Until then the paper is "
                "accepted."
            ),
            "Leave out the leading zero of the number. The form is being widened.",
        ),
        "zh": ("注册已续期，港口系统每周一更新，更新前凭文件放行。",),
        "vi": ("Đăng ký đã gia hạn; hệ thống cảng cập nhật thứ hai hằng tuần, trước đó nhận giấy.",),
    },
}
