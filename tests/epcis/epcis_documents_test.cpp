// Documents of our own, and published ones where they lie beside the project: every valid one is accepted, every
// invalid one refused for the right reason.

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "exchange/epcis_check.h"

namespace lotline::exchange {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() == ".json" || entry.path().extension() == ".jsonld") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

/// The numbers of all faults, each once.
std::set<int> faults_of(const EpcisCheck& check) {
  std::set<int> numbers;
  for (const auto& finding : check.findings)
    if (finding.gravity == EpcisFinding::Gravity::refused) numbers.insert(finding.refusal.number);
  return numbers;
}

std::string first_fault(const EpcisCheck& check) {
  for (const auto& f : check.findings)
    if (f.gravity == EpcisFinding::Gravity::refused) return fmt::format("{} {}", f.path, f.refusal.text);
  return "no fault";
}

const fs::path kOwn = fs::path(LOTLINE_SOURCE_DIR) / "tests" / "epcis";
const fs::path kPublished = fs::path(LOTLINE_SOURCE_DIR).parent_path() / "shared" / "epcis" / "published";

TEST(EpcisDocuments, every_valid_document_of_our_own_is_accepted) {
  const auto files = files_in(kOwn / "valid");
  ASSERT_GE(files.size(), 11U);
  for (const auto& file : files) {
    const auto check = check_epcis(file.string(), nullptr);
    EXPECT_TRUE(check.valid()) << file << ": " << first_fault(check);
    EXPECT_GT(check.events, 0) << file;
  }
}

TEST(EpcisDocuments, every_invalid_document_of_our_own_is_refused_for_the_reason_in_its_name) {
  const auto files = files_in(kOwn / "invalid");
  ASSERT_GE(files.size(), 36U);
  for (const auto& file : files) {
    const std::string name = file.filename().string();
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    EXPECT_EQ(faults_of(check_epcis(file.string(), nullptr)), std::set<int>{number}) << file;
  }
}

TEST(EpcisDocuments, published_documents_are_judged_as_their_publishers_judge_them) {
  const auto files = files_in(kPublished);
  if (files.empty())
    fmt::print("no published documents lie at {}: only those of our own are judged\n", kPublished.string());
  // What each invalid one has to be refused for, by words of its name.
  const std::pair<std::string_view, std::set<int>> reasons[] = {{"multiple_invalid_fields", {6021, 6022, 6026}},
                                                                {"without_context", {6020}},
                                                                {"ilmd", {6021}},
                                                                {"ventTime_format", {6022}},
                                                                {"bizStep", {6026}},
                                                                {"disposition", {6026}},
                                                                {"quantity_as_text", {6019}}};
  for (const auto& file : files) {
    const std::string name = file.filename().string();
    const auto check = check_epcis(file.string(), nullptr);
    if (name.starts_with("valid--")) {
      EXPECT_TRUE(check.valid()) << file << ": " << first_fault(check);
    } else {
      const auto reason = std::ranges::find_if(reasons, [&](const auto& r) { return name.contains(r.first); });
      ASSERT_NE(reason, std::end(reasons)) << file;
      EXPECT_EQ(faults_of(check), reason->second) << file;
    }
  }
}

TEST(EpcisDocuments, what_is_beyond_a_thousand_findings_is_counted) {
  const fs::path file = fs::temp_directory_path() / "lotline_many_findings.json";
  {
    std::string text = "[";
    for (int i = 0; i < 5'000; ++i) text.append(i == 0 ? "" : ",").append(R"({"type":"ObjectEvent"})");
    std::FILE* out = std::fopen(file.c_str(), "wb");
    ASSERT_NE(out, nullptr);
    std::fwrite((text + "]").data(), 1, text.size() + 1, out);
    std::fclose(out);
  }
  std::int64_t told = 0;
  const auto check = check_epcis(file.string(), [&](const EpcisProgress& p) { told = p.events; });
  fs::remove(file);
  EXPECT_EQ(check.events, 5'000);
  EXPECT_EQ(check.refused_events, 5'000);
  EXPECT_EQ(check.refused, 15'000);
  EXPECT_EQ(check.noted, 5'000);
  EXPECT_EQ(check.findings.size(), kMostCheckFindings);
  EXPECT_EQ(told, 4'000);
}

}  // namespace
}  // namespace lotline::exchange
