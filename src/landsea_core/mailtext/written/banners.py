"""Warnings that a mail gateway puts above what a person wrote: "CAUTION: external mail", "这封邮件来自外部"."""

import re

_BANNER = re.compile(
    r"^[\s*_\-!\[【(（⚠️]*(?:"
    r"(?:caution|warning|external|attention|notice|alert|security notice)\b.{0,40}"
    r"(?:external|outside|originated|e-?mail|sender).{0,400}|"
    r"\[?external(?: e-?mail| sender)?\]?|"
    r"this (?:e-?mail|message) (?:originated|came|is|was sent) from (?:an )?(?:outside|external).{0,300}|"
    r"you don['’]t often get e-?mail from.{0,200}|"
    r"(?:some people who received this message|learn (?:about )?why this is important).{0,200}|"
    r"(?:注意|警告|提醒|外部邮件|外部郵件|安全提示|【外部邮件】|【外部】)[:：!！】\]]?.{0,30}(?:外部|组织外|組織外|公司外|陌生).{0,200}|"
    r"(?:(?:此|本|这)(?:封)?(?:邮件)?(?:是|为|系)?(?:一封)?)?(?:外部|站外|公司外部)邮件.{0,120}|"
    r"(?:此|本|这封|該)邮件来自(?:外部|公司外|组织外).{0,200}|"
    r"(?:cảnh báo|lưu ý|chú ý)[:：].{0,30}(?:bên ngoài|ngoài tổ chức).{0,300}|"
    r"(?:คำเตือน|ข้อควรระวัง)[:：]?.{0,40}(?:ภายนอก|นอกองค์กร).{0,300}|"
    r"(?:peringatan|perhatian|amaran)[:：].{0,40}(?:luar|eksternal).{0,300}"
    r")$",
    re.IGNORECASE,
)
_MOST = 4


def drop_banners(lines: list[str]) -> list[str]:
    """Return the lines without such warnings at their beginning."""
    kept = list(lines)
    for _ in range(_MOST):
        first = next((number for number, line in enumerate(kept) if line.strip()), None)
        if first is None:
            break
        end = first
        while end < len(kept) and kept[end].strip() and end - first < 6:
            end += 1
        paragraph = " ".join(line.strip() for line in kept[first:end])
        if len(paragraph) < 700 and _BANNER.match(paragraph) and any(line.strip() for line in kept[end:]):
            kept = kept[end:]
        elif _BANNER.match(kept[first].strip()) and any(line.strip() for line in kept[first + 1 :]):
            kept = kept[first + 1 :]
        else:
            break
    return kept
