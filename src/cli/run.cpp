#include "cli/run.h"

#include <fmt/format.h>

#include "cli/commands.h"

namespace lotline::cli {

int run(int argc, char** argv) {
  const SystemClock clock;
  proof::SystemSalts salts;
  const World world{clock, salts, argc > 0 ? argv[0] : "lotline"};
  Session session(world);
  try {
    return run_command(program(session), std::vector<std::string>(argv + 1, argv + argc));
  } catch (const storage::StorageFault& fault) {
    return say_refused(session, fault.refusal());
  } catch (const std::exception& error) {
    fmt::print(stderr, "fault: {}\nNothing of this command was recorded.\n", error.what());
    return kFault;
  }
}

}  // namespace lotline::cli
