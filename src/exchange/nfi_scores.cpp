#include "exchange/nfi_scores.h"

#include <filesystem>
#include <map>

#include "comparison/refusals.h"
#include "exchange/labelled_scores_file.h"

namespace lotline::exchange {

namespace {

using comparison::Part;

constexpr std::string_view kSplits[] = {"split1", "split2", "split3"};

struct File {
  std::string_view name, mark;
};
constexpr File kFiles[] = {{"breech_face_impression.csv", "breech face"}, {"firing_pin_impression.csv", "firing pin"}};

Result<std::vector<NamedScore>> rows_of(const std::string& folder, const File& file) {
  CsvReader reader = TRY(CsvReader::open((std::filesystem::path(folder) / file.name).string()));
  std::vector<std::string> also{"hypothesis"};
  also.insert(also.end(), std::begin(kSplits), std::end(kSplits));
  auto rows = TRY(read_named_scores(reader, {"accf", "weapon1", "weapon2"}, also));
  for (const auto& row : rows)
    if ((row.also[0] == "1") != (row.source_a == row.source_b))
      return refuse(comparison::bad_labelled_pair, "{}: hypothesis {} of weapons {} and {}", file.name, row.also[0],
                    row.source_a, row.source_b);
  return rows;
}

/// The part of each weapon in one split, as its pairs tell it: both of a pair are in the part the pair is in.
Result<std::vector<Part>> parts_of(const std::vector<NamedScore>& rows, std::size_t split,
                                   const std::map<std::string, int>& numbers) {
  std::vector<Part> parts(numbers.size(), Part::none);
  for (const auto& row : rows) {
    const std::string& letter = row.also[split + 1];
    if (letter != "t" && letter != "v") continue;
    const Part part = letter == "t" ? Part::training : Part::validation;
    for (const std::string& weapon : {row.source_a, row.source_b}) {
      Part& known = parts[static_cast<std::size_t>(numbers.at(weapon))];
      if (known != Part::none && known != part)
        return refuse(comparison::bad_labelled_pair, "weapon {} is in two parts of {}", weapon, kSplits[split]);
      known = part;
    }
  }
  return parts;
}

}  // namespace

Result<NfiScores> read_nfi_scores(const std::string& folder) {
  std::vector<std::vector<NamedScore>> files;
  std::map<std::string, int> numbers;
  for (const File& file : kFiles) {
    files.push_back(TRY(rows_of(folder, file)));
    for (const auto& row : files.back()) {
      numbers.emplace(row.source_a, 0);
      numbers.emplace(row.source_b, 0);
    }
  }
  int next = 0;
  for (auto& [weapon, number] : numbers) number = next++;
  NfiScores scores;
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto& mark = scores.marks.emplace_back();
    mark.name = kFiles[i].mark;
    for (const auto& row : files[i]) mark.scores.push_back({row.score, numbers[row.source_a], numbers[row.source_b]});
    for (std::size_t split = 0; split < std::size(kSplits); ++split) {
      scores.splits.push_back(TRY(parts_of(files[i], split, numbers)));
      scores.split_names.push_back(fmt::format("{}, {}", kFiles[i].mark, kSplits[split]));
    }
  }
  return scores;
}

}  // namespace lotline::exchange
