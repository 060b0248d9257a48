"""How programs begin the subject of an automatic answer, and the fixed first words of some, in more than ten languages."""

import re

_SUBJECTS = (
    r"auto(?:matic|mated|matically)?[ -]?(?:generated )?(?:reply|response|answer|acknowledge?ment|notification)|autoreply|autosvar|out[ -]of[ -](?:the[ -])?office|"
    r"ooo[: ]|on (?:annual |holiday )?leave[:：]|i['’]?(?: a)?m (?:currently )?(?:out of|away)|away[:：]|away from (?:the|my) office|vacation(?: reply| notice| response)?[: ]|absence notice|i am away|"
    r"(?:出差|会议|休假|假期|外出|我的|系统|邮件){0,2}自动(?:回复|答复|回覆|应答|响应)|自動(?:返信|回覆|回復|答覆|回复)|外出(?:自动|期间)?(?:答复|回复)?[:：]|休假(?:自动)?(?:回复|通知)|(?:我)?(?:不在|外出)办公室|假期自动|"
    r"(?:thư )?trả lời tự động|tự động trả lời|phản hồi tự động|thư tự động|tự động phản hồi|(?:thông báo )?vắng mặt(?=\s*[:：]|$)|thông báo vắng mặt|tôi đang (?:vắng|nghỉ)|(?:đang |thông báo )nghỉ phép|ngoài văn phòng|"
    r"(?:การ)?ตอบกลับ(?:โดย)?อัตโนมัติ|(?:การ|ระบบ)?ตอบอัตโนมัติ|ข้อความ(?:ตอบกลับ)?อัตโนมัติ|ไม่อยู่(?:ที่)?(?:สำนักงาน|ออฟฟิศ)|(?:ลาพักร้อน|ลาหยุด)(?=\s*[:：]|$)|"
    r"(?:ການ)?ຕອບ(?:ກັບ)?(?:ແບບ|ໂດຍ)?ອັດຕະໂນມັດ|(?:ການ)?ຕອບ(?:ກັບ)?ອັດຕະໂນມັດ|ບໍ່ຢູ່(?:ຫ້ອງການ|ສຳນັກງານ)|ລາພັກ(?=\s*[:：]|$)|"
    r"(?:ការ)?ឆ្លើយតប(?:ដោយ)?ស្វ័យប្រវត្តិ|អ្នក?ឆ្លើយតប(?:ដោយ)?ស្វ័យប្រវត្តិ|មិននៅការិយាល័យ|ឈប់សម្រាក(?=\s*[:៖]|$)|"
    r"အလိုအလျောက် ?(?:ပြန်ကြားချက်|ပြန်ကြားစာ|ပြန်စာ|အကြောင်းပြန်|ပြန်ဖြေ|တုံ့ပြန်)|အော်တို ?(?:ပြန်စာ|ရီပလိုင်း)|ရုံး(?:တွင်|မှာ)? ?မရှိ|ခွင့်ယူ(?=\s*[:：-]|$)|"
    r"balas(?:an)? (?:secara )?(?:otomatis|automatik|auto)|jawaban otomatis|jawapan automatik|pesan otomatis|mesej automatik|tanggapan otomatis|"
    r"sedang (?:cuti|bercuti)|(?:cuti|bercuti)\s*[:：]|di luar (?:kantor|pejabat)|tidak (?:di|berada di) (?:kantor|pejabat)|"
    r"awtomatikong (?:tugon|sagot)|wala sa opisina|naka-leave|resposta automátika|"
    r"自動応答|不在通知|자동 ?(?:응답|회신)|부재 ?중|réponse automatique|automatische antwort|abwesenheit|respuesta automática|fuera de la oficina|"
    r"resposta automática|автоматический ответ|автоответ|risposta automatica|automatisch antwoord|automatiskt svar"
)
SUBJECT = re.compile(rf"^[\s\[【(（<*]*(?:{_SUBJECTS})", re.IGNORECASE)
BODY = re.compile(
    r"^[\s*\[【(（>]*(?:"
    r"这是(?:来自)?.{0,20}(?:自动回复|自动答复)|此(?:邮件|郵件)?(?:为|為|是)?(?:系统|系統)?自[动動](?:回复|发送|發送|回覆|答复)|本邮件(?:为|由)系统自动|"
    r"this is an? (?:automated|automatic|auto[- ]?generated|auto) (?:reply|response|message|e-?mail|answer|notification)|"
    r"(?:auto|automatic|automated)[ -]?(?:reply|response|message)\b|"
    r"đây là (?:thư|email|e-mail|tin nhắn|phản hồi)?.{0,12}(?:trả lời|phản hồi)? ?(?:được gửi |được tạo )?tự động|"
    r"(?:อีเมล|ข้อความ|จดหมาย)(?:ฉบับ)?นี้(?:เป็น|คือ|ถูกส่ง).{0,30}อัตโนมัติ|นี่(?:คือ|เป็น).{0,30}อัตโนมัติ|"
    r"(?:ນີ້ແມ່ນ|ອີເມວນີ້ແມ່ນ).{0,40}ອັດຕະໂນມັດ|នេះ(?:គឺ)?ជា.{0,40}ស្វ័យប្រវត្តិ|ဤ(?:စာ|အီးမေးလ်)(?:သည်)?.{0,20}အလိုအလျောက်|"
    r"ini adalah (?:balasan|pesan|e-?mail|e-?mel|mesej|jawaban|jawapan).{0,30}(?:otomatis|automatik)|ito ay (?:isang )?awtomatikong"
    r")",
    re.IGNORECASE,
)
