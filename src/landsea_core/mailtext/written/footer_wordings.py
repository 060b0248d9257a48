"""The words of footers: devices and programs, verbs of sending and getting, and whole lines that are always footers."""

import re

DEVICES = (
    r"i-?phone|i-?pad|i-?pod|android|galaxy|samsung|三星|huawei|华为|華為|honor|荣耀|xiaomi|小米|redmi|红米|oppo|vivo|realme|oneplus|一加|"
    r"nokia|blackberry|windows phone|smart ?phone|mobile phone|mobile device|phone|tablet|手机|手機|平板|移动设备|điện thoại|di động|"
    r"สมาร์ทโฟน|โทรศัพท์|มือถือ|ໂທລະສັບ|ມືຖື|ទូរស័ព្ទ|ဖုန်း|ponsel|telepon|telefon|peranti|perangkat|cellphone|"
    r"outlook|yahoo|雅虎|gmail|mail for windows|windows mail|mail app|邮件应用|proton ?mail|thunderbird|foxmail|qq邮箱|qq mail|qqmail|"
    r"网易|邮箱大师|mail ?master|163\.com|126\.com|新浪邮箱|sina|微信|wechat|zalo|viber|line app|whatsapp|aqua mail|blue ?mail|spark|edison|"
    r"盖乐世|通信手机|智能手机|lark|nine|zoho|mail\.ru|gmx|aol|k-9|fairemail|thư dành cho|飞书|钉钉|dingtalk|企业邮箱|139邮箱|alimail|アイフォン|(?<=\w )mail|(?<=\w )app|แอป|ứng dụng"
)
SENT_FROM = (
    r"(?:sent|composed|typed|written|posted) (?:securely |quickly )?(?:from|via|by|with|using|on)\b|"
    r"(?:(?:本|此)?(?:邮件|郵件)?(?:由|通过|透過|使用)|从|從)(?:我的)?|(?:邮件)?(?:发|發|来|來|发送|發送|傳送|寄)自|签名由|簽名由|"
    r"(?:(?:đã|được) )?(?:gửi|soạn|viết) (?:từ|bằng|qua|bởi|trên)\b|"
    r"ส่ง(?:จาก|ด้วย|โดย|ผ่าน)|ຖືກ?ສົ່ງ(?:ຈາກ|ໂດຍ|ຜ່ານ)|ສົ່ງ(?:ຈາກ|ໂດຍ|ຜ່ານ)|(?:បាន)?ផ្ញើ(?:ចេញ)?(?:ពី|ដោយ|តាម)|"
    r"(?:di)?kirim(?:kan)? (?:dari|melalui|menggunakan|lewat|dengan|pakai)\b|dihantar (?:daripada|dari|melalui|menggunakan)\b|"
    r"(?:ipinadala|naipadala|pinadala)\b|envoyé (?:de|à partir)|von meine[mr]\b|enviad[oa] (?:desde|do)|отправлено с"
)
"""How the line begins in which a device says that it sent."""
SENT_AT_END = r"(?:发送|發送|傳送|发出|寄出|定制|定製)|မှ ?(?:ပေး)?ပို့(?:သည်|ခဲ့သည်)?|ဖြင့် ?ပို့(?:သည်)?|から送信(?:されました)?|에서 보냄|gesendet"
"""How it ends where the verb stands last."""
GET = r"get|download|获取|獲取|取得|下载|下載|tải(?: xuống)?|nhận|lấy|รับ|ดาวน์โหลด|ດາວໂຫຼດ|ຮັບ|ទាញយក|ទទួល|ရယူ|dapatkan|unduh|muat turun|kunin ang|télécharge[rz]|hol(?:en|)"
"""How the line begins that offers the program."""
PROGRAMS = (
    r"outlook|yahoo|gmail|邮箱大师|qq邮箱|foxmail|proton|thunderbird|zalo|viber|blue ?mail|spark|wps|钉钉|飞书|mail app"
)
WHOLE = re.compile(
    r"^(?:virus-free\.?.*|.*(?:avast|avg|kaspersky|norton|360安全|腾讯电脑管家).*|(?:không có virus|ไม่มีไวรัส|ปลอดไวรัส|bebas virus|无病毒)\.?.*|"
    r"please consider the environment before printing.*|please don't print this.*|vui lòng cân nhắc.*trước khi in.*|"
    r"请考虑环境.*打印.*|save a tree.*|sent from mail for windows.*|发送自 windows.*|从 windows.*发送.*)$",
    re.IGNORECASE,
)
