#!/bin/sh
# Runs the application: by Node where the machine has it, else by Perl, which every Debian and Ubuntu has.
cd "$(dirname "$0")" || exit 1
if command -v node >/dev/null; then exec node server.cjs; fi
exec perl server.pl
