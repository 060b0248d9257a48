"""Which series stand first on the page of figures: those by which the corridor as a whole is known. Others follow by topic."""

HEADLINES = (
    "ilstc-rail-sea-trains-teu",
    "ilstc-destinations-ports",
    "ilstc-destinations-countries",
    "chongqing-via-ilstc-bn-yuan",
    "chongqing-asean-bn-yuan",
    "china-asean-bn-usd",
    "china-laos-railway-cross-border-freight-tonnes",
    "chongqing-cross-border-trucks-trips",
    "beibu-gulf-port-teu",
)
