# Shared by the scripts beside it: source it first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
die() { printf 'kevai: %s\n' "$*" >&2; exit 1; }

# Tells which step failed; the step itself has printed why.
trap 'status=$?; [ $status -eq 0 ] || printf "kevai: %s failed (status %d)\n" "$0" $status >&2' EXIT

# digest PATH…: one checksum over the contents and names of files and folders.
digest() { find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1; }
