#!/bin/sh
# The container's steps, in a clean Debian: also run by ops/container/clean_root.sh in a folder. The checkout is in /opt/landsea.
# Needs nothing from outside but the package registries that apt, pip and npm are set to.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends ca-certificates curl make postgresql-client python3 python3-venv zlib1g libstdc++6
cd /opt/landsea
make install
.venv/bin/python -m landsea_search.compiling
ln -sf /opt/landsea/.venv/bin/landsea /usr/local/bin/landsea
id landsea >/dev/null 2>&1 || useradd --system --uid 10001 --home-dir /var/lib/landsea --create-home landsea
apt-get clean
rm -rf /var/lib/apt/lists/* /opt/landsea/node_modules
