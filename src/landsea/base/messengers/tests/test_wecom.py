"""The application in WeCom, against an imitation of its documented server API and callbacks."""

import time
from datetime import timedelta

import pytest
from django.urls import reverse

from landsea.base.messengers.models import Incoming
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, ShortMessage
from landsea.base.messengers.ways.wecom import read_wecom_message
from landsea.base.messengers.ways.wecom_envelope import compute_signature, open_envelope, seal_envelope
from landsea.base.outbox.models import DeliveryState

MESSAGE = ShortMessage(7, "A case waits", choices=(("1", "I take it"),))
TOKEN = {"errcode": 0, "errmsg": "ok", "access_token": "T1", "expires_in": 7200}
DONE = {"errcode": 0, "errmsg": "ok", "msgid": "m-1"}


def test_a_token_is_asked_for_once_and_the_text_goes_to_a_member(wecom):
    for content in (TOKEN, DONE, DONE):
        wecom.answer(content)
    outcomes = [find_way("wecom").send("LiLei", MESSAGE) for _twice in range(2)]
    paths = [one.path for one in wecom.asked]
    assert paths[0] == "/cgi-bin/gettoken?corpid=wwdemo&corpsecret=demo+secret"
    assert paths[1:] == ["/cgi-bin/message/send?access_token=T1"] * 2
    sent = wecom.asked[1].json
    assert (sent["touser"], sent["agentid"], sent["msgtype"]) == ("LiLei", 1000002, "text")
    assert sent["text"]["content"] == "A case waits\n1: I take it" and sent["enable_duplicate_check"] == 1
    assert {(one.state, one.remote_id) for one in outcomes} == {(DeliveryState.SENT, "m-1")}


@pytest.mark.parametrize("ended", [40014, 42001])
def test_a_token_that_ended_is_renewed_once(wecom, ended):
    for content in (TOKEN, {"errcode": ended, "errmsg": "expired"}, TOKEN | {"access_token": "T2"}, DONE):
        wecom.answer(content)
    assert find_way("wecom").send("LiLei", MESSAGE).state == DeliveryState.SENT
    assert wecom.asked[-1].path.endswith("access_token=T2") and len(wecom.asked) == 4


@pytest.mark.parametrize(
    ("said", "state", "after"),
    [
        ({"errcode": 45009, "errmsg": "api freq out of limit"}, DeliveryState.WAITING, timedelta(minutes=1)),
        ({"errcode": -1, "errmsg": "system busy"}, DeliveryState.WAITING, timedelta(seconds=30)),
        ({"errcode": 81013, "errmsg": "user & party & tag all invalid"}, DeliveryState.BOUNCED, None),
        (DONE | {"invaliduser": "lilei"}, DeliveryState.BOUNCED, None),
        ({"errcode": 60020, "errmsg": "not allow to access from your ip"}, DeliveryState.FAILED, None),
        ({"errcode": 42001, "errmsg": "expired for ever"}, DeliveryState.FAILED, None),
    ],
)
def test_what_each_refusal_means(wecom, said, state, after):
    wecom.answer(TOKEN)
    wecom.answer(said)
    if said["errcode"] == 42001:
        wecom.answer(TOKEN)
        wecom.answer(said)
    outcome = find_way("wecom").send("LiLei", MESSAGE)
    assert (outcome.state, outcome.after) == (state, after)


def test_without_a_token_nothing_is_sent(wecom):
    wecom.answer({"errcode": 40001, "errmsg": "invalid credential"})
    outcome = find_way("wecom").send("LiLei", MESSAGE)
    assert outcome.state == DeliveryState.WAITING and "40001" in outcome.reply and "demo secret" not in outcome.reply


def test_a_photo_is_fetched_and_a_lost_one_says_so(wecom):
    wecom.answer(TOKEN)
    wecom.answer(b"\xff\xd8\xff", headers={"Content-Type": "image/jpeg"})
    wecom.answer({"errcode": 40007, "errmsg": "invalid media_id"})
    assert find_way("wecom").fetch_file(IncomingFile("m", "photo.jpg")) == b"\xff\xd8\xff"
    with pytest.raises(FileLost, match="invalid media_id"):
        find_way("wecom").fetch_file(IncomingFile("m", "photo.jpg"))


def test_the_envelope_of_wecom_s_own_sample_opens():
    """The values are those of the sample that Tencent publishes with its library for callbacks (Sample.php)."""
    sealed = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="
    signature, timestamp, nonce = "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780"
    given = {"token": "QDG6eK", "key": "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "receiver": "wx5823bf96d3bd56c7"}
    assert open_envelope(sealed, signature, timestamp, nonce, **given).isdigit()


def query(settings, sealed, *, seconds=None, token=None):
    at = str(int(time.time()) if seconds is None else seconds)
    signature = compute_signature(token or settings.WECOM_TOKEN, at, "n1", sealed)
    return f"?msg_signature={signature}&timestamp={at}&nonce=n1"


def seal(settings, words, receiver=None):
    return seal_envelope(words, key=settings.WECOM_AES_KEY, receiver=receiver or settings.WECOM_CORP, random=b"r" * 16)


def post(client, settings, words, **given):
    sealed = seal(settings, words, given.pop("receiver", None))
    body = f"<xml><ToUserName>wwdemo</ToUserName><AgentID>1000002</AgentID><Encrypt>{sealed}</Encrypt></xml>"
    return client.post(reverse("wecom_messages") + query(settings, sealed, **given), body, content_type="text/xml")


XML = (
    "<xml><ToUserName>wwdemo</ToUserName><FromUserName>LiLei</FromUserName><CreateTime>1348831860</CreateTime>"
    "<MsgType>text</MsgType><Content>友谊关 榴莲</Content><MsgId>1234567890123456</MsgId><AgentID>1000002</AgentID></xml>"
)


@pytest.mark.django_db
def test_its_question_is_answered_with_what_is_inside(wecom, client, settings):
    from urllib.parse import quote

    sealed = seal(settings, "1616140317555161061")
    answer = client.get(reverse("wecom_messages") + query(settings, sealed) + f"&echostr={quote(sealed)}")
    assert answer.content == b"1616140317555161061"


@pytest.mark.django_db
def test_a_message_is_kept_once_and_what_is_forged_old_or_for_another_company_never(wecom, client, settings):
    refused = [
        post(client, settings, XML, token="guessed"),
        post(client, settings, XML, seconds=int(time.time()) - 3600),
        post(client, settings, XML, receiver="wwother"),
        client.post(reverse("wecom_messages"), "<xml", content_type="text/xml"),
    ]
    assert {one.status_code for one in refused} == {403} and not Incoming.objects.exists()
    for _again in range(2):
        assert post(client, settings, XML).content == b"success"
    row = Incoming.objects.get()
    assert (row.channel, row.remote, row.text) == ("wecom", "LiLei", "友谊关 榴莲")


def test_events_and_what_is_no_xml_are_not_taken():
    assert read_wecom_message("<xml><MsgType>event</MsgType><FromUserName>x</FromUserName></xml>") is None
    assert read_wecom_message("no xml") is None
    inside = "<MsgType>text</MsgType><FromUserName>x</FromUserName><MsgId>1</MsgId><Content>&a;</Content>"
    read = read_wecom_message(f'<!DOCTYPE x [<!ENTITY a "aa">]><xml>{inside}</xml>')
    assert read is None or "aa" not in read.text
