#include "service/pairs_on_record.h"

#include <map>

#include "service/list_scans.h"
#include "service/lookup.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

Result<std::string> original_of(Register& store, const Reference& reference, ScanStore& scans, surface::Mark mark,
                                const std::string& number) {
  const auto card = TRY(scan_card(store, reference, ScanId{TRY(Lookup::number(number))}));
  if (card.scan.mark != word(mark)) return refuse(marks_differ, "scan {} is of {}", number, card.scan.mark);
  const auto path = scans.original(card.scan.sha256);
  if (!path) return refuse(original_missing, "{}", card.scan.file);
  return *path;
}

}  // namespace

Result<std::vector<LabelledPair>> pairs_on_record(Register& store, const Reference& reference, ScanStore& scans,
                                                  surface::Mark mark, const std::vector<NumberedPair>& pairs) {
  TRY(access::require(reference.visitor, access::Right::examine));
  std::map<std::string, std::string> paths;
  const auto path_of = [&](const std::string& number) -> Result<std::string> {
    if (const auto known = paths.find(number); known != paths.end()) return known->second;
    return paths.emplace(number, TRY(original_of(store, reference, scans, mark, number))).first->second;
  };
  std::vector<LabelledPair> found;
  for (const NumberedPair& pair : pairs)
    found.push_back(
        {{TRY(of_field("a", path_of(pair.a))), TRY(of_field("b", path_of(pair.b))), {}}, pair.source_a, pair.source_b});
  return found;
}

}  // namespace lotline::service
