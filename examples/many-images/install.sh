#!/bin/sh
# Installs a service. Here stands what yours needs: packages, files, units of systemd.
set -eu
mkdir -p "/opt/$SERVICE"
printf '%s\n' "$VERSION" > "/opt/$SERVICE/version"
