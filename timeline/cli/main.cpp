// The program: reads the command line, runs one command. Whatever escapes a command (memory, a file system that
// disappears) ends here with a message and status 2.
#include <fmt/format.h>

#include <csignal>
#include <exception>

#include "cli/commands.h"
#include "cli/pile.h"

namespace {

// The first signal lets the command stop and clean up; a second one kills.
extern "C" void on_signal(int) { tarikh::cli::interrupted = true; }

void install_signal_handlers() {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is seen by write()
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tarikh::cli;
  constexpr int kInterrupted = 130;
  Console console;
  try {
    install_signal_handlers();
    Action action;
    const auto app = make_app(action);
    try {
      app->parse(argc, argv);
    } catch (const CLI::ParseError& stop) {  // also --help and --version
      if (stop.get_exit_code() == 0) return app->exit(stop);
      console.error(fmt::format("{}; `tarikh help` says how", stop.what()));
      return kFailed;
    }
    const int status = action(console);
    return interrupted ? kInterrupted : status;
  } catch (const std::exception& failure) {
    console.error(failure.what());
    return kFailed;
  }
}
