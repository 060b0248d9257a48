"""The words of disclaimers: titles, alone or in brackets, first words that speak of the mail itself, and what they then speak of."""

import re

_TITLES = (
    r"(?:"
    r"disclaimer|legal disclaimer|confidentiality(?: notice| statement| note)?|confidential(?: notice)|legal notice|privacy notice|important notice|"
    r"privileged (?:and|&) confidential|"
    r"免责声明|免責聲明|保密声明|保密聲明|保密提示|保密须知|保密条款|法律声明|法律聲明|重要提示|郑重声明|声明|"
    r"tuyên bố miễn trừ(?: trách nhiệm)?|miễn trừ trách nhiệm|thông báo bảo mật|lưu ý bảo mật|tuyên bố bảo mật|khuyến cáo|từ chối trách nhiệm|"
    r"ข้อจำกัดความรับผิด(?:ชอบ)?|ข้อความปฏิเสธความรับผิดชอบ|คำสงวนสิทธิ์|ข้อสงวนสิทธิ์|คำปฏิเสธความรับผิดชอบ|ประกาศความเป็นส่วนตัว|ประกาศการรักษาความลับ|"
    r"ຂໍ້ຈຳກັດຄວາມຮັບຜິດຊອບ|ຂໍ້ປະຕິເສດ|ປະຕິເສດຄວາມຮັບຜິດຊອບ|"
    r"សេចក្តីបដិសេធ|ការបដិសេធ(?:ការទទួលខុសត្រូវ)?|សេចក្តីជូនដំណឹងអំពីការសម្ងាត់|ការសម្ងាត់|"
    r"ငြင်းဆိုချက်|တာဝန်ငြင်းဆိုချက်|လျှို့ဝှက်ချက်|"
    r"penafian|sangkalan|penyangkalan|pernyataan penyangkalan|pemberitahuan kerahasiaan|notis kerahsiaan|notis penafian|peringatan kerahasiaan|"
    r"paunawa|abiso ng pagiging kumpidensyal"
    r")"
)
_OPENS, _ENDS = r"^[\s*_=\-#\[【(（\"'“]*", r"[\s*_\]】)）\"'”]*(?:[:\uff1a\u17d6\-–—.。]|$)"
TITLES = re.compile(_OPENS + _TITLES + _ENDS, re.IGNORECASE)
IN_BRACKETS = re.compile(rf"^[\s*_]*[\[【(（]\s*{_TITLES}\s*[\]】)）]", re.IGNORECASE)
BEGINS = re.compile(
    r"^[\s*_=\-#\[【(（\"'“]*(?:"
    r"(?:this|the information (?:contained )?(?:in|transmitted)(?: (?:by|in))? this|the contents? of this|any information in this) (?:e-?mail|message|communication|transmission|electronic)|"
    r"(?:本|此|这封|該|该|这|以上)(?:封|电子|電子)*(?:邮件|郵件|信息|电邮|電郵)|"
    r"(?:nội dung )?(?:thư điện tử|e-?mail|thư|thông điệp|tin nhắn) này|thông tin trong (?:thư|email) này|"
    r"(?:อีเมล|อีเมล์|ข้อความ|จดหมายอิเล็กทรอนิกส์|จดหมาย|ข้อมูลใน)(?:ใน)?(?:อีเมล)?(?:ฉบับ)?นี้|"
    r"(?:ອີເມວ|ອີເມລ|ຂໍ້ຄວາມ)(?:ສະບັບ)?ນີ້|(?:អ៊ីមែល|សារ|អ៊ីម៉ែល)នេះ|(?:ဤ|ယခု) ?(?:အီးမေးလ်|စာ)|"
    r"(?:isi )?(?:e-?mel|e-?mail|surel|surat elektronik|pesan|mesej) ini|ang (?:email|mensaheng) ito"
    r")",
    re.IGNORECASE,
)
SPEAKS_OF = re.compile(
    r"confidential|privileged|intended (?:only|solely|recipient|for)|solely for|unauthori[sz]ed|"
    r"保密|机密|機密|仅限|僅限|仅供|僅供|专供|收件人|误收|错收|"
    r"bảo mật|bí mật|mật|chỉ dành|người nhận|"
    r"ความลับ|ลับ|เฉพาะ|ผู้รับ|ຄວາມລັບ|ຜູ້ຮັບ|ลบ|សម្ងាត់|អ្នកទទួល|လျှို့ဝှက်|လက်ခံသူ|"
    r"rahasia|rahsia|sulit|penerima|ditujukan|kumpidensyal",
    re.IGNORECASE,
)
