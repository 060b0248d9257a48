"""The words of spam by family: what it is about. Some families (WEAK) are anybody's words and only join others."""

import re

_FAMILIES = {
    "a prize or a fortune": r"you (?:have |'ve )?won\b|lottery|jackpot|next of kin|inheritance fund|"
    r"unclaimed (?:fund|sum)|compensation fund of|中奖|巨额奖金|遗产继承|trúng thưởng|giải thưởng trị giá|ถูกรางวัล|เงินรางวัล|memenangkan hadiah|memenangi hadiah|pemenang undian",
    "bank details or a payment ahead": r"bank (?:account )?details|western union|moneygram|wire transfer fee|claim (?:your|the) (?:prize|fund)|gift cards?|"
    r"send (?:us |me )?your (?:bank|account)|先验票后付款|nomor rekening anda",
    "invoices for sale": r"代开.{0,8}发票|开.{0,4}增值税.{0,2}发票|发票代开|代開.{0,6}發票|各类发票|点数优惠|代理记账|代办营业执照|mua bán hóa đơn|bán hóa đơn",
    "a box that will be closed": r"(?:mailbox|e-?mail account|your account) (?:will be |is |has been )?(?:suspended|deactivated|closed|limited|blocked|over quota)|verify your (?:account|mailbox|e-?mail)|"
    r"(?:邮箱|郵箱|邮件账户).{0,12}(?:停用|升级|異常|异常|到期|过期|冻结).{0,30}(?:点击|登录|验证|確認|确认)|nâng cấp hộp thư|xác minh tài khoản|ยืนยันบัญชี(?:อีเมล)?|verifikasi akun|sahkan akaun",
    "press here at once": r"click (?:here|the link|below)|立即(?:点击|登录|验证)|点击(?:此处|链接|下方)|nhấn vào đây|bấm vào (?:đây|link)|คลิกที่นี่|klik (?:di sini|disini|tautan|pautan)",
    "coins and gambling": r"bitcoin|btc wallet|crypto ?(?:currency )?invest|casino|online betting|forex signals|博彩|娱乐城|彩票平台|百家乐|cá cược|nhà cái|เว็บพนัน|คาสิโน|judi online|slot gacor|kasino",
    "blackmail": r"i (?:have )?recorded you|your (?:device|computer) (?:was|has been) (?:hacked|infected)|i know your password|webcam",
    "search places and lists of addresses": r"(?:first page|top) (?:of|on) google|seo (?:services|package)|backlinks?|(?:e-?mail|attendees?) lists? (?:for sale|of)|群发(?:邮件|软件|短信)|"
    r"web ?(?:site)? (?:re)?design services|邮箱数据|客户名录",
    "pills, loans, wares": r"viagra|cialis|weight loss|replica watches|(?:low interest|instant|business) loans?|loan offer|无抵押贷款|低息贷款|高仿|vay (?:tiền )?nhanh|vay tín chấp|เงินกู้ด่วน|pinjaman (?:online|cepat|tanpa agunan|peribadi)",
    "a contact beside the mail": r"(?:加|联系)?(?:微信|weixin|qq)(?:号)?[:：]?\s?[A-Za-z0-9_-]{5,}|whats ?app[:：]?\s?\+?\d{7,}|telegram[:：]?\s?@\w+",
}
MATCHES = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _FAMILIES.items()}
WEAK = frozenset({"press here at once", "a contact beside the mail"})
