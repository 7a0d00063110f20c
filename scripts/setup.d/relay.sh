# A relay (coturn) on this machine, for as long as the script that starts it runs.
#
# start_relay LISTEN [tls]    sets RELAY_FLAGS, and PARLEY_TURN_SECRET in the environment, for the server
# serve_with_relay COMMAND... runs the server until it ends, and the relay as long

# Nothing behind this machine is reached through its relay: the networks of RFC 6890 that are nobody's or somebody's own.
RELAY_DENIED_PEERS="0.0.0.0-0.255.255.255 10.0.0.0-10.255.255.255 100.64.0.0-100.127.255.255 127.0.0.0-127.255.255.255
169.254.0.0-169.254.255.255 172.16.0.0-172.31.255.255 192.0.0.0-192.0.0.255 192.0.2.0-192.0.2.255
192.168.0.0-192.168.255.255 198.18.0.0-198.19.255.255 198.51.100.0-198.51.100.255 203.0.113.0-203.0.113.255
240.0.0.0-255.255.255.255 ::-::ffff 64:ff9b::-64:ff9b::ffff:ffff fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"

start_relay() {
  local tls=${2:-} folder port tls_port=0 url
  RELAY_FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/parley-relay.XXXXXX")
  trap end_relay EXIT
  folder=$RELAY_FOLDER
  RELAY_ADDRESS=$(relay_address "$1")
  port=$(free_relay_port 3478)
  # It goes by the environment, which other users of the machine cannot see.
  PARLEY_TURN_SECRET=$(openssl rand -hex 32)
  export PARLEY_TURN_SECRET
  url=turn:$RELAY_ADDRESS:$port
  RELAY_FLAGS=(--turn-url "$url" --turn-url "$url?transport=tcp")
  if [ "$tls" = tls ]; then
    tls_port=$(free_relay_port 5349)
    make_relay_certificate
    RELAY_FLAGS+=(--turn-url "turns:$RELAY_ADDRESS:$tls_port")
  fi
  relay_settings "$port" "$tls_port" >"$folder/settings"
  # It ends with this script even when that is killed.
  setsid setpriv --pdeathsig TERM turnserver -c "$folder/settings" >"$PARLEY_LOGS/relay.log" 2>&1 </dev/null &
  RELAY_PROCESS=$!
  wait_for_relay "$port"
}

# Where the server is reached: pages that reach it reach the relay too.
relay_address() {
  local address=${1%:*}
  case $address in
    0.0.0.0 | '[::]') address=$(hostname -I 2>/dev/null | tr ' ' '\n' | grep -m 1 '^[0-9.]*$') || address=127.0.0.1 ;;
    '['*) fail "the local relay speaks IPv4 only" "Start the server with --listen 127.0.0.1:PORT or 0.0.0.0:PORT." ;;
  esac
  printf '%s\n' "$address"
}

free_relay_port() { # PREFERRED: that one, or else any that is free over UDP and TCP
  python3 -c '
import socket, sys
for port in [int(sys.argv[2])] + [0] * 50:
    with socket.socket(type=socket.SOCK_STREAM) as stream, socket.socket(type=socket.SOCK_DGRAM) as datagram:
        try:
            stream.bind((sys.argv[1], port))
            datagram.bind(stream.getsockname())
        except OSError:
            continue
        sys.exit(print(stream.getsockname()[1]))
sys.exit("no port is free")' "$RELAY_ADDRESS" "$1"
}

# Browsers believe it only where they are told to; the server, which tries the relay out, is told here.
make_relay_certificate() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$RELAY_ADDRESS" \
    -addext "subjectAltName=IP:$RELAY_ADDRESS" -keyout "$RELAY_FOLDER/key" -out "$RELAY_FOLDER/certificate" 2>/dev/null
  export SSL_CERT_FILE=$RELAY_FOLDER/certificate
}

relay_settings() { # PORT TLS_PORT
  cat <<SETTINGS
listening-ip=$RELAY_ADDRESS
relay-ip=$RELAY_ADDRESS
listening-port=$1
realm=parley
use-auth-secret
static-auth-secret=$PARLEY_TURN_SECRET
fingerprint
stale-nonce=600
user-quota=100
total-quota=1000
no-cli
no-dtls
no-tcp-relay
no-multicast-peers
no-rfc5780
userdb=$RELAY_FOLDER/users
pidfile=$RELAY_FOLDER/process
log-file=stdout
simple-log
allowed-peer-ip=$RELAY_ADDRESS
SETTINGS
  printf 'denied-peer-ip=%s\n' $RELAY_DENIED_PEERS
  # Two pages on this machine meet at its loopback address, and nowhere else.
  case $RELAY_ADDRESS in 127.*) echo allow-loopback-peers ;; esac
  if [ "$2" = 0 ]; then
    echo no-tls
  else
    printf 'tls-listening-port=%s\ncert=%s\npkey=%s\n' "$2" "$RELAY_FOLDER/certificate" "$RELAY_FOLDER/key"
  fi
}

wait_for_relay() { # PORT
  local attempt
  for ((attempt = 0; attempt < 100; attempt++)); do
    (exec 3<>"/dev/tcp/$RELAY_ADDRESS/$1") 2>/dev/null && return 0
    kill -0 "$RELAY_PROCESS" 2>/dev/null || break
    sleep 0.1
  done
  fail "the local relay did not start" "Its log is $PARLEY_LOGS/relay.log"
}

end_relay() {
  [ -z "${RELAY_PROCESS:-}" ] || kill "$RELAY_PROCESS" 2>/dev/null || true
  rm -rf "${RELAY_FOLDER:?}"
}

# In a session of its own the server gets each signal from here alone, once: a second one would end it without a word
# to those in calls.
serve_with_relay() {
  local status=0
  setsid "$@" &
  local server=$!
  trap 'kill -TERM -- "-$server" 2>/dev/null || true' INT TERM HUP
  while kill -0 "$server" 2>/dev/null; do
    wait "$server" && status=0 || status=$?
  done
  return "$status"
}
