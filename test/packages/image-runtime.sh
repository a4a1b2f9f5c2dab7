#!/bin/sh
# Stands in tests for the runtime of an AppImage: it lies before the app in one file, unpacks it, says
# where both are as the real one does, and starts it. Whoever starts it again finds it unpacked.
self=$(readlink -f "$0")
place="/tmp/image-$(id -u)-$(stat -c %i "$self")"
if [ ! -d "$place" ]; then
  unsquashfs -quiet -no-progress -offset 4096 -dest "$place.part" "$self" >/dev/null || exit 127
  mv "$place.part" "$place"
fi
export APPIMAGE="$self" APPDIR="$place" ARGV0="$0" OWD="$PWD"
exec "$place/AppRun" "$@"
