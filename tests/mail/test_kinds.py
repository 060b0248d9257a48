"""Each filter of the chain answers its one question: small mails, one header or word apart."""

import pytest

from landsea_core.mailtext import House, Kind, read_mail

OURS = House(domains=frozenset({"landsea.example"}), servers=frozenset({"mx.landsea.example"}))


def mail(
    *headers: str,
    body: str = "The papers are complete.",
    sender: str = "Ann <ann@x.example>",
    subject: str = "Re: case",
) -> bytes:
    lines = [
        *headers,
        f"From: {sender}",
        "To: desk@landsea.example",
        f"Subject: {subject}",
        "Message-ID: <1@x.example>",
    ]
    return ("\n".join(lines) + "\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n").encode()


def kind(raw: bytes, house: House = OURS) -> str:
    return str(read_mail(raw, house).kind)


ANSWERS = "In-Reply-To: <delivery-812@landsea.example>"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ([ANSWERS], Kind.REPLY),
        (["References: <a@b> <delivery-812@landsea.example>"], Kind.REPLY),
        (["References: delivery-812@landsea.example"], Kind.REPLY),
        (["References: <a@b>\n <delivery-812@landsea.example>"], Kind.REPLY),
        (["In-Reply-To: <delivery-812@elsewhere.example>"], Kind.NEW_CASE),
        (["In-Reply-To: <delivery-x@landsea.example>"], Kind.NEW_CASE),
        (["Delivered-To: reply+mfzwizltoqqhg5dsnfxgomjsgmztimrt@landsea.example"], Kind.REPLY),
        (["Cc: Reply+MFZWIZLTOQQHG5DSNFXGOMJSGMZTIMRT@landsea.example"], Kind.REPLY),
        ([], Kind.NEW_CASE),
    ],
)
def test_replies(headers, expected):
    assert kind(mail(*headers)) == expected


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("mx.landsea.example; dmarc=fail", Kind.SPAM_OR_FORGED),
        ("mx.landsea.example; spf=fail; dkim=none", Kind.SPAM_OR_FORGED),
        ("mx.landsea.example; spf=fail; dkim=pass; dmarc=pass", Kind.REPLY),
        ("mx.landsea.example; spf=softfail; dkim=none; dmarc=none", Kind.REPLY),
        ("mx.landsea.example; none", Kind.REPLY),
        ("mx.elsewhere.example; dmarc=fail", Kind.REPLY),
        ("mx.landsea.example (dmarc=fail says nobody); dmarc=pass (spf=fail)", Kind.REPLY),
    ],
)
def test_forged_senders(results, expected):
    assert kind(mail(f"Authentication-Results: {results}", ANSWERS)) == expected


def test_only_the_topmost_word_of_our_server_counts():
    passes, fails = ("Authentication-Results: mx.landsea.example; dmarc=" + word for word in ("pass", "fail"))
    assert kind(mail(passes, fails, ANSWERS)) == Kind.REPLY
    assert kind(mail(fails, passes, ANSWERS)) == Kind.SPAM_OR_FORGED


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Auto-Submitted: auto-replied", Kind.AUTO_REPLY),
        ("Auto-Submitted: auto-generated (failure)", Kind.AUTO_REPLY),
        ("Auto-Submitted: no", Kind.REPLY),
        ("Precedence: bulk", Kind.AUTO_REPLY),
        ("Precedence: special-delivery", Kind.REPLY),
        ("X-Autoreply: yes", Kind.AUTO_REPLY),
        ("X-Autoreply: no", Kind.REPLY),
        ("List-Id: <news.example>", Kind.AUTO_REPLY),
        ("Return-Path: <>", Kind.AUTO_REPLY),
        ("Return-Path: <ann@x.example>", Kind.REPLY),
        ("X-Auto-Response-Suppress: All", Kind.REPLY),
    ],
)
def test_what_programs_write(header, expected):
    assert kind(mail(header, ANSWERS)) == expected


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: case",
        "Out of office",
        "自动答复: 案件",
        "自動回覆：案件",
        "Trả lời tự động: Hồ sơ",
        "ตอบกลับอัตโนมัติ: เรื่อง",
        "ຕອບກັບອັດຕະໂນມັດ: ຄະດີ",
        "ការឆ្លើយតបដោយស្វ័យប្រវត្តិ៖ ករណី",
        "အလိုအလျောက် ပြန်ကြားချက်: ကိစ္စ",
        "Balasan otomatis: kasus",
        "Balasan automatik: kes",
        "Awtomatikong tugon: kaso",
    ],
)
def test_subjects_of_automatic_answers(subject):
    assert kind(mail(ANSWERS, subject=subject)) == Kind.AUTO_REPLY
    assert kind(mail(ANSWERS, subject="Re: " + subject)) == Kind.REPLY


@pytest.mark.parametrize(
    "subject",
    [
        "Auto parts import duty",
        "On leave without pay visa",
        "自动化设备进口",
        "Cuti panjang di pelabuhan",
        "Out of stock at the border",
    ],
)
def test_subjects_that_only_sound_automatic(subject):
    assert kind(mail(subject=subject)) == Kind.NEW_CASE


def test_our_own_mail_coming_back():
    own = mail("Auto-Submitted: auto-generated", "X-Landsea-Delivery: 5", sender="Landsea <desk@landsea.example>")
    assert kind(own) == Kind.LOOP
    assert kind(own.replace(b"<1@x.example>", b"<delivery-5@landsea.example>")) == Kind.LOOP
    assert kind(mail("X-Landsea-Delivery: 5", ANSWERS)) == Kind.REPLY  # a header that anybody may write
    assert kind(mail(*["Received: from a by b.example; now"] * 26, ANSWERS)) == Kind.LOOP
    assert kind(mail(*["Received: from a by b.example; now"] * 12, ANSWERS)) == Kind.REPLY


def report(action: str, status: str, said: str = "") -> bytes:
    block = (
        f"Final-Recipient: rfc822; old@x.example\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {said}\n"
    )
    body = (
        f"--b\n\nNot delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n{block}\n--b--"
    )
    raw = mail(body=body, sender="MAILER-DAEMON@x.example", subject="Undelivered")
    return raw.replace(b"text/plain; charset=utf-8", b"multipart/report; report-type=delivery-status; boundary=b")


@pytest.mark.parametrize(
    ("action", "status", "said", "expected"),
    [
        ("failed", "5.1.1", "550 no such user", Kind.BOUNCE_HARD),
        ("failed", "5.0.0", "550 user unknown", Kind.BOUNCE_HARD),
        ("failed", "5.2.2", "552 mailbox full", Kind.BOUNCE_SOFT),
        ("failed", "5.0.0", "552 over quota", Kind.BOUNCE_SOFT),
        ("failed", "4.4.7", "expired", Kind.BOUNCE_SOFT),
        ("failed", "5.7.1", "550 refused", Kind.BOUNCE_HARD),
        ("delayed", "4.4.1", "", Kind.BOUNCE_SOFT),
        ("delivered", "2.0.0", "", Kind.AUTO_REPLY),
        ("relayed", "2.0.0", "", Kind.AUTO_REPLY),
    ],
)
def test_delivery_reports(action, status, said, expected):
    reading = read_mail(report(action, status, said), OURS)
    assert reading.kind == expected
    if expected != Kind.AUTO_REPLY:
        assert [(one.address, one.permanent) for one in reading.failed] == [
            ("old@x.example", expected == Kind.BOUNCE_HARD)
        ]


def test_a_person_named_postmaster_writes_too():
    assert kind(mail(ANSWERS, sender="Postmaster <postmaster@x.example>", subject="Re: case")) == Kind.REPLY
    assert (
        kind(mail(sender="Ann <ann@x.example>", subject="Undelivered goods at Boten", body="They were not delivered."))
        == Kind.NEW_CASE
    )


@pytest.mark.parametrize(
    "words",
    [
        "Our customs account is blocked and the goods rot within 48 hours, click here shows nothing.",
        "口岸收取的手续费太高，请联系微信 abc12345。",
        "对方开了假发票，我们被罚款，怎么办？",
        "The cargo is worth 2,000,000 USD and the bank asks for the original invoice.",
        "We buy bitcoin mining machines, which HS code is right?",
    ],
)
def test_honest_words_that_spam_uses_too(words):
    assert kind(mail(subject="Question", body=words)) == Kind.NEW_CASE


def test_spam_is_held_only_when_it_answers_nothing_of_ours():
    words = "You have won the lottery. Send your bank details to claim your prize."
    assert kind(mail(subject="Winner", body=words)) == Kind.SPAM_OR_FORGED
    assert kind(mail(ANSWERS, body=words)) == Kind.REPLY


def test_addresses_that_a_server_names_are_taken_without_their_label():
    words = "退信原因：收件人邮箱地址不存在。\n收件人：9988123@qq.example\n"
    reading = read_mail(mail(sender="PostMaster@qq.example", subject="系统退信", body=words), OURS)
    assert [one.address for one in reading.failed] == ["9988123@qq.example"]


@pytest.mark.parametrize(
    ("recipient", "server", "kind"),
    [
        ("cases@in.landsea.example", "mx.landsea.example", Kind.SPAM_OR_FORGED),
        ("cases@in.landsea.example", "mx.elsewhere.example", Kind.NEW_CASE),
        ("cases@landsea.gov.cn", "mx.gov.cn", Kind.NEW_CASE),
    ],
)
def test_a_server_beside_the_domain_of_mails_is_ours_where_none_is_named(recipient, server, kind):
    raw = f"Authentication-Results: {server}; dmarc=fail\r\nFrom: a@x.example\r\nTo: {recipient}\r\n\r\nIs the gate open?\r\n"
    assert read_mail(raw.encode(), House()).kind is kind
