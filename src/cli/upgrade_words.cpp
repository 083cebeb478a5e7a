#include "cli/upgrade_words.h"

#include <fmt/format.h>

#include "base/figures.h"

namespace lotline::cli {

std::string upgraded_in_words(const std::string& path, const storage::Upgraded& upgraded) {
  return fmt::format(
      "{} was of an older version. It is made anew of its {} records and verified, with the root it had, "
      "{}; the old file is kept as {}{}.",
      path, grouped(upgraded.found.records), proof::to_hex(upgraded.found.head.root), upgraded.kept,
      upgraded.accounts_kept ? ", and a copy of the accounts beside it" : "");
}

}  // namespace lotline::cli
