"""What mail programs call the lines of a quoted mail's head, by language: From, Sent, To, Cc, Subject.

Sources: what Outlook, Foxmail, QQ, NetEase, Zimbra, Thunderbird, Roundcube (its localisation files) and K-9 write in these
languages. One table, so that a new wording is one word more.
"""

import re

FROM, DATE, TO, CC, SUBJECT, OTHER = "from", "date", "to", "cc", "subject", "other"

_LABELS = {
    FROM: (
        "from|"
        "发件人|发信人|寄件者|寄件人|發件人|发送者|来自|發信人|"
        "từ|người gửi|gửi từ|gửi bởi|"
        "จาก|ผู้ส่ง|"
        "ຈາກ|ຜູ້ສົ່ງ|"
        "ពី|អ្នកផ្ញើ|ផ្ញើពី|"
        "မှ|ပေးပို့သူ|ပို့သူ|ထံမှ|"
        "dari|pengirim|daripada|mula sa|mula kay|hosi|"
        "差出人|送信者|보낸 사람|보낸사람|발신|de|von|da|от|van|od"
    ),
    DATE: (
        "date|sent|sent at|date sent|received|"
        "发送时间|发送日期|日期|时间|寄件日期|發送時間|发件时间|发信时间|寄送日期|傳送時間|時間|发件日期|收件时间|"
        "đã gửi|gửi|ngày|ngày gửi|thời gian|vào lúc|gửi lúc|gửi ngày|gửi vào|đã gửi lúc|thời gian gửi|"
        "ส่ง|ส่งเมื่อ|วันที่|วันที่ส่ง|เวลา|วัน|"
        "ສົ່ງ|ວັນທີ|ສົ່ງເມື່ອ|ວັນທີສົ່ງ|ເວລາ|"
        "បានផ្ញើ|កាលបរិច្ឆេទ|ថ្ងៃ|ថ្ងៃទី|បានផ្ញើនៅ|ផ្ញើ|កាលបរិច្ឆេត|"
        "ပို့သည်|ရက်စွဲ|နေ့စွဲ|ပေးပို့သည်|ပို့ခဲ့သည်|နေ့ရက်|"
        "dikirim|terkirim|dikirimkan|hantar|tanggal|tarikh|dihantar|waktu|petsa|ipinadala|data|"
        "送信日時|日時|日付|送信日|보낸 날짜|날짜|envoyé|gesendet|datum|дата|enviado|fecha"
    ),
    TO: (
        "to|recipient|recipients|"
        "收件人|收件者|收信人|"
        "đến|tới|người nhận|gửi đến|gửi tới|"
        "ถึง|ผู้รับ|"
        "ເຖິງ|ຜູ້ຮັບ|ຫາ|"
        "ទៅ|ជូន|ជូនចំពោះ|អ្នកទទួល|ទៅកាន់|"
        "သို့|လက်ခံသူ|ထံသို့|"
        "kepada|ke|penerima|untuk|para sa|kay|ba|"
        "宛先|받는 사람|받는사람|수신|à|an|кому|para"
    ),
    CC: (
        "cc|c.c.|bcc|"
        "抄送|抄送人|副本|密送|副本收件者|密件副本|抄 送|"
        "đồng kính gửi|sao gửi|đồng gửi|bản sao|"
        "สำเนา|สำเนาถึง|สําเนา|คัดลอก|"
        "ສຳເນົາ|ສຳເນົາເຖິງ|"
        "ចម្លងជូន|ចម្លង|"
        "မိတ္တူ|တဆင့်|"
        "tembusan|salinan|sk|참조"
    ),
    SUBJECT: (
        "subject|re|title|"
        "主题|主题词|主旨|標題|标题|主題|題目|"
        "chủ đề|tiêu đề|v/v|"
        "เรื่อง|หัวข้อ|หัวเรื่อง|หัวจดหมาย|ชื่อเรื่อง|"
        "ຫົວຂໍ້|ເລື່ອງ|ຫົວເລື່ອງ|"
        "ប្រធានបទ|ចំណងជើង|កម្មវត្ថុ|កម្មវត្ថុ|"
        "အကြောင်းအရာ|ခေါင်းစဉ်|"
        "perihal|subjek|subyek|judul|hal|perkara|tajuk|paksa|assuntu|"
        "件名|제목|objet|betreff|тема|asunto"
    ),
    OTHER: (
        "reply-to|reply to|importance|priority|attachments|attachment|organization|"
        "重要性|附件|回复|优先级|答复|tệp đính kèm|mức độ quan trọng|ความสำคัญ|สิ่งที่ส่งมาด้วย|ไฟล์แนบ|"
        "lampiran|kepentingan|prioritas|keutamaan"
    ),
}
_ROLE = {"".join(label.split()): role for role, labels in _LABELS.items() for label in labels.split("|")}
_COLONS = ":\uff1a\u17d6\ufe55\ufe30"
_LINE = re.compile(rf"^[\s>|*_\u2022-]*+(?P<label>[^{_COLONS}|<>@\n]{{1,32}}?)[\s*_]*(?:[{_COLONS}]|\|)(?P<value>.*)$")
_INSIDE = re.compile(
    rf"(?:^|(?<=[\s>;|*]))(?P<label>[^\s{_COLONS}|<>@;]{{2,20}}(?: [^\s{_COLONS}|<>@;]{{2,12}})?)[\s*]*[{_COLONS}]"
)


def find_role(line: str) -> str:
    """Return which line of a head this is, or an empty string.

    >>> find_role("*主　题：* 放行"), find_role("| 发件人 | Li |"), find_role("Remark: x")
    ('subject', 'from', '')
    """
    hit = _LINE.match(line)
    return _ROLE.get("".join(hit["label"].lower().split()), "") if hit else ""


def find_value(line: str) -> str:
    """Return what stands after the label."""
    hit = _LINE.match(line)
    return hit["value"].strip(" |*\t") if hit else ""


def list_roles(line: str) -> set[str]:
    """Return the roles named anywhere in one line: gateways flatten whole heads into one."""
    return {_ROLE[label] for hit in _INSIDE.finditer(line) if (label := "".join(hit["label"].lower().split())) in _ROLE}


def find_role_before_space(line: str) -> str:
    """Return the role of a line whose label and value only a space parts, as cells of a table come out of a page.

    >>> find_role_before_space("发件人 Li<li@x.example>"), find_role_before_space("From there we went on")
    ('from', 'from')
    """
    words = line.strip(" |>*\t").split()
    return (
        next((_ROLE[label] for count in (1, 2) if (label := "".join(words[:count]).lower()) in _ROLE), "")
        if len(words) > 1
        else ""
    )
