// init, verify and rebuild.

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "answers/register_json.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "cli/upgrade_words.h"
#include "service/access_log.h"
#include "service/open_register.h"
#include "service/verify.h"
#include "storage/access_store.h"
#include "storage/backup.h"
#include "storage/rebuild.h"
#include "storage/upgrade.h"

namespace lotline::cli {

namespace {

struct InitWords {
  std::string state;
  std::vector<std::string> regimes;
  bool dealers_name_buyers = false;
  bool simulated = false;
  std::string years_kept;
};

Result<int> init(Session& session, const InitWords& words) {
  const auto* catalogue = TRY(session.catalogue());
  service::Opening wanted{words.state, words.regimes, words.dealers_name_buyers, session.actor_name(), words.simulated};
  if (!words.years_kept.empty())
    wanted.years_kept = TRY(of_field("years_kept", parse_rounds(words.years_kept))).count();
  const auto opening = TRY(service::decide_opening(wanted, *catalogue, session.world().clock, session.world().salts));
  storage::SqliteOptions options;
  options.schema_version = storage::kSchemaVersion;
  auto connection = TRY(storage::open_sqlite(session.register_path, storage::OpenMode::create, options));
  const auto store = TRY(storage::RegisterStore::create(std::move(connection), session.world().salts, opening));
  const auto head = store->head();
  if (session.json) {
    print_json(answers::opened_as_json(head, session.register_path, catalogue->version()));
  } else {
    if (head.simulated) fmt::print("{}\n", kSimulated);
    fmt::print("{} is a new register; its log id is {}\n", session.register_path, head.log_id);
  }
  return kDone;
}

/// The access log beside the register, where there is one.
Result<std::optional<service::AccessVerification>> verify_beside(const Session& session, const std::string& log_id) {
  const std::string path = storage::access_path(session.register_path);
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return std::nullopt;
  const auto file = TRY(storage::AccessFile::open(path, storage::OpenMode::read_only, log_id, session.world().clock));
  return TRY(service::verify_access(*file, log_id));
}

void print_verified(const Session& session, const service::Verification& found,
                    const std::optional<service::AccessVerification>& beside) {
  if (session.json) {
    print_json(answers::verified_as_json(found, beside));
    return;
  }
  fmt::print(
      "The register is what its log says: {} records replayed, {} entries in {} lots, every lot conserved; pages and "
      "indexes of its file fit together.\n",
      grouped(found.records), grouped(found.entries), grouped(found.lots));
  fmt::print("log id     {}\nroot hash  {}\n", found.head.log_id, proof::to_hex(found.head.root));
  if (beside)
    fmt::print("The access log beside it is whole: {} entries, root hash {}\n", grouped(beside->entries),
               proof::to_hex(beside->head.root));
  if (found.late.empty()) return;
  fmt::print("\nRecorded late: in the order of happening these accounts stood below zero for a while.\n");
  for (const auto& late : found.late)
    fmt::print("  lot {} on {}: {} at \"{}\" stood at {} (record {})\n", late.lot.number, to_text(late.on),
               word(late.side.standing), late.side.where, grouped(late.balance.count()), late.number);
}

Result<int> verify(Session& session) {
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  ProgressBar bar("verify");
  const auto found = service::read_one_state(*store, [&] {
    return service::verify(*store, [&](RecordNumber done, RecordNumber total) {
      bar.show({static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total), done, "records"});
    });
  });
  bar.clear();
  const service::Verification verified = TRY(found);
  print_verified(session, verified, TRY(verify_beside(session, verified.head.log_id)));
  return kDone;
}

service::Progress shown_on(ProgressBar& bar) {
  return [&bar](RecordNumber done, RecordNumber total) {
    bar.show({static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total), done, "records"});
  };
}

Result<int> rebuild(Session& session, const std::string& into) {
  ProgressBar replaying("rebuild");
  ProgressBar verifying("verify");
  const auto made = storage::rebuild_register(session.register_path, into, shown_on(replaying), shown_on(verifying));
  replaying.clear();
  verifying.clear();
  const auto found = TRY(made);
  if (session.json) {
    print_json(answers::rebuilt_as_json(found, into));
    return kDone;
  }
  if (found.head.simulated) fmt::print("{}\n", kSimulated);
  fmt::print("{} is made of the {} records of {} and verified; {} is as it was.\n", into, grouped(found.records),
             session.register_path, session.register_path);
  fmt::print("log id     {}\nroot hash  {}, as the head of {} says\n", found.head.log_id,
             proof::to_hex(found.head.root), session.register_path);
  return kDone;
}

Result<int> upgrade(Session& session) {
  ProgressBar replaying("upgrade");
  ProgressBar verifying("verify");
  const auto made = storage::upgrade_register(session.register_path, shown_on(replaying), shown_on(verifying));
  replaying.clear();
  verifying.clear();
  const auto upgraded = TRY(made);
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto head = store->head();
  const std::string kept = upgraded ? upgraded->kept : "";
  if (session.json)
    print_json(answers::upgraded_as_json(head, session.register_path, kept, session.simulated()));
  else if (upgraded)
    fmt::print("{}", hanging("", upgraded_in_words(session.register_path, *upgraded), terminal_width(stdout)));
  else
    fmt::print("{} is of this version already; nothing was changed.\n", session.register_path);
  return kDone;
}

Result<int> back_up(Session& session, const std::string& into) {
  TRY(session.open(storage::OpenMode::read_only));
  const auto head = TRY(storage::back_up(session.register_path, into));
  if (session.json)
    print_json(answers::backed_up_as_json(head, into, session.simulated()));
  else
    fmt::print("{} holds {} records; the root of its log is {}\n", into, grouped(head.records),
               proof::to_hex(head.root));
  return kDone;
}

/// A command that is told a register and nothing else.
Command command_of_register(Session& session, std::string name, std::string summary, std::string example,
                            Result<int> (*run)(Session&)) {
  Command command{std::move(name), std::move(summary), std::move(example), {register_word(session)}, {}, {}};
  command.run = [&session, run] {
    const auto code = run(session);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace

Command init_command(Session& session) {
  auto words = std::make_shared<InitWords>();
  Command command{"init", "makes a new register", "lotline init state.lotline --state BR --regime brazil", {}, {}, {}};
  command.options = {register_word(session),
                     {"--state", "whose register it is, ISO 3166 alpha-2", &words->state, nullptr, nullptr},
                     {"--regime", "a marking regime in force (may be given several times; see lotline marks regimes)",
                      nullptr, &words->regimes, nullptr},
                     {"--dealers-name-buyers", "a sale without a named buyer is refused", nullptr, nullptr,
                      &words->dealers_name_buyers},
                     {"--simulated", "nothing in it will be true of anybody; every answer from it says so", nullptr,
                      nullptr, &words->simulated},
                     {"--years-kept",
                      "years for which personal values are kept after the last lot a person had is gone; 10 when left "
                      "out, and never fewer",
                      &words->years_kept, nullptr, nullptr}};
  command.run = [&session, words] {
    const auto code = init(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

Command verify_command(Session& session) {
  return command_of_register(session, "verify",
                             "replays the whole log into fresh tables and compares; names the first difference",
                             "lotline verify state.lotline", verify);
}

Command backup_command(Session& session) {
  auto into = std::make_shared<std::string>();
  Command command{"backup",
                  "copies a register that is in use, with its accounts and access log, and compares the copy",
                  "lotline backup state.lotline --into copy.lotline",
                  {register_word(session),
                   {"--into", "file of the copy; nothing may be there", into.get(), nullptr, nullptr, true}},
                  {},
                  {}};
  command.run = [&session, into] {
    const auto code = back_up(session, *into);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

Command upgrade_command(Session& session) {
  return command_of_register(
      session, "upgrade",
      "takes over a register that an older program wrote: checks it, rebuilds it and keeps the old file",
      "lotline upgrade state.lotline", upgrade);
}

Command rebuild_command(Session& session) {
  auto into = std::make_shared<std::string>();
  Command command{"rebuild",
                  "makes a new register of the records of one that an older program wrote, and verifies it",
                  "lotline rebuild old.lotline --into state.lotline",
                  {register_word(session), {"--into", "file of the new register", into.get(), nullptr, nullptr, true}},
                  {},
                  {}};
  command.run = [&session, into] {
    const auto code = rebuild(session, *into);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
