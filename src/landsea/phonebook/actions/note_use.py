"""Notes when a device last read and from where, at most once an hour, so that its owner sees a stranger."""

from datetime import datetime, timedelta

from landsea.phonebook.models import Device

NOTED_EVERY = timedelta(hours=1)


def note_use(device: Device, *, network: str, program: str, now: datetime) -> None:
    """Write the use down when the last one is an hour old, or came from another network."""
    is_fresh = device.last_used_at is not None and now - device.last_used_at < NOTED_EVERY
    if is_fresh and device.last_network == network:
        return
    Device.objects.filter(pk=device.pk).update(
        last_used_at=now,
        last_network=network,
        last_program=program[: Device._meta.get_field("last_program").max_length],
    )
