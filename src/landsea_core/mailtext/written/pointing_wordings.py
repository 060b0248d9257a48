"""How people point to what stands below their words: to a mail they send on, or to answers they wrote into a quote."""

import re

POINTS_BELOW = re.compile(
    r"below|attached mail|following|fyi|f\.y\.i|下面|以下|如下|下方|下述|附后|請看|请看|dưới|ở dưới|bên dưới|ด้านล่าง|ข้างล่าง|ตามด้านล่าง|"
    r"ລຸ່ມ|ขอส่งต่อ|ខាងក្រោម|អនុញ្ញាត|အောက်|di bawah|berikut|sa ibaba",
    re.IGNORECASE,
)
ANSWERS_INSIDE = re.compile(
    r"(?:answers?|comments?|repl(?:y|ies)|responses?|remarks?)\b.{0,30}\b(?:in ?line|in (?:red|blue|green|colou?r))|"
    r"\bin ?line\b|(?:红字|紅字|蓝字|红色字体|蓝色字体)|(?:见|請見|请见)(?:下文|正文)|(?:chữ|màu) (?:đỏ|xanh)|ตัว(?:อักษร)?สีแดง|tulisan merah",
    re.IGNORECASE,
)
