"""Addresses of messengers: one's own page, and where gateways and messengers come in."""

from django.urls import path

from landsea.base.messengers.views import coming_in, own_messengers

urlpatterns = [
    path("", own_messengers.show_messengers, name="own_messengers"),
    path("<str:channel>/connect", own_messengers.connect_messenger, name="connect_messenger"),
    path("<str:channel>/notices", own_messengers.set_notices, name="messenger_notices"),
    path("<str:channel>/disconnect", own_messengers.disconnect_messenger, name="disconnect_messenger"),
    path("in/telegram", coming_in.take_telegram_updates, name="telegram_updates"),
    path("in/line", coming_in.take_line_events, name="line_events"),
    path("in/zalo", coming_in.take_zalo_events, name="zalo_events"),
    path("in/wecom", coming_in.take_wecom_messages, name="wecom_messages"),
    path("in/call", coming_in.call_report, name="call_report"),
    path("in/sms/report/<str:secret>", coming_in.take_sms_report, name="sms_report"),
    path("in/sms/reply/<str:secret>", coming_in.take_sms_reply, name="sms_reply"),
]
