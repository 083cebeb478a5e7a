// access-log: who looked at what and why, and who changed which account.

#include <fmt/format.h>

#include "answers/account_json.h"
#include "cli/access_desk.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "service/access_log.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

constexpr RecordNumber kUsualLimit = 50;

struct LogWords {
  service::EntryFilter filter;
  std::string before;
  std::string limit;
};

std::string told(const access::Entry& entry) {
  std::string text = entry.change;
  const auto say = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
  if (entry.lots != 0 || entry.holders != 0) say(fmt::format("{} lots, {} holders", entry.lots, entry.holders));
  if (entry.refused != 0) say(fmt::format("refused {}", entry.refused));
  return text;
}

Result<int> access_log(Session& session, const LogWords& words) {
  const OpenAccess open = TRY(open_access(session, storage::OpenMode::read_only));
  const RecordNumber before = words.before.empty() ? 0 : TRY(of_field("before", service::Lookup::number(words.before)));
  const RecordNumber limit =
      words.limit.empty() ? kUsualLimit : TRY(of_field("limit", service::Lookup::number(words.limit)));
  const auto entries =
      TRY(service::list_access(*open.desk, open.visitor, before, static_cast<std::size_t>(limit), words.filter));
  const bool more = static_cast<RecordNumber>(entries.size()) == limit && entries.back().number > 1;
  const RecordNumber next = more ? entries.back().number : 0;
  if (session.json) {
    print_json(answers::access_log_as_json(
        entries, next, [&](PartyId party) { return open.code_of(party); }, session.simulated()));
    return kDone;
  }
  TextTable table({">number", "when", "who", "for", "what", "object", "case", ""});
  for (const auto& [number, entry, leaf_hash] : entries)
    table.add({std::to_string(number), to_text(entry.at), entry.who, open.code_of(entry.organisation), entry.what,
               entry.object, entry.case_number, told(entry)});
  fmt::print("{}", table.empty() ? "There is no such entry.\n" : table.text(terminal_width(stdout)));
  if (more) fmt::print("Earlier ones: --before {}\n", next);
  return kDone;
}

}  // namespace

Command access_log_command(Session& session) {
  auto words = std::make_shared<LogWords>();
  Command command{"access-log",
                  "who looked at what and why, and who changed which account; the newest first",
                  "lotline access-log --case K-2026-118 --register state.lotline",
                  {register_option(session),
                   {"--who", "only of this sign-in name", &words->filter.who, nullptr, nullptr},
                   {"--case", "only for this case", &words->filter.case_number, nullptr, nullptr},
                   {"--object", "only of this object", &words->filter.object, nullptr, nullptr},
                   {"--before", "only entries before this number", &words->before, nullptr, nullptr},
                   {"--limit", "how many at most; 50 when left out", &words->limit, nullptr, nullptr}},
                  {},
                  {}};
  command.run = [&session, words] {
    const auto code = access_log(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
