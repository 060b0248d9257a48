"""Which character set bytes are written in, when nobody says so or who says so is wrong.

1. A byte order mark, HZ's "~{" or well-formed UTF-8 settle it: text in another set is never well-formed UTF-8 by chance.
2. Of gb18030 and Big5 the one wins in which most characters are common ones; windows-874, when vowels and tones stand where
   they can in Thai and the characters are not clearly Chinese.
3. What is left is of a spelled language: Vietnamese when it holds letters that only windows-1258 has, else windows-1252.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HZ = re.compile(rb"~\{(?:[\x21-\x7e]{2})+~\}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五"
    "果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则"
    "任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安"
    "场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算"
    "低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存"
    "候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严请货您谢检疫箱柜装卸运费港税海关邮"
    "附件申请办理贵司客户企业进出口岸放行滞留证书原产榴莲联系电话地址编号时间日期感谢回复烦麻尽收到司机车队"
    "這為個國來時們產種後學經進著電裡實體機當點從業應開還沒結問題無軍總設統組計別論運農區強決戰則據處隊給門規熱領東導壓爭濟階術極聯認"
    "權證轉單風帶場務萬達積議聲報鬥類離華確張馬節話況傳許廣記際商驗連斷難礦備辦習響約勞團歷構稱準號維劃選標寫親專廠識適屬圓滿縣參細聽鐵"
    "價嚴請貨謝檢櫃裝費稅關郵貴戶業進榴聯繫電編間繁複煩儘機隊貿易補您責谁负责誰負"
)
"""The commonest Chinese characters, both ways of writing, and those of trade: bytes read in a wrong set give rare ones."""
_THAI_WELL = re.compile(
    rb"[\xe0-\xe4]?[\xa1-\xce][\xd1\xd4-\xda]?[\xe7-\xee]?[\xd0\xd2\xd3]?|[\xf0-\xf9\xcf\xdf\xe6\x91-\x97\x85\xa0\x80]"
)
_THAI_MARK = re.compile(rb"[\xd0-\xda\xe0-\xee]")
"""Vowels and tones: more than a third of written Thai, and few of the bytes of two or three Chinese characters."""
_VIETNAMESE = re.compile(
    rb"[a-zA-Z\xe2\xea\xf4\xe3\xf5\xfd][\xcc\xd2\xde\xec\xf2]|\xf0[\x61-\x7a\xe0-\xff]|\xd0[\x61-\x7a\xe0-\xff]|\xfd\xf5|\xdd\xd5"
)
_PUNCTUATION = frozenset("\u3000、。，．：；？！（）「」『』《》【】“”‘’…—·")
_CLEARLY_THAI, _CLEARLY_CHINESE, _LIKELY_CHINESE = 0.97, 0.7, 0.3
_SAMPLE = 20_000


def guess_charset(data: bytes) -> str:
    """Return Python's name of the likeliest character set; never raises.

    >>> guess_charset("货车".encode("gb18030")), guess_charset("cửa khẩu".encode("utf-8")), guess_charset(b"gate")
    ('gb18030', 'utf-8', 'ascii')
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked or data.isascii():
        return marked or ("hz" if _HZ.search(data[:_SAMPLE]) else "ascii")
    return "utf-8" if is_utf8(data) else _national(data)


def _national(data: bytes) -> str:
    first = next(_HIGH_RUN.finditer(data)).start()
    sample = data[first : first + _SAMPLE]
    runs = _HIGH_RUN.findall(sample)
    high = sum(map(len, runs))
    marks = sum(len(_THAI_MARK.findall(run)) for run in runs)
    thai = sum(len(run) for whole in runs for run in _THAI_WELL.findall(whole)) / high if marks * 7 >= high else 0.0
    shares = {"gb18030": _share_of_common(sample, "gb18030"), "big5hkscs": _share_of_common(sample, "big5hkscs")}
    best = max(shares, key=lambda name: shares[name])
    if thai >= _CLEARLY_THAI and shares[best] < _CLEARLY_CHINESE:
        return "cp874"
    if shares[best] >= _LIKELY_CHINESE:
        return best
    return "cp1258" if _VIETNAMESE.search(sample) else "cp1252"


def is_utf8(data: bytes) -> bool:
    """Say whether the bytes are UTF-8 with at least one letter beyond ASCII; a last letter that was cut off is forgiven."""
    if data.isascii():
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _share_of_common(sample: bytes, name: str) -> float:
    """Return which part of the letters beyond ASCII are common Chinese characters; 0 when the bytes cannot be read so."""
    text = sample.decode(name, "replace")
    letters = [character for character in text if not character.isascii()]
    if not letters or text.count("\ufffd") * 20 > len(letters):
        return 0.0
    told = [character for character in letters if character not in _PUNCTUATION]
    return sum(1 for character in told if character in _COMMON) / max(1, len(told))
