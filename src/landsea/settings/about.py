"""Who runs this installation, from the file that LANDSEA_ABOUT names."""

from pathlib import Path

from landsea.base.about_installation import NOBODY_SAID, AboutFault, Installation, read_installation
from landsea.settings.environment import SettingWrong, text


def installation(name: str) -> Installation:
    """Return what the file of the setting says; nothing where it is unset."""
    file = text(name, "")
    if not file:
        return NOBODY_SAID
    try:
        return read_installation(Path(file))
    except (OSError, AboutFault) as fault:
        raise SettingWrong(f"{name}: {file} cannot be used: {fault}") from None


INSTALLATION = installation("LANDSEA_ABOUT")
