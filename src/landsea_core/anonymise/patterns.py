"""Patterns of what tells who somebody is: addresses, numbers, plates, forms of companies, titles and cues of persons.

Facts behind them: plates of China (one Han character, a letter, five or six signs), Viet Nam (two digits, a letter or two,
four or five digits), Thailand (two digits, a dash, four digits; or two letters and four digits), Laos (two letters, four
digits); containers by ISO 6346 (four letters, seven digits).
"""

import re

from landsea_core.anonymise.model import MentionKind

_FLAGS = re.IGNORECASE

SURE: tuple[tuple[MentionKind, str, re.Pattern[str]], ...] = tuple(
    (kind, why, re.compile(pattern, flags | re.ASCII))  # a Latin word ends where a Chinese one begins
    for kind, why, pattern, flags in (
        (MentionKind.EMAIL, "an e-mail address", r"[\w.+%-]{1,80}\s?@\s?[\w-]+(?:\.[\w-]+)+", _FLAGS),
        (
            MentionKind.LINK,
            "a link",
            r"\b(?:https?://|www\.)\S+|\b(?:t\.me|wa\.me|line\.me|zalo\.me|facebook\.com|wechat\.com)/\S+",
            _FLAGS,
        ),
        (
            MentionKind.LINK,
            "a name in a messenger",
            r"\b(?:wechat|weixin|zalo|line|whatsapp|telegram|viber|skype|qq)\s*(?:id|no\.?|:|：)\s*[\w.@+-]{3,}|"
            r"(?:微信|QQ)(?:号|：|:)?\s*[\w.-]{4,}",
            _FLAGS,
        ),
        (MentionKind.NUMBER, "a container", r"\b[A-Z]{3}[UJZ]\s?-?\d{6}\s?-?\d\b", _FLAGS),
        (MentionKind.NUMBER, "a case", r"\bLS-\d{4}-\d{4,8}\b", _FLAGS),
        (MentionKind.PHONE, "a telephone number", r"(?<![\w.,])(?:\+|00)\d[\d\s().-]{6,18}\d(?!\w)", 0),
        (MentionKind.PHONE, "a telephone number", r"(?<![\w.,])0\d{1,3}[\s.-]?\d{3,4}[\s.-]?\d{3,4}(?!\w)", 0),
        (MentionKind.PHONE, "a mobile number", r"(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)", 0),
        (
            MentionKind.PLATE,
            "a plate",
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s-]?[A-Z0-9]{5,6}(?![A-Z0-9])",
            _FLAGS,
        ),
        (MentionKind.PLATE, "a plate", r"\b\d{2}[A-Z]{1,2}\d?\s?-\s?\d{3}\.?\d{2,3}\b", _FLAGS),
        (MentionKind.PLATE, "a plate", r"(?<![\w-])\d{2}\s?-\s?\d{4}(?![\w-])", 0),
        (MentionKind.PLATE, "a plate", r"(?<!\w)[ກ-ຮก-ฮ]{1,3}\s?-?\d{3,4}(?!\d)", 0),
        (
            MentionKind.PLATE,
            "a plate",
            r"\b(?=[A-Z]{1,3}[ -]?\d{3,5}\b)(?!HS|ISO|GB|BY2|CD|CBTA|GMS)[A-Z]{1,3}[ -]?\d{3,5}[A-Z]?\b",
            0,
        ),
        (MentionKind.NUMBER, "an identity or registration number", r"\b(?=\w*\d)(?=\w*[A-Z])[A-Z0-9]{8,20}\b", 0),
        (MentionKind.NUMBER, "a long number", r"(?<![\w.,])\d{7,20}(?![\d.,]*\d)", 0),
        (
            MentionKind.NUMBER,
            "a reference",
            r"(?:\b(?:invoice|declaration|permit|contract|passport|account|waybill|booking|licen[cs]e|registration|tax)"
            r"\s*(?:code|number|no\.?|nr\.?|#)?|合同号|报关单号?|发票号?|护照号?|单号|số (?:tờ khai|hợp đồng|hộ chiếu|vận đơn)|tờ khai)"
            r"\s*[:：#]?\s*(?=[\w/-]*\d)[\w/-]{4,}",
            _FLAGS,
        ),
        (
            MentionKind.ADDRESS,
            "a street",
            r"\b(?:no\.?\s*)?\d{1,4}[A-Z]?,?\s+(?:[A-Z][\w'-]+\s+){1,4}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Building)(?!\w)|"
            r"[\u4e00-\u9fff]{2,8}(?:路|街|大道|巷)\d+号|(?:số\s+)?\d{1,4}\s+(?:đường|phố)\s+[^,.;\n]{2,30}",
            0,
        ),
    )
)

_UPPER = r"(?:[A-ZÀ-ÝĐƠƯẠ-Ỹ][\w'’-]*\.?)"
COMPANIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    ("the form of a company", re.compile(pattern, flags))
    for pattern, flags in (
        (
            rf"(?:{_UPPER}[ \t&,]+){{1,6}}(?:Co\.?,?[ \t]*(?:Ltd|Limited)\.?|Ltd\.?|Limited|LLC|L\.L\.C\.|Inc\.?|Corp(?:oration|\.)?|JSC|PLC|Pte\.?(?:[ \t]Ltd\.?)?|"
            r"Sdn\.?[ \t]*Bhd\.?|GmbH|Company|Group|Enterprises?|Trading|Logistics|Import[ \t-]+Export|Imex|Sole)\b\.?",
            0,
        ),
        (r"\b(?:PT|CV|UD)\.?[ \t]+(?:[A-Z][\w-]+[ \t]*){1,5}", 0),
        (r"[\u4e00-\u9fffA-Za-z（）()]{2,24}(?:有限责任公司|股份有限公司|有限公司|公司|集团|商行|贸易行|合作社|厂)", 0),
        (
            rf"\b(?:công ty|cty|doanh nghiệp|hợp tác xã|htx)(?:\s+(?:tnhh|cổ phần|cp|mtv|xnk|xuất nhập khẩu|thương mại|tm|dịch vụ|dv|vận tải))*(?:\s+{_UPPER}){{1,6}}",
            _FLAGS,
        ),
        (r"(?:ບໍລິສັດ|ວິສາຫະກິດ|ກຸ່ມບໍລິສັດ)\s*[^\s,.;:()]+(?:\s+[^\s,.;:()]+){0,2}", 0),
        (r"(?:บริษัท|หจก\.?|ห้างหุ้นส่วนจำกัด|ร้าน)\s*[^\s,.;:()]+(?:\s+[^\s,.;:()]+){0,2}", 0),
        (r"(?:ក្រុមហ៊ុន|សហគ្រាស)\s*[^\s,.;:()]+(?:\s+[^\s,.;:()]+){0,2}", 0),
        (r"[^\s,.;:()]*(?:ကုမ္ပဏီ)[^\s,.;:()]*(?:\s+[^\s,.;:()]+){0,2}", 0),
    )
)
PERSONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    ("a title or a cue before a name", re.compile(pattern, flags))
    for pattern, flags in (
        (
            rf"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Mdm|Sir|Madam|Capt|Khun|Daw|U|Ko|Ma|Pak|Bapak|Ibu|Bu|Encik|Puan|Haji|Ginoong|Ginang|Lok|Lok Srey|Thao|Nang)\.?[ \t]+(?:{_UPPER}[ \t]?){{1,4}}",
            0,
        ),
        (
            rf"(?i:\b(?:my name is|i am called|contact(?: person)?:?|signed(?: by)?:?|regards,?|attention:?|attn\.?:?|driver(?: is| named|:)?|manager(?: is|:)?|ask for|called|named|owner(?: is|:)?|director(?: is|:)?|speak to))\s+(?:{_UPPER}[ \t]?){{1,4}}",
            0,
        ),
        (
            rf"(?i:\b(?:ông|bà|anh|chị|cô|chú|tài xế|lái xe|giám đốc|tên tôi là|tôi là|liên hệ|người liên hệ))[:\s]+(?:{_UPPER}[ \t]?){{1,5}}",
            0,
        ),
        (
            rf"\b(?:Nguyễn|Nguyen|Trần|Tran|Lê|Phạm|Pham|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý)(?:[ \t]+{_UPPER}){{1,4}}",
            0,
        ),
        (r"[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|师傅|经理|总经理|老板|董事长|主任|司机)(?![\u4e00-\u9fff]?部)", 0),
        (r"(?:我叫|我是|姓名[:：]?|联系人[:：]?|司机[:：]?|名叫|法人[:：]?)\s*[\u4e00-\u9fff]{2,4}", 0),
        (r"(?:ທ່ານ|ນາງ|ທ້າວ|ຊື່|ຂ້ອຍຊື່|ຄົນຂັບຊື່)\s*[^\s,.;:()]+(?:\s+[^\s,.;:()]+)?", 0),
        (r"(?:นาย|นางสาว|นาง|คุณ|ชื่อ|ผู้จัดการ|คนขับ)\s*[^\s,.;:()]+(?:\s+[^\s,.;:()]+)?", 0),
        (r"(?:លោកស្រី|លោក|អ្នកស្រី|ឈ្មោះ)\s*[^\s,.;:()]+(?:\s+[^\s,.;:()]+)?", 0),
        (r"(?:ဦး|ဒေါ်|ကို|အမည်)\s*[^\s,.;:()]+", 0),
    )
)
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔"
    "白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐莫庄欧卓农蒙覃"
)
"""The commoner Chinese surnames of one character; public statistics of the Ministry of Public Security, 2020 report."""
COMMON_WORDS = frozenset(
    """
    the a an and or but if in on at of for from to by with without into over under after before since until while
    when where who what which why how this that these those there here it its he she they we you i our your their
    his her my is are was were be been has have had do does did will would can could may might must shall should
    not no yes all any some each every both one two three four five six seven eight nine ten first second last
    next new old same other another more most less least please thank thanks dear hello sir madam sirs regards
    sincerely best customs gate border port office desk officer inspector lorry truck trucks lorries driver
    container containers goods fruit durian mango banana rice rubber coffee tapioca cassava train rail railway
    road sea air river monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow week month year day hour
    certificate laboratory report quarantine permit licence license visa payment bank invoice declaration origin
    form rule law decree circular notice asean rcep acfta gms cbta who wto hs china chinese laos lao vietnam viet
    nam vietnamese thailand thai malaysia singapore myanmar cambodia indonesia philippines brunei chongqing
    guangxi yunnan nanning kunming mohan boten hanoi haiphong vientiane bangkok answer question
    ask asks asked bring brings send sends sent use uses used go goes going wait waits waiting call calls write
    writes code codes take takes took give gives get gets keep keeps make makes made show shows put puts check
    checks file files filed apply pay pays paid sign signed see sees tell say says said need needs try tries start
    starts stop stops open opens opened close closes closed accept accepts accepted refuse refused reject rejected
    arrive arrives arrived leave leaves left cross crosses crossed let lets however therefore also then now later
    earlier only even still already again once twice because so as than too very much many few several such own
    whole full empty good bad better right wrong long short high low early late fast slow north south east west
    northern southern country countries company companies person people name names number numbers list lists box
    boxes load loads loading unload unloading ship ships shipment shipments cargo freight plane flight airport
    station stations terminal yard warehouse store cold chain temperature fee fees taxes duty duties cost costs
    price prices money amount amounts yuan dollar dollars kip baht dong kilogram kilograms tonne tonnes ton tons
    kilometre kilometres time times date dates period periods working weekend holiday holidays morning afternoon
    evening night noon minute minutes hours hotline telephone phone email mail post letter forms copy copies
    original stamp seal signature document documents paper papers certificates test tests sample samples
    inspection inspections clearance transit transshipment import imports export exports importer exporter trader
    traders buyer seller farmer grower producer factory orchard market markets authority authorities ministry
    department bureau officers police army government province city district county village application
    applications approval approvals register registered registration renewal renew extend extended deadline delay
    delays queue lane lanes step steps way ways route routes system website online account password help problem
    problems reason reasons result results decision decisions appeal complaint case cases experience practice
    guide hint general special important possible necessary available valid complete incomplete correct incorrect
    different similar common usual usually often sometimes never always yet laboratories
    somebody someone something nobody nothing none anybody anyone anything everybody everyone everything somewhere
    nowhere perhaps maybe despite although though unless whenever wherever whatever whoever whichever during between
    among across against around through toward towards within according due per via instead meanwhile finally soon
    recently suddenly unfortunately us them him me myself ourselves themselves
    """.split()  # noqa: SIM905 - a list of words is read more easily as words
)
