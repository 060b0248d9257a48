"""Programs that translate, honest and hostile, by both contracts: a slice of `python -m bench.translating`."""

from bench.translating import MODES, HostileTranslator, serving, try_all

from landsea.translating.models import TextTranslation
from landsea.translating.programs import ChatEndpoint, LibreTranslate


def test_no_broken_value_is_ever_shown():
    modes = [mode for mode in MODES if mode != "slow"]  # what waits for a clock is tried by the whole measurement
    counts, broken = try_all(each=8, modes=modes)
    assert broken == []
    shown = {mode: counts[mode, "shown"] for mode in modes}
    assert shown.pop("honest") == 40
    assert {mode for mode, number in shown.items() if number} <= {"turns_round"}


def test_what_the_contracts_are_sent():
    translator = HostileTranslator()
    with serving(translator) as address:
        LibreTranslate(address, "secret").translate("[[1]] xe chờ", "vi", "en", ())
        ChatEndpoint(address, "key", "a-model").translate("[[1]] xe chờ", "vi", "en", [("tờ khai", "declaration")])
    libre, chat = translator.asked
    assert libre == {"q": "[[1]] xe chờ", "source": "vi", "target": "en", "format": "text", "api_key": "secret"}
    assert chat["model"] == "a-model" and "tờ khai = declaration" in chat["messages"][0]["content"]


def test_a_model_that_is_called_by_a_long_path_has_a_name_for_readers():
    room = TextTranslation._meta.get_field("program").max_length
    assert len(ChatEndpoint("http://models.internal/v1", "", "/srv/models/" + "x" * 90 + ".gguf").name) == room
    assert ChatEndpoint("http://models.internal/v1", "", "").name == "chat model"
