#!/bin/sh
# Usage, as root: clean_root.sh FOLDER [SUITE]. Runs the container's steps in a clean Debian in FOLDER, as the Containerfile does,
# without any container program: debootstrap, the checkout, install.sh, and then `landsea --help` as the container's user.
set -eu
root=$1 suite=${2:-trixie}
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
mount --bind /proc "$root/proc"
trap 'umount "$root/proc"' EXIT
chroot "$root" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    PIP_CERT=$trusted SSL_CERT_FILE=$trusted NODE_EXTRA_CA_CERTS=$trusted sh /opt/landsea/ops/container/install.sh
chroot --userspec=landsea "$root" /usr/bin/env LANDSEA_VAR=/var/lib/landsea landsea --help
