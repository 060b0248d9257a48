#!/bin/sh
# Usage, as root: clean_root.sh FOLDER [SUITE]. Runs the container's steps in a clean Debian in FOLDER, as the Containerfile does,
# without any container program: debootstrap, the checkout, install.sh; then lets the container's user serve there, with the
# database that comes along, until it is ready; then lets systemd read its units there, where it is at hand.
set -eu
root=$1 suite=${2:-trixie} port=${PORT:-8799}
checkout=$(cd "$(dirname "$0")/../.." && pwd)
mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)*\([^ ]*\) .*/\2/p' /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
debootstrap --variant=minbase "$suite" "$root" "$mirror"
cp -f /etc/resolv.conf /etc/hosts "$root/etc/"
for kept in /etc/apt/apt.conf.d /etc/pip.conf /etc/npmrc; do
    [ -e "$kept" ] && mkdir -p "$root$(dirname "$kept")" && cp -rf "$kept" "$root$(dirname "$kept")/"
done
# Certificates that this machine trusts, for a registry of one's own: Debian's package would write over its list.
trusted=/root/trusted-certificates.crt
cp /etc/ssl/certs/ca-certificates.crt "$root$trusted"
mkdir -p "$root/opt/landsea"
git -C "$checkout" archive HEAD | tar -x -C "$root/opt/landsea"
serving=
leave() {
    [ -z "$serving" ] || kill "$serving" 2>/dev/null || true
    wait
    umount --lazy "$root/dev/shm" "$root/proc" 2>/dev/null || true
}
trap leave EXIT
mount --bind /proc "$root/proc"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
chroot "$root" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    PIP_CERT=$trusted SSL_CERT_FILE=$trusted NODE_EXTRA_CA_CERTS=$trusted sh /opt/landsea/ops/container/install.sh
as_landsea() { chroot --userspec=landsea:landsea "$root" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/var/lib/landsea LANDSEA_VAR=/var/lib/landsea PORT="$port" "$@"; }
as_landsea landsea --help >/dev/null
as_landsea landsea serve &
serving=$!
as_landsea curl --silent --show-error --fail --retry 300 --retry-delay 2 --retry-all-errors --output /dev/null "127.0.0.1:$port/health/ready"
as_landsea curl --silent --fail "127.0.0.1:$port/health/ready" "127.0.0.1:$port/health/activity"
pkill --signal TERM --parent "$serving" || kill "$serving"
wait "$serving"
echo "clean_root: served as the container's user, and ended when told to"
serving=
if command -v systemd-analyze >/dev/null; then
    cp "$checkout"/ops/systemd/* "$root/etc/systemd/system/"
    mkdir -p "$root/usr/lib/systemd/system"
    cp /usr/lib/systemd/system/*.target "$root/usr/lib/systemd/system/"
    units=$(cd "$checkout/ops/systemd" && echo *)
    # shellcheck disable=SC2086
    systemd-analyze verify --root="$root" --man=no $units && echo "clean_root: systemd reads $units"
fi
