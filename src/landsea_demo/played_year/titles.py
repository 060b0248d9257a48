"""The titles of the played year in the languages of the pages, so that whoever looks at the demo can read what it is about.
Those of barriers and dialogues in further languages stand in `data/demo/titles.toml`.
"""

from landsea_demo.played_year.troubles import read_titles

LANGUAGES = ("en", "zh-hans", "vi", "lo", "th")
ROWS = (
    (
        "Laboratory reports for durian are not accepted at Mohan",
        "磨憨口岸不接受榴莲检测报告",
        "Phiếu kiểm nghiệm sầu riêng không được chấp nhận tại Ma Hàm",
        "ດ່ານບໍ່ຫານບໍ່ຮັບໃບລາຍງານຜົນກວດທຸລຽນ",
        "ด่านบ่อหานไม่รับผลตรวจทุเรียนจากห้องปฏิบัติการ",
    ),
    (
        "Permits for lorries across the border take months",
        "跨境车辆许可办理需数月",
        "Giấy phép cho xe tải qua biên giới mất nhiều tháng",
        "ໃບອະນຸຍາດລົດບັນທຸກຂ້າມແດນໃຊ້ເວລາຫຼາຍເດືອນ",
        "ใบอนุญาตรถบรรทุกข้ามแดนใช้เวลาหลายเดือน",
    ),
    (
        "No slots on the train from Vientiane South",
        "万象南站班列舱位不足",
        "Không có chỗ trên tàu từ Viêng Chăn Nam",
        "ລົດໄຟຈາກວຽງຈັນໃຕ້ບໍ່ມີບ່ອນຫວ່າງ",
        "รถไฟจากเวียงจันทน์ใต้ไม่มีที่ว่าง",
    ),
    (
        "Payments for seafood are held by banks",
        "水产货款被银行扣留",
        "Tiền hàng thủy sản bị ngân hàng giữ lại",
        "ເງິນຄ່າອາຫານທະເລຖືກທະນາຄານກັກໄວ້",
        "ธนาคารกักเงินค่าสินค้าอาหารทะเล",
    ),
    (
        "First dialogue: fruit at land borders",
        "第一次对话：陆路口岸水果",
        "Đối thoại lần thứ nhất: trái cây tại cửa khẩu đường bộ",
        "ການສົນທະນາຄັ້ງທີໜຶ່ງ: ໝາກໄມ້ຢູ່ດ່ານຊາຍແດນທາງບົກ",
        "การหารือครั้งแรก: ผลไม้ที่ด่านทางบก",
    ),
    (
        "Working group on lorries and trains",
        "公路与铁路工作组",
        "Nhóm công tác về xe tải và tàu hỏa",
        "ກຸ່ມເຮັດວຽກກ່ຽວກັບລົດບັນທຸກ ແລະ ລົດໄຟ",
        "คณะทำงานเรื่องรถบรรทุกและรถไฟ",
    ),
    (
        "Visit to Boten and Mohan",
        "走访磨丁与磨憨",
        "Chuyến thăm Boten và Ma Hàm",
        "ຢ້ຽມຢາມບໍ່ເຕັນ ແລະ ບໍ່ຫານ",
        "เยี่ยมด่านบ่อเต็นและบ่อหาน",
    ),
    (
        "Hearing on payments",
        "支付问题听证会",
        "Phiên điều trần về thanh toán",
        "ການຮັບຟັງຄວາມເຫັນເລື່ອງການຊຳລະເງິນ",
        "การรับฟังความเห็นเรื่องการชำระเงิน",
    ),
    (
        "Next dialogue: rail and holidays",
        "下次对话：铁路与节假日",
        "Đối thoại tiếp theo: đường sắt và ngày lễ",
        "ການສົນທະນາຄັ້ງຕໍ່ໄປ: ທາງລົດໄຟ ແລະ ວັນພັກ",
        "การหารือครั้งต่อไป: รถไฟและวันหยุด",
    ),
    ("Rice beer from the highlands", "高原米酿啤酒", "Bia gạo từ vùng cao", "ເບຍເຂົ້າຈາກເຂດພູສູງ", "เบียร์ข้าวจากที่สูง"),
    (
        "Washed arabica from Bolaven",
        "波罗芬高原水洗阿拉比卡咖啡",
        "Cà phê arabica chế biến ướt từ Bolaven",
        "ກາເຟອາຣາບິກາລ້າງນ້ຳຈາກພູພຽງບໍລະເວນ",
        "กาแฟอาราบิกาล้างน้ำจากโบลาเวน",
    ),
    (
        "Frozen durian pulp, own cold store",
        "冷冻榴莲果肉，自有冷库",
        "Cơm sầu riêng đông lạnh, kho lạnh riêng",
        "ເນື້ອທຸລຽນແຊ່ແຂງ, ມີສາງເຢັນເອງ",
        "เนื้อทุเรียนแช่แข็ง มีห้องเย็นของตนเอง",
    ),
    (
        "Light motorcycles and parts",
        "轻便摩托车及配件",
        "Xe máy nhẹ và phụ tùng",
        "ລົດຈັກຂະໜາດນ້ອຍ ແລະ ອະໄຫຼ່",
        "รถจักรยานยนต์ขนาดเล็กและอะไหล่",
    ),
    (
        "Small rice harvesters for terraces",
        "梯田小型水稻收割机",
        "Máy gặt lúa nhỏ cho ruộng bậc thang",
        "ເຄື່ອງກ່ຽວເຂົ້ານ້ອຍສຳລັບນາຂັ້ນໄດ",
        "เครื่องเกี่ยวข้าวขนาดเล็กสำหรับนาขั้นบันได",
    ),
    (
        "Beer for forty restaurants in Chongqing",
        "为重庆四十家餐馆采购啤酒",
        "Bia cho bốn mươi nhà hàng ở Trùng Khánh",
        "ເບຍສຳລັບຮ້ານອາຫານສີ່ສິບແຫ່ງໃນຈົງຊິງ",
        "เบียร์สำหรับร้านอาหารสี่สิบแห่งในฉงชิ่ง",
    ),
    (
        "Green coffee, two containers a quarter",
        "咖啡生豆，每季度两柜",
        "Cà phê nhân, hai container mỗi quý",
        "ກາເຟດິບ, ສອງຕູ້ຕໍ່ໄຕມາດ",
        "เมล็ดกาแฟดิบ สองตู้ต่อไตรมาส",
    ),
    ("Spare parts for motorcycles", "摩托车配件", "Phụ tùng xe máy", "ອະໄຫຼ່ລົດຈັກ", "อะไหล่รถจักรยานยนต์"),
    (
        "Harvesters to hire for one season",
        "求租收割机一季",
        "Thuê máy gặt trong một vụ",
        "ຊອກເຊົ່າເຄື່ອງກ່ຽວເຂົ້າໜຶ່ງລະດູ",
        "ขอเช่าเครื่องเกี่ยวข้าวหนึ่งฤดู",
    ),
    (
        "Charging stations along the road to the border",
        "通往口岸公路沿线充电站",
        "Trạm sạc dọc đường ra biên giới",
        "ສະຖານີສາກໄຟຕາມເສັ້ນທາງໄປຊາຍແດນ",
        "สถานีชาร์จไฟฟ้าตามถนนไปชายแดน",
    ),
    (
        "A cold store at a dry port looks for a partner",
        "陆港冷库寻找合作伙伴",
        "Kho lạnh tại cảng cạn tìm đối tác",
        "ສາງເຢັນຢູ່ທ່າບົກຊອກຫາຄູ່ຮ່ວມ",
        "ห้องเย็นที่ท่าเรือบกหาผู้ร่วมลงทุน",
    ),
    (
        "Railway scholarship for students of the corridor",
        "通道沿线学生铁路奖学金",
        "Học bổng đường sắt cho sinh viên dọc hành lang",
        "ທຶນການສຶກສາລົດໄຟສຳລັບນັກສຶກສາຕາມລະບຽງ",
        "ทุนการศึกษาด้านรถไฟสำหรับนักศึกษาในระเบียง",
    ),
    (
        "Corridor fair: fruit, coffee and machines",
        "通道展会：水果、咖啡与机械",
        "Hội chợ hành lang: trái cây, cà phê và máy móc",
        "ງານວາງສະແດງຂອງລະບຽງ: ໝາກໄມ້, ກາເຟ ແລະ ເຄື່ອງຈັກ",
        "งานแสดงสินค้าของระเบียง: ผลไม้ กาแฟ และเครื่องจักร",
    ),
    (
        "Course: papers for fruit at land borders",
        "培训：陆路口岸水果单证",
        "Khóa học: giấy tờ cho trái cây tại cửa khẩu đường bộ",
        "ຝຶກອົບຮົມ: ເອກະສານໝາກໄມ້ຢູ່ດ່ານຊາຍແດນທາງບົກ",
        "อบรม: เอกสารผลไม้ที่ด่านทางบก",
    ),
    (
        "Register here; who comes later waits and moves up.",
        "请在此报名；后来者排队递补。",
        "Đăng ký tại đây; người đến sau chờ và được xếp lên.",
        "ລົງທະບຽນທີ່ນີ້; ຜູ້ມາທີຫຼັງຖ້າ ແລະ ເລື່ອນຂຶ້ນ.",
        "ลงทะเบียนที่นี่ ผู้มาทีหลังรอคิวและเลื่อนขึ้นตามลำดับ",
    ),
    (
        "Ask your laboratory for its registration number before loading; the list is with the plant quarantine desk.",
        "装货前请向实验室索取注册编号；名单在植物检疫岗位。",
        "Hỏi phòng kiểm nghiệm số đăng ký trước khi xếp hàng; danh sách có tại bàn kiểm dịch thực vật.",
        "ຖາມເລກທະບຽນຂອງຫ້ອງທົດລອງກ່ອນຂົນຂຶ້ນ; ບັນຊີຢູ່ກັບໂຕະກັກກັນພືດ.",
        "ขอเลขทะเบียนจากห้องปฏิบัติการก่อนบรรทุกสินค้า รายชื่ออยู่ที่หน่วยงานกักกันพืช",
    ),
    (
        "File the application with all vehicle papers at once; incomplete ones go back to the end of the line.",
        "申请时请一次交齐车辆证件；不全的须重新排队。",
        "Nộp đơn kèm đủ giấy tờ xe ngay một lần; hồ sơ thiếu phải xếp lại cuối hàng.",
        "ຍື່ນຄຳຮ້ອງພ້ອມເອກະສານລົດໃຫ້ຄົບເທື່ອດຽວ; ອັນທີ່ບໍ່ຄົບຕ້ອງກັບໄປຕໍ່ທ້າຍແຖວ.",
        "ยื่นคำขอพร้อมเอกสารรถให้ครบในครั้งเดียว คำขอที่ไม่ครบต้องกลับไปต่อท้ายแถว",
    ),
    (
        "Book through your forwarder two weeks ahead and say which day you can do without.",
        "请通过货代提前两周订舱，并说明哪天可以让出。",
        "Đặt chỗ qua hãng giao nhận trước hai tuần và nói rõ ngày nào có thể nhường.",
        "ຈອງຜ່ານບໍລິສັດຂົນສົ່ງລ່ວງໜ້າສອງອາທິດ ແລະ ບອກວ່າມື້ໃດທີ່ສາມາດປ່ອຍໄດ້.",
        "จองผ่านผู้รับจัดการขนส่งล่วงหน้าสองสัปดาห์ และบอกว่าวันใดเลื่อนได้",
    ),
    (
        "Send the original contract with the first invoice; the bank asks for it in every case.",
        "请随第一张发票附上合同原件；银行每次都会要求。",
        "Gửi bản gốc hợp đồng cùng hóa đơn đầu tiên; ngân hàng lần nào cũng yêu cầu.",
        "ສົ່ງສັນຍາສະບັບຕົ້ນພ້ອມໃບເກັບເງິນທຳອິດ; ທະນາຄານຮ້ອງຂໍທຸກຄັ້ງ.",
        "ส่งสัญญาฉบับจริงพร้อมใบแจ้งหนี้ใบแรก ธนาคารขอทุกครั้ง",
    ),
)
_BY_ENGLISH = {row[0]: dict(zip(LANGUAGES, row, strict=True)) for row in ROWS}


def find_title(english: str) -> dict[str, str]:
    """Return a title or sentence of the demo by language; English alone where it has not been put into the others."""
    return _BY_ENGLISH.get(english, {"en": english}) | read_titles().get(english, {})
