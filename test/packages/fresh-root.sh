#!/bin/sh
# Runs a program in a root of its own: this machine as it is, with every change kept in memory and
# gone with the last process. To be started by `unshare --mount --net --pid --fork`.
set -e
place=$1
here=$PWD
shift
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$place"
mkdir "$place/changes" "$place/work" "$place/root"
mount -t overlay overlay "$place/root" \
  -o "lowerdir=/,upperdir=$place/changes,workdir=$place/work"
cd "$place/root"
mount --rbind /dev dev
mount -t proc proc proc
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir -p mnt/before mnt/same
pivot_root . mnt/before
cd "$here"
umount -l /mnt/before
# Who lives below this cannot make namespaces: there the sandbox has to do without.
mount --rbind / /mnt/same
exec "$@"
