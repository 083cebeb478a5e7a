#include "answers/refusal_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "answers/exit_code.h"
#include "storage/refusals.h"

namespace lotline::answers {

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// "2002 not_enough_rounds" of every refusals.h.
std::set<std::string> refusals_in_headers() {
  static const std::regex constant(R"(inline constexpr RefusalKind (\w+)\s*\{\s*(\d+))");
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(LOTLINE_SOURCE_DIR "/src")) {
    if (entry.path().filename() != "refusals.h") continue;
    const std::string text = text_of(entry.path());
    for (auto at = std::sregex_iterator(text.begin(), text.end(), constant); at != std::sregex_iterator(); ++at)
      found.insert((*at)[2].str() + " " + (*at)[1].str());
  }
  return found;
}

}  // namespace

TEST(RefusalTable, every_refusal_of_every_module_is_in_it) {
  std::set<std::string> listed;
  for (const RefusalKind* kind : all_refusals()) listed.insert(fmt::format("{} {}", kind->number, kind->name));
  EXPECT_EQ(listed, refusals_in_headers()) << "tools/refusal-list writes the list anew";
}

TEST(RefusalTable, numbers_rise_and_no_name_stands_twice) {
  int last = 0;
  std::set<std::string_view> names;
  for (const RefusalKind* kind : all_refusals()) {
    EXPECT_GT(kind->number, last) << kind->name;
    last = kind->number;
    EXPECT_TRUE(names.insert(kind->name).second) << kind->name;
    EXPECT_FALSE(kind->meaning.empty()) << kind->name;
  }
}

TEST(RefusalTable, a_rule_refuses_with_1_and_a_damaged_file_or_disk_is_a_fault_with_3) {
  EXPECT_EQ(exit_code_of(2002), kRefused);
  EXPECT_EQ(exit_code_of(storage::no_such_register.number), kRefused);
  for (const auto& kind : {storage::newer_register, storage::damaged_register, storage::disk_full, storage::storage_io})
    EXPECT_EQ(exit_code_of(kind.number), kFault) << kind.name;
}

TEST(RefusalTable, the_page_of_the_documentation_is_what_the_program_prints) {
  EXPECT_EQ(text_of(LOTLINE_SOURCE_DIR "/docs/refusals.md"), refusals_as_markdown())
      << "lotline refusals --markdown > docs/refusals.md";
}

}  // namespace lotline::answers
