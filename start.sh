#!/bin/sh
# Opens the desk: a double click sets up what is needed, once.
cd "$(dirname "$0")" || exit 1
for python in python3.13 python3.12 python3.11 python3; do
    if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        exec "$python" start.py
    fi
done
echo "Python 3.11 керек / Нужен Python 3.11: https://www.python.org/downloads/"
printf "Enter… "
read -r _
exit 1
