"""Names the app to Django."""

from django.apps import AppConfig


class SimulationConfig(AppConfig):
    """A year of the mechanism, played."""

    name = "landsea.simulation"
    label = "simulation"
