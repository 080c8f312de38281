# newsd: build, try, test, install. `make help` lists the targets.

SWIFT     ?= swift
PREFIX    ?= /usr
DESTDIR   ?=
SCRATCH   ?= .build
FLAGS     := -c release --scratch-path $(SCRATCH)
# What is installed has the Swift runtime linked in and runs where no toolchain is. Tests cannot be built that way, so they and the
# benchmarks have a build of their own.
STATIC    := -c release --static-swift-stdlib --scratch-path $(SCRATCH)/static
BIN       := $(SCRATCH)/static/release
PACKAGES  := libsystemd-dev libxml2-dev zlib1g-dev libxxhash-dev libstemmer-dev pkg-config
MODULES   := libsystemd libxml-2.0 zlib libxxhash
SHARED    ?= ../shared
FUZZ_SECONDS ?= 3600
FUZZ_TARGETS ?= articles json segments frames

# How many events `make bench` fills a store with, and how long `make soak` lasts, in seconds.
EVENTS    ?= 1000000
SOAK      ?= 60

.PHONY: help deps build manual readme demo check bench soak eval fuzz lint format install clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 16

deps: ## install the Debian packages the build needs, where they are missing
	@{ pkg-config --exists $(MODULES) && [ -e /usr/include/libstemmer.h ]; } 2>/dev/null || { \
	  echo "Installing $(PACKAGES)"; \
	  as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	  $$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES) >/dev/null; }
	@command -v $(SWIFT) >/dev/null || { echo "make: no '$(SWIFT)' on PATH: install the Swift 6.3 toolchain (swift.org/install)" >&2; exit 1; }

build: deps ## build newsd and newsq
	$(SWIFT) build $(STATIC) --product newsd
	$(SWIFT) build $(STATIC) --product newsq

manual: build ## make manual pages and completions from the programs' own tables
	@scripts/make-manual.sh $(BIN) $(SCRATCH)/manual

readme: build ## play the session in README.md and write down what it prints
	@scripts/readme-session.py $(BIN)

demo: build ## read six articles with a private newsd and show what happened in them
	@docs/demo/run.sh $(BIN)

# One test at a time: many block their thread on a socket or a process, and all threads blocked is a test run that hangs.
check: deps ## build everything and pass the tests
	$(SWIFT) test $(FLAGS) --no-parallel

bench: deps ## measure the engine, the daemon and the client
	$(SWIFT) build $(FLAGS)
	@$(SCRATCH)/release/newsbench bench
	@$(SCRATCH)/release/newsbench store --events $(EVENTS)

soak: deps ## feed, ask and kill newsd for SOAK seconds (60), with Wikinews where $(SHARED)/data has it
	$(SWIFT) build $(FLAGS)
	@$(SCRATCH)/release/newsbench soak --seconds $(SOAK) --data $(SHARED)/data

eval: deps ## score the engine and the coder on whatever of $(SHARED)/data is there
	$(SWIFT) build $(FLAGS) --product newsbench
	@! command -v python3 >/dev/null || python3 scripts/export-names.py --data $(SHARED)/data --output $(SCRATCH)/names.tsv
	@$(SCRATCH)/release/newsbench eval --data $(SHARED)/data --names $(SCRATCH)/names.tsv

# What finds something leaves it in $(SCRATCH)/fuzz/crash-*: put that into Tests/FuzzTests/Corpus/<target>/, and `make check` replays it.
fuzz: deps ## search for inputs that break reading, $(FUZZ_SECONDS) s a target (FUZZ_TARGETS="articles json segments frames")
	NEWSD_FUZZ=1 $(SWIFT) build -c release --scratch-path $(SCRATCH)/fuzz --product newsfuzz
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p $(SCRATCH)/fuzz/corpus/$$target; \
	  SWIFT_BACKTRACE=enable=no NEWSD_FUZZ_TARGET=$$target $(SCRATCH)/fuzz/release/newsfuzz -max_total_time=$(FUZZ_SECONDS) \
	    -timeout=10 -rss_limit_mb=2048 -max_len=65536 -dict=Tests/newsfuzz/words.dict -artifact_prefix=$(SCRATCH)/fuzz/ \
	    $(SCRATCH)/fuzz/corpus/$$target Tests/FuzzTests/Corpus/$$target || exit 1; \
	done

lint: ## check the format of all Swift sources
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## format all Swift sources
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

install: ## install programs, units and configuration below DESTDIR (run `make build` first)
	@test -x $(BIN)/newsd || { echo "make: nothing to install: run 'make build' first" >&2; exit 1; }
	@scripts/make-manual.sh $(BIN) $(SCRATCH)/manual
	install -Dm755 $(BIN)/newsd $(DESTDIR)$(PREFIX)/sbin/newsd
	install -Dm755 $(BIN)/newsq $(DESTDIR)$(PREFIX)/bin/newsq
	install -Dm644 -t $(DESTDIR)/lib/systemd/system systemd/newsd.service systemd/newsd.socket
	install -Dm644 systemd/sysusers.conf $(DESTDIR)/usr/lib/sysusers.d/newsd.conf
	install -Dm644 systemd/tmpfiles.conf $(DESTDIR)/usr/lib/tmpfiles.d/newsd.conf
	install -Dm644 systemd/newsd.catalog $(DESTDIR)/usr/lib/systemd/catalog/newsd.catalog
	install -Dm644 etc/newsd.conf $(DESTDIR)/etc/newsd/newsd.conf
	install -Dm644 -t $(DESTDIR)$(PREFIX)/share/man/man1 $(SCRATCH)/manual/newsq.1
	install -Dm644 -t $(DESTDIR)$(PREFIX)/share/man/man5 $(SCRATCH)/manual/newsd.conf.5
	install -Dm644 -t $(DESTDIR)$(PREFIX)/share/man/man7 $(SCRATCH)/manual/newsd-rpc.7 docs/man/newsd-spool.7
	install -Dm644 -t $(DESTDIR)$(PREFIX)/share/man/man8 $(SCRATCH)/manual/newsd.8
	install -Dm644 $(SCRATCH)/manual/newsq.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/newsq
	install -Dm644 $(SCRATCH)/manual/newsq.zsh $(DESTDIR)$(PREFIX)/share/zsh/vendor-completions/_newsq
	install -Dm644 $(SCRATCH)/manual/newsq.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/newsq.fish
	install -d $(DESTDIR)/etc/newsd/newsd.conf.d
	install -Dm644 -t $(DESTDIR)/etc/newsd/actors.d etc/actors.d/README
	install -Dm644 -t $(DESTDIR)/etc/newsd/lexicon.d etc/lexicon.d/README

clean: ## remove what was built
	rm -rf $(SCRATCH)
