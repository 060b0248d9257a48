"""Problems of the demo: invented firms, real kinds of trouble, written as people write. Nothing here is a real case."""

from landsea_core.caseflow import Visibility

NAMED, KNOWN, HIDDEN = Visibility.NAMED, Visibility.COORDINATOR_ONLY, Visibility.PSEUDONYMOUS

PROBLEMS = [
    # language, text, place code or "", country, filer's country, goods, hs, topic, matter, lane, visibility, party
    ("lo", "ມັນຕົ້ນແຫ້ງ 3 ຄັນລົດຂອງພວກເຮົາຄ້າງຢູ່ດ່ານບໍ່ຫານ ສອງມື້ແລ້ວ. ເຈົ້າໜ້າທີ່ກັກກັນພືດບອກວ່າໃບຢັ້ງຢືນສຸຂານາໄມພືດຂຽນຊື່ໂຮງງານຜິດ. ຈະແກ້ໄຂຢູ່ໃສ?",
     "CNMHN", "CN", "LA", "dried cassava chips", "071410", "sps_tbt", "plant_health", "urgent", NAMED, "Demo Cassava Oudomxay"),
    ("vi", "Hai xe sầu riêng đang chờ ở Hữu Nghị Quan từ tối qua. Hải quan bên kia nói phòng xét nghiệm của chúng tôi chưa có trong danh sách. Xin cho biết danh sách mới nhất và ai xác nhận được.",
     "CNYYG", "CN", "VN", "fresh durian", "081060", "sps_tbt", "laboratory", "urgent", NAMED, "Demo Trái Cây Tiền Giang"),
    ("zh", "我司一批摩托车配件到万象南站后，提货时被要求补交一份从未听说过的进口许可。货已在站场四天，滞箱费每天都在增加，请问应向哪个部门办理，多久可以批下来？",
     "", "LA", "CN", "motorcycle parts", "871410", "permits_licensing", "import_licence", "normal", NAMED, "示例摩托配件（重庆）"),
    ("th", "รถตู้เย็นทุเรียนติดคิวที่ด่านโม่ฮานเกือบสามสิบชั่วโมง เครื่องทำความเย็นน้ำมันใกล้หมด ขอช่องทางสำหรับผลไม้สดได้ไหม",
     "CNMHN", "CN", "TH", "fresh durian", "081060", "transport_border", "gate_queue", "urgent", NAMED, "Demo Fresh Chanthaburi"),
    ("en", "Our container of rubber has waited at Vientiane South for a slot on the train to Chongqing for eleven days. Each time we ask we are told next week. Who decides on the order?",
     "", "LA", "LA", "natural rubber", "400122", "transport_border", "rail", "normal", NAMED, "Demo Rubber Bolikhamxay"),
    ("id", "Sarang burung walet kami ditolak karena nomor registrasi rumah walet tidak muncul di sistem, padahal sudah disetujui bulan lalu. Mohon dicek di mana macetnya.",
     "", "CN", "ID", "bird's nest", "041000", "permits_licensing", "facility_registration", "normal", KNOWN, "Demo Walet Kalimantan"),
    ("vi", "Ngân hàng bên mua ở Trùng Khánh giữ tiền hàng tôm ba tuần nay, họ nói phải bổ sung hợp đồng bản gốc cho cơ quan ngoại hối. Chúng tôi gửi rồi vẫn chưa nhận được tiền.",
     "", "CN", "VN", "frozen shrimp", "030617", "payments_finance", "foreign_exchange", "normal", NAMED, "Demo Thủy Sản Cà Mau"),
    ("zh", "我们的技术员去老挝装机，工作证办理要求每次不一样，上次要无犯罪证明公证，这次又要学历认证。请给一份确定的材料清单。",
     "", "LA", "CN", "", "", "visa_movement", "work_permit", "normal", NAMED, "示例农机（四川）"),
    ("en", "Form E for our coffee was refused because the invoice carries the name of our trading company in Singapore. The goods went straight from Pakse to Kunming. May a third party invoice or not?",
     "", "CN", "LA", "green coffee", "090111", "rules_of_origin", "certificate_rejected", "normal", NAMED, "Demo Coffee Bolaven"),
    ("en", "Somebody registered our noodle brand in China before us. The buyer is afraid to put our packets on the shelf. What is the quickest way to contest it?",
     "", "CN", "TH", "instant noodles", "190230", "ip", "trade_mark", "normal", HIDDEN, ""),
    ("zh", "钦州港到林查班的柜子，船公司加收一笔“港口拥堵费”，港口却说没有拥堵。请问这笔费用是谁定的，依据是什么？",
     "", "CN", "CN", "household appliances", "851660", "taxes_fees", "port_charges", "normal", NAMED, "示例家电（重庆）"),
    ("vi", "Sang làm thủ tục cấp giấy phép vận tải liên vận cho 5 xe đầu kéo, nộp hồ sơ hai tháng chưa có trả lời. Không có giấy thì xe không chạy thẳng lên Nam Ninh được.",
     "", "VN", "VN", "", "", "permits_licensing", "lorry_permits", "normal", NAMED, "Demo Vận Tải Lạng Sơn"),
    ("en", "A buyer in Kunming does not pay for the sesame he received. He says it was wet. Please make him pay.",
     "", "CN", "MM", "sesame", "120740", "other", "private_dispute", "normal", NAMED, "Demo Sesame Magway"),
    ("ms", "Pihak berkuasa minta label dalam bahasa Cina untuk sampel biskut kami walaupun hanya untuk pameran. Sampel tertahan di Nanning.",
     "", "CN", "MY", "biscuits", "190531", "sps_tbt", "labelling", "normal", NAMED, "Demo Biskut Johor"),
    ("km", "អង្កររបស់យើងជាប់នៅកំពង់ផែ ដោយសារពិន្ទុ MRL ខុសគ្នារវាងមន្ទីរពិសោធន៍ពីរ។ តើលទ្ធផលមួយណាត្រូវបានទទួលយក?",
     "", "CN", "KH", "milled rice", "100630", "sps_tbt", "laboratory", "normal", NAMED, "Demo Rice Battambang"),
]  # fmt: skip
