// scan show: what one X3P file holds, who measured it with what, and what is odd about it.

#include <fmt/format.h>

#include "cli/commands_scan.h"
#include "cli/scan_words.h"
#include "surface/x3p_reader.h"

namespace lotline::cli {

namespace {

struct ShowWords {
  std::string file;
};

Result<int> show(Session& session, const ShowWords& words) {
  const auto scan = TRY(surface::read_x3p(words.file));
  if (session.json) {
    JsonWriter json(2);
    json.begin_object().member("file", words.file);
    write_scan(json, scan);
    json.end_object();
    fmt::print("{}\n", json.text());
  } else {
    print_scan(scan, words.file);
  }
  return kDone;
}

}  // namespace

Command scan_show_command(Session& session) {
  auto words = std::make_shared<ShowWords>();
  Command command{"show",
                  "what an X3P file holds, who measured it with what, and what is odd about it",
                  "lotline scan show case.x3p",
                  {{"FILE", "an X3P file", &words->file, nullptr, nullptr, true}},
                  {},
                  {}};
  command.run = [&session, words] {
    const auto code = show(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
