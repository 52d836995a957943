#!/bin/sh
# macOS opens this file by a double click.
exec "$(dirname "$0")/start.sh"
