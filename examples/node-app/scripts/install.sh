#!/bin/sh
# Installs the application from what was uploaded. Nothing is downloaded, so it works without a network.
set -eu
: "${APP_NAME:?}" "${APP_VERSION:?}" "${APP_PORT:?}" "${UPLOADS:?}"

id app >/dev/null 2>&1 || useradd --system --home-dir "/opt/$APP_NAME" --shell /usr/sbin/nologin app

install -d -m 755 "/opt/$APP_NAME"
cp -R "$UPLOADS/app/." "/opt/$APP_NAME/"
chmod 755 "/opt/$APP_NAME/run.sh" "/opt/$APP_NAME/check.sh"
printf '%s\n' "$APP_VERSION" >"/opt/$APP_NAME/VERSION"
chown -R root:root "/opt/$APP_NAME"

printf 'PORT=%s\n' "$APP_PORT" >"/etc/default/$APP_NAME"
sed "s/@APP_NAME@/$APP_NAME/g" "$UPLOADS/$APP_NAME.service" >"/etc/systemd/system/$APP_NAME.service"
chmod 644 "/etc/default/$APP_NAME" "/etc/systemd/system/$APP_NAME.service"

echo "$APP_NAME $APP_VERSION is installed in /opt/$APP_NAME"
