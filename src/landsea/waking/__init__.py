"""Who is woken for an urgent case: tried one way after the other until somebody takes it."""
