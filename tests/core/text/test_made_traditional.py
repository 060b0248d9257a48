"""Traditional Chinese that is made of our simplified texts: characters by their company, and the words of Taiwan."""

import pytest

from landsea_core.text import traditional as converting
from landsea_core.text.traditional import convert_to_traditional, write_in_script


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("货物在口岸受阻", "貨物在口岸受阻"),
        ("海关程序和文件", "海關程序和文件"),  # no program, and no file of a computer
        ("老挝海关发来报关单", "寮國海關發來報關單"),
        ("日历程序和邮件程序", "日曆程式和郵件程式"),
        ("请设置密码，输入用户名，粘贴文字", "請設定密碼，輸入使用者名稱，貼上文字"),
        ("头发和发送", "頭髮和發送"),
        ("集装箱里有榴莲", "貨櫃裡有榴槤"),
        ("%(count)s 辆车，{{ place }}", "%(count)s 輛車，{{ place }}"),
        ("工业和信息化部", "工業和信息化部"),
        ("没有留邮箱，请打开案件的信箱", "沒有留電子郵件，請打開案件的信箱"),  # two things, so two words
        ("摩托车和内燃机车", "摩托車和內燃機車"),
        ("万象南站", "萬象南站"),
        ("仍须发给您，是否换发", "仍須發給您，是否換發"),  # no hair
        ("汶干口岸的干辣椒，30天后", "汶干口岸的乾辣椒，30天後"),  # a place, something dry, no goddess
        ("总干事和海关干部，主干道，树干", "總幹事和海關幹部，主幹道，樹幹"),  # nothing dry
        ("位置不准确，距港口12海里，斗争和抓斗", "位置不準確，距港口12海里，鬥爭和抓斗"),
        ("市场准入、准运证，不准进口准新车", "市場准入、准運證，不准進口準新車"),
        ("%(n)s 周内免签，16周采收", "%(n)s 週內免簽，16週採收"),
        ("标准证书的复制和标准化", "標準證書的複製和標準化"),  # no permit
        ("不会合并，恢复制度", "不會合併，恢復制度"),
        ("每……周转账一次，对账单和封志号", "每……週轉帳一次，對帳單和封誌號"),
        ("冷轧卷和钢卷，温室效应制冷剂", "冷軋捲和鋼捲，溫室效應製冷劑"),
        ("ທຸລຽນ durian", "ທຸລຽນ durian"),
    ],
)
def test_what_is_made(simplified, traditional):
    assert convert_to_traditional(simplified) == traditional
    assert write_in_script(simplified, "zh-hant") == traditional
    assert write_in_script(simplified, "zh-hans") == simplified


def test_without_opencc_a_text_stays_as_it_is(monkeypatch):
    """A case that was filed in zh-hant stays in it when the installation moves to a machine that OpenCC is not built for."""
    monkeypatch.setattr(converting, "_is_installed", lambda: False)
    assert write_in_script("报关单", "zh-hant") == "报关单"
