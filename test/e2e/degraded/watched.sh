#!/bin/sh
# Playwright takes NODE_OPTIONS away from whatever it starts itself.
NODE_OPTIONS="--require=$(dirname "$0")/watchdog.cjs" exec "$WATCHED_PROGRAM" "$@"
