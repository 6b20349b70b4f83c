# The front door. Each target installs the distribution packages it needs (see cmake/packages.sh).
#   make demo       build, and make a timeline of the example articles in site/
#   make test       build, and run every test: unit, command line, install, page in Chromium
#   make asan       the tests under AddressSanitizer and UndefinedBehaviorSanitizer
#   make bench      the benchmarks, by task
#   make compare    speed beside what else finds dates (dateparser, chrono-node), and beside the limits of the machine
#   make page-bench the page beside vis-timeline and TimelineJS, in Chromium
#   make install    into PREFIX (/usr/local)

PREFIX ?= /usr/local
RELEASE := build/release
TARIKH := $(RELEASE)/tarikh

.PHONY: demo test unit browser asan bench compare page-bench install clean

demo:
	@cmake/packages.sh build
	cmake --preset release -DTARIKH_TESTS=OFF
	cmake --build $(RELEASE) --target tarikh
	$(TARIKH) build docs/examples -o site
	@echo
	@echo "The timeline lies in $(CURDIR)/site/index.html: open it in a browser."

test: unit browser

unit:
	@cmake/packages.sh build test
	cmake --preset release -DTARIKH_TESTS=ON
	cmake --build $(RELEASE)
	ctest --test-dir $(RELEASE) --output-on-failure

browser:
	@cmake/packages.sh build browser
	tests/browser/run.sh $(TARIKH)

asan:
	@cmake/packages.sh build test
	cmake --workflow --preset asan

bench:
	@cmake/packages.sh build bench
	cmake --preset release -DTARIKH_BENCH=ON
	cmake --build $(RELEASE) --target tarikh_bench
	$(RELEASE)/tests/bench/tarikh_bench

compare:
	@cmake/packages.sh build bench
	cmake --preset release -DTARIKH_BENCH=ON
	cmake --build $(RELEASE) --target tarikh limits
	tests/bench/peers.sh $(RELEASE)/peers
	$(RELEASE)/peers/bin/python tests/bench/compare.py $(TARIKH) $(RELEASE)/tests/bench/limits $(RELEASE)/peers

page-bench:
	@cmake/packages.sh build browser
	cmake --preset release
	cmake --build $(RELEASE) --target tarikh
	tests/browser/run.sh $(TARIKH) tests/bench/page/page_bench.mjs

install:
	@cmake/packages.sh build
	cmake --preset release -DTARIKH_TESTS=OFF
	cmake --build $(RELEASE)
	cmake --install $(RELEASE) --prefix $(PREFIX)

clean:
	rm -rf build site
