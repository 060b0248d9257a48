"""How servers say, outside any standard, that a mail did not arrive: who speaks, that it failed, and whether for good.

Collected from what Postfix, Exim, qmail, Exchange, Gmail, QQ and NetEase write, and what servers of the corridor write in
their languages.
"""

import re

DAEMONS = re.compile(
    r"^(?:mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|postmaster|post\.master|microsoftexchange[0-9a-f]*|bounces?|bounce[-+].*|mail-?delivery.*|"
    r"delivery|dsn|mailerdaemon|exchange|system|admin\.bounce|no-?reply-?mailer|mailer|maildelivery|ndr)@",
    re.IGNORECASE,
)
"""Who speaks: the local part of a server's address."""
FAILED_SUBJECT = re.compile(
    r"undeliver(?:able|ed)|delivery (?:status notification|has failed|failed|failure|incomplete|problem|report)|mail delivery (?:failed|failure|system|subsystem|problem)|"
    r"returned (?:mail|to sender)|return(?:ing|ed) message|failure notice|could ?n[o']t be delivered|not delivered|non[- ]?delivery|message (?:delayed|not sent)|"
    r"delayed mail|delivery delayed|warning: could not send|"
    r"退信|未送达|未傳遞|未传递|投递失败|投递状态|发送失败|寄送失敗|无法送达|無法送達|无法投递|無法傳遞|传递失败|邮件被退回|延迟|延遲|退回|"
    r"không (?:thể )?(?:gửi|chuyển|phân phối|giao)(?: được)?|gửi (?:thư )?(?:thất bại|không thành công)|thư (?:bị )?trả lại|chưa (?:được )?gửi|không gửi được|bị trì hoãn|"
    r"ส่ง(?:อีเมล|ข้อความ|จดหมาย)?ไม่(?:สำเร็จ|ได้|ถึง)|ไม่สามารถ(?:ส่ง|จัดส่ง|นำส่ง)|ตีกลับ|การส่งล่าช้า|"
    r"ສົ່ງ(?:ອີເມວ|ຂໍ້ຄວາມ)?ບໍ່(?:ສຳເລັດ|ໄດ້)|ບໍ່ສາມາດສົ່ງ|មិនអាច(?:ផ្ញើ|បញ្ជូន)|ផ្ញើមិនបាន|មပို့(?:နိုင်|ပေးနိုင်)|ပို့၍မရ|"
    r"tidak (?:dapat|bisa|berhasil|terkirim)(?: di)?(?:kirim|sampaikan|hantar)?|gagal (?:di)?(?:kirim|hantar|terkirim)|pengiriman (?:gagal|tertunda)|penghantaran (?:gagal|tertangguh)|"
    r"hindi (?:naihatid|naipadala)",
    re.IGNORECASE,
)
FAILED_WORDS = re.compile(
    FAILED_SUBJECT.pattern
    + r"|permanent(?:ly)? (?:error|fail)|wasn['’]t delivered|was not delivered|unable to deliver|couldn['’]t deliver|will be retried|"
    r"address (?:couldn['’]t be found|not found|rejected)|user unknown|unknown user|no such user|mailbox (?:unavailable|not found|full|is full)|"
    r"此邮件无法|邮件未能|未能送达|未能傳送|无法发送到|无法送到|被拒收|拒绝接收",
    re.IGNORECASE,
)
FULL = re.compile(
    r"mailbox (?:is )?full|(?:over|exceed(?:s|ed)?|out of).{0,20}(?:quota|storage)|quota exceeded|insufficient (?:system )?storage|inbox is (?:full|out of)|storage space|"
    r"邮箱(?:空间)?(?:已满|不足|容量)|空间(?:已满|不足)|信箱已滿|郵箱已滿|容量(?:已满|不足|已滿)|"
    r"hộp thư (?:đã |đang |bị |của .{0,30})?(?:đầy|quá tải|vượt)|đầy hộp thư|dung lượng|กล่อง(?:จดหมาย|เมล|ขาเข้า).{0,30}เต็ม|พื้นที่.{0,20}(?:เต็ม|ไม่พอ)|เต็ม|"
    r"ກ່ອງ(?:ຈົດໝາຍ|ເມວ).{0,30}ເຕັມ|ប្រអប់.{0,20}ពេញ|ပြည့်|kotak (?:surat|masuk|mel).{0,30}penuh|penuh|puno na",
    re.IGNORECASE,
)
NO_SUCH = re.compile(
    r"user (?:is )?unknown|unknown (?:user|recipient|address|local)|no such (?:user|recipient|mailbox|address|person)|(?:does|do) ?n[o']t exist|not exist|(?:user|recipient|mailbox|address|account) (?:was |could )?not (?:be )?found|"
    r"recipientnotfound|no mailbox here|invalid (?:recipient|mailbox|address)|address (?:couldn['’]t be found|rejected)|(?:account|mailbox) (?:has been |is )?(?:disabled|suspended|inactive|closed|unavailable)|"
    r"mail ?box not found|not our customer|host (?:or domain name )?not found|domain (?:name )?(?:not found|does)|nxdomain|"
    r"不存在|找不到|查无|查無|无此(?:用户|收件人|邮箱)|無此(?:用戶|收件人)|(?:已)?(?:停用|注销|冻结|禁用)|地址(?:错误|有误|無效|无效)|"
    r"không tồn tại|không tìm thấy|không có (?:người|hộp|địa chỉ)|không hợp lệ|ไม่มี(?:อยู่|ผู้ใช้|บัญชี|ที่อยู่)|ไม่พบ|ไม่ถูกต้อง|"
    r"ບໍ່ມີ|ບໍ່ພົບ|មិនមាន|រកមិនឃើញ|မရှိ|မတွေ့|tidak (?:ada|ditemukan|dikenal|wujud|dijumpai|valid|terdaftar)|walang ganitong|hindi (?:mahanap|umiiral)",
    re.IGNORECASE,
)
TEMPORARY = re.compile(
    r"temporar(?:y|ily)|transient|delayed|will (?:be )?retr(?:y|ied)|try again|retry|still being|warning only|timed? ?out|deferred|grey?list|too many|rate limit|try(?:ing)? (?:for|again)|"
    r"delivery incomplete|not yet been delivered|queue\.expired|message expired|expired|"
    r"暂时|暫時|稍后(?:再试|重试)?|稍後|重试|延迟|延遲|超时|逾時|繁忙|网络不稳定|"
    r"tạm thời|thử lại|trì hoãn|quá thời gian|chậm|ชั่วคราว|ลองใหม่|ล่าช้า|หมดเวลา|ຊົ່ວຄາວ|ລອງໃໝ່|ຊັກຊ້າ|បណ្ដោះអាសន្ន|បណ្តោះអាសន្ន|ព្យាយាមម្ដងទៀត|ယာယီ|ထပ်မံကြိုးစား|နှောင့်နှေး|"
    r"sementara|coba lagi|cuba lagi|tertunda|tertangguh|pansamantala|subukan muli",
    re.IGNORECASE,
)
