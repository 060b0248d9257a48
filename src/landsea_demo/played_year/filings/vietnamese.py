"""What filers of the played year wrote in Vietnamese: two ways to begin and two ways to ask of each kind."""

WORDS = {
    "plant": (
        (
            "{n} xe {goods} nằm ở Ma Hàm {days} tiếng rồi vì giấy kiểm dịch ghi tên cơ sở đóng gói khác danh sách "
            "đăng ký."
        ),
        "Kiểm dịch Ma Hàm giữ {goods}: giấy ghi lô {lot}, thùng lại in lô {lot}A.",
        "Cơ quan cấp giấy gửi công văn đính chính được không, hay phải cấp bản gốc mới?",
        "Viết theo tên nào mới đúng, hôm nay hỏi ai xác nhận được?",
    ),
    "laboratory": (
        "Hữu Nghị Quan đòi phiếu kiểm nghiệm của phòng khác cho {n} xe {goods}, phiếu cũ không nhận nữa.",
        ("Phiếu số {lot} dùng mấy tháng nay, từ thứ hai lại bảo phòng kiểm nghiệm không có tên; {goods} còn trên xe."),
        "Danh sách đang áp dụng xem ở đâu, từ ngày nào?",
        "Lấy mẫu ngay tại cửa khẩu được không để trái cây khỏi chờ thêm {days} tiếng?",
    ),
    "label": (
        "Lô {goods} bị giữ ở kho Nam Ninh vì nhãn tiếng Trung dán đè lên nhãn gốc.",
        "{n} đơn {goods} trước dán tem phụ vẫn được, lần này phải in bảng dinh dưỡng lên bao bì.",
        "{many} bao bì đã in rồi có thời gian chuyển tiếp không?",
        "Xin cho biết quy định nào thay đổi và áp dụng từ khi nào.",
    ),
    "queue": (
        "{n} xe lạnh chở {goods} xếp hàng ở Ma Hàm {days} tiếng, dầu chạy máy lạnh sắp hết.",
        "Bãi xe gọi số chỉ bằng một thứ tiếng nên lái xe lỡ lượt, trên xe là {goods}.",
        "Có làn riêng cho hàng tươi không, lái xe cần giấy gì?",
        "Ai giữ danh sách số thứ tự, xe lỡ lượt có được trở lại chỗ cũ không?",
    ),
    "rail": (
        "{n} container {goods} nằm ở ga Viêng Chăn {days} ngày, tuần nào cũng dời sang chuyến sau.",
        "Hãng giao nhận nói chủ hàng nhỏ chở {goods} chỉ có toa khi khách lớn hủy.",
        "Thứ tự xếp tàu theo quy tắc nào, xem ở đâu?",
        "Vài chủ hàng nhỏ đặt chung một cụm toa được không?",
    ),
    "origin": (
        "{goods} không được ưu đãi thuế vì ô số 8 của giấy chứng nhận ghi tiêu chí khác phụ lục hóa đơn.",
        "Hải quan nghi con dấu trên giấy {lot}, trong khi giấy được cấp điện tử; {goods} còn trong kho.",
        "Có thể nộp tiền bảo đảm để thông quan rồi xác minh sau không?",
        "Cơ quan nào đối chiếu chữ ký, thường mất bao lâu? Phí kho đã tính {days} ngày.",
    ),
    "licence": (
        "Đến cảng cạn bên Lào mới biết {goods} cần giấy phép nhập khẩu mà cổng thông tin không ghi.",
        "Giấy phép cho {goods} hết hạn khi xe đang đi, dù đã xin gia hạn trước {days} ngày.",
        "Bộ nào cấp, lệ phí bao nhiêu, một giấy dùng cho {n} chuyến được không?",
        "Có danh mục hàng phải xin phép không? Hai nơi trả lời hai kiểu.",
    ),
    "lorry": (
        "Hồ sơ xin phép cho {n} xe chở {goods} nộp {weeks} tuần rồi, không ai biết đang ở khâu nào.",
        "Giấy phép ghi một lượt, văn phòng lại nói có giá trị một năm; xe và {goods} bị trả về.",
        "Tra tiến độ hồ sơ ở đâu?",
        "Trong lúc chờ có được đổi đầu kéo để đi tiếp không?",
    ),
    "payment": (
        "Ngân hàng ở Trùng Khánh trả lại tiền {goods} vì hợp đồng ghi nhân dân tệ, tờ khai ghi đô la.",
        "Tiền hàng {n} container {goods} nằm ở ngân hàng bên mua {days} ngày, họ lại đòi hợp đồng đầu tiên.",
        "Hai bên ký phụ lục là đủ hay phải sửa tờ khai?",
        "Thanh toán nhiều đợt thì cơ quan ngoại hối cần giấy tờ gì?",
    ),
    "permit": (
        "Hai kỹ thuật viên sang Viêng Chăn lắp dây chuyền {goods} chờ giấy phép lao động {days} ngày.",
        "Sở lao động đòi công chứng bằng cấp, bảng niêm yết không ghi mục này.",
        "Có loại giấy phép ngắn hạn {n} tuần cho việc lắp máy không?",
        "Xin danh sách đầy đủ ở đâu để khỏi đi lại nhiều lần?",
    ),
    "charges": (
        "Hóa đơn {n} container {goods} ở Khâm Châu có phí lưu bãi {days} ngày dù tàu đến trễ.",
        "Đại lý thu thêm phí cân {goods} mà biểu phí của cảng không có.",
        "Khoản này do ai quy định, tàu trễ thì có được thu không?",
        "Có biểu phí công khai của cả cảng, gồm cả khoản đại lý được thu không?",
    ),
    "declaration": (
        "Đầu kéo hỏng phải đổi biển số nên Hữu Nghị Quan không nhận tờ khai {goods}.",
        "Tờ khai {lot} treo trên hệ thống {days} tiếng, hai bên không thấy lỗi, xe {goods} chắn cổng.",
        "Sửa biển số mà không hủy tờ khai được không?",
        "Hệ thống không báo gì thì gọi cho ai?",
    ),
    "inspection": (
        "{n} xe {goods} gần đây đều bị dỡ hết để kiểm tra ở phía Thái Lan.",
        "Thùng {goods} mở bằng tay bị rách, khách không nhận, trong khi máy soi để không.",
        "Doanh nghiệp cần gì để trở lại kiểm tra theo mẫu?",
        "Niêm phong rồi kiểm ở kho cuối được không?",
    ),
    "registration": (
        "Nhà máy {goods} gia hạn đăng ký {days} ngày rồi mà hệ thống ở cảng vẫn ghi hạn cũ.",
        "Mã nhà máy dài hơn ô khai {goods} một chữ số.",
        "Cơ quan trong nước hay phía Trung Quốc cập nhật?",
        "{n} container đang trên biển có được thông quan theo giấy gia hạn không?",
    ),
}
