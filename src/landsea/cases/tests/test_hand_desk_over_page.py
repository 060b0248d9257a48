"""The page that hands a whole desk over: it shows first and moves then."""

from django.urls import reverse

from landsea.directory.models import (
    DeskHandover,
)


def test_another_desk_picked_after_the_look_is_shown_before_anything_moves(world, taker):
    browser, address = world.client("coordinator"), reverse("hand_desk_over", args=[world.quarantine.code])
    typed = {"desk": "Second", "desk_code": taker.code, "why": "reorganisation", "key": "k", "step": "look"}
    assert f'name="looked" value="{taker.code}"' in browser.post(address, typed).content.decode()
    changed = typed | {"looked": taker.code, "desk_code": world.border.code, "step": "move"}
    page = browser.post(address, changed)
    assert page.status_code == 200 and f'name="looked" value="{world.border.code}"' in page.content.decode()
    assert not DeskHandover.objects.exists()
    assert f'value="{world.border.code}" aria-describedby' in page.content.decode(), "older words do not stay beside it"
    assert browser.post(address, changed | {"desk": world.border.code, "looked": world.border.code}).status_code == 302


def test_words_typed_after_a_pick_win_over_it(world, taker):
    browser, address = world.client("coordinator"), reverse("hand_desk_over", args=[world.quarantine.code])
    typed = {"desk": world.border.code, "desk_code": taker.code, "why": "reorganisation", "key": "k", "step": "look"}
    first = browser.post(address, typed)
    assert first.status_code == 200 and f'name="looked" value="{world.border.code}"' in first.content.decode()
    after = browser.post(address, typed | {"looked": taker.code, "step": "move"})
    assert after.status_code == 200 and f'name="looked" value="{world.border.code}"' in after.content.decode()
    words = browser.post(address, typed | {"desk": "zzz", "looked": taker.code, "step": "move"})
    assert words.status_code == 422
    assert not DeskHandover.objects.exists()


def test_the_page_shows_first_and_moves_then(world, taker):
    world.file()
    browser, address = world.client("head"), reverse("hand_desk_over", args=[world.quarantine.code])
    assert browser.get(address).status_code == 200
    assert address in browser.get(reverse("desk_people", args=[world.quarantine.code])).content.decode()
    typed = {"desk": "Second", "desk_code": taker.code, "why": "reorganisation", "key": "k", "step": "look"}
    looked = browser.post(address, typed)
    assert looked.status_code == 200 and "Nothing has moved yet" in looked.content.decode()
    assert not DeskHandover.objects.exists()
    wrong = browser.post(address, typed | {"desk_code": "", "desk": "zzz"})
    assert wrong.status_code == 422 and "reorganisation" in wrong.content.decode() and "zzz" in wrong.content.decode()
    moved = browser.post(address, typed | {"step": "move"})
    assert moved.status_code == 302
    assert "Take it back" in browser.get(moved.url).content.decode()
    assert world.client("other_holder").get(moved.url).status_code == 404
    browser.post(reverse("take_desk_back", args=[DeskHandover.objects.get().pk]))
    assert "was taken back" in browser.get(moved.url).content.decode()
    assert world.client("holder").get(address).status_code == 403
    assert world.client("other_holder").get(address).status_code == 403
