#!/bin/sh
# Runs a command in network, process and mount namespaces of its own: whatever it starts ends with it, and nothing
# it does reaches another test or the outside. WebRTC gathers no candidates on loopback alone, hence the pair of
# virtual interfaces with an address and a default route.
set -eu
if [ "${1:-}" != --inside ]; then
    [ "$(id -u)" = 0 ] || set -- --user-namespace "$@"
    user_flags=
    if [ "${1:-}" = --user-namespace ]; then
        user_flags="--user --map-root-user"
        shift
    fi
    # shellcheck disable=SC2086 # the flags are words of ours, or none
    exec unshare $user_flags --fork --kill-child --pid --net --mount --mount-proc -- "$0" --inside "$@"
fi
shift
ip link set lo up
ip link add call0 type veth peer name call1
# Without addresses that IPv6 makes by itself a second later: browsers would drop what they load for a changed network.
ip link set call0 addrgenmode none
ip link set call1 addrgenmode none
ip address add 10.77.0.1/24 dev call0
ip link set call0 up
ip link set call1 up
ip route add default via 10.77.0.2
exec "$@"
