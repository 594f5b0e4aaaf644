#!/bin/sh
# A PostgreSQL server of the tests' own: no TCP, a unix socket in a folder that goes with it.
#
#   private_postgres.sh start ADDRESS_FILE [PID]   writes the server's address into the file (an absolute path); the
#                                                  server ends with process PID (else the caller), however that ends
#   private_postgres.sh stop ADDRESS_FILE
set -eu

action=$1
address_file=$2
watched=${3:-$PPID}

binaries() {
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r); do
    if [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ]; then
      echo "$folder"
      return
    fi
  done
  echo "PostgreSQL's initdb and postgres are not in /usr/lib/postgresql/*/bin: script/setup installs them" >&2
  exit 1
}

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
  else
    "$@"
  fi
}

start() {
  bin=$(binaries)
  folder=$(mktemp -d /tmp/kevai-postgres.XXXXXX)  # not $TMPDIR: a socket's path must be short
  chmod 755 "$folder"
  if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$folder"; fi

  # Vietnamese order as the default, so that what needs the order of bytes must ask for it.
  if ! (cd "$folder" && as_owner "$bin/initdb" --pgdata="$folder/data" --username=kevai --auth=trust --no-sync \
    --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=vi) >"$folder/log" 2>&1; then
    cat "$folder/log" >&2
    rm -rf "$folder"
    exit 1
  fi
  cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
fsync = off
full_page_writes = off
shared_buffers = 32MB
max_connections = 100
CONF

  # The keeper outlives this script: it waits for the watched process, then ends the server and its folder.
  setsid "$0" keep "$address_file" "$watched" "$folder" "$bin" </dev/null >>"$folder/log" 2>&1 &

  tries=0
  until "$bin/pg_isready" -q -h "$folder" -U kevai -d postgres; do
    tries=$((tries + 1))
    if [ $tries -gt 300 ] || [ ! -d "$folder" ]; then
      echo "PostgreSQL did not start:" >&2
      cat "$folder/log" >&2 || true
      exit 1
    fi
    sleep 0.1
  done
  echo "postgresql://kevai@/postgres?host=$folder" >"$address_file.new"
  mv "$address_file.new" "$address_file"
}

keep() {
  folder=$4
  bin=$5
  cd "$folder"
  as_owner "$bin/postgres" -D "$folder/data" &
  tail --pid="$watched" -s 0.3 -f /dev/null &
  watcher=$!
  echo $watcher >watcher.pid
  wait "$watcher" || true  # until the watched process ends, or `stop` ends the watcher
  as_owner "$bin/pg_ctl" stop -s -D "$folder/data" -m immediate || true
  if grep -qs "$folder" "$address_file"; then rm -f "$address_file"; fi
  # A busy disk takes minutes to let go of a hundred databases, for which nobody need wait.
  mv "$folder" "$folder.gone"
  rm -rf "$folder.gone"
}

stop() {
  [ -f "$address_file" ] || exit 0
  folder=$(sed 's/.*host=//' "$address_file")
  kill "$(cat "$folder/watcher.pid")"
  tries=0
  while [ -d "$folder" ]; do
    tries=$((tries + 1))
    if [ $tries -gt 1200 ]; then
      echo "PostgreSQL did not stop: $folder" >&2
      tail -n 20 "$folder/log" >&2 || true
      exit 1
    fi
    sleep 0.1
  done
}

case $action in
  start) start ;;
  keep) keep "$@" ;;
  stop) stop ;;
  *) echo "start, keep or stop?" >&2; exit 2 ;;
esac
