#include "seizure/exhibit_tally.h"

#include "seizure/trace_result.h"

namespace lotline::seizure {

IndicatorTally tally_indicators(std::span<const ExhibitRow> exhibits) {
  IndicatorTally tally;
  for (const ExhibitRow& exhibit : exhibits) {
    tally.origins[exhibit.origin].add(exhibit);
    if (exhibit.indicator_classes.empty()) {
      tally.not_examined.add(exhibit);
      if (!exhibit.indicators.empty()) tally.free_words_only.add(exhibit);
      continue;
    }
    tally.examined.add(exhibit);
    if (exhibit.indicator_classes == "none") {
      tally.none.add(exhibit);
      continue;
    }
    for (const auto one : split(exhibit.indicator_classes, ';')) tally.seen[std::string{one}].add(exhibit);
  }
  return tally;
}

std::map<ExhibitKind, ConversionTally> tally_conversion(std::span<const ExhibitRow> exhibits,
                                                        const std::map<LotId, std::string>& items) {
  std::map<ExhibitKind, ConversionTally> tallies;
  for (const ExhibitRow& exhibit : exhibits) {
    std::string item = exhibit.item;
    if (const auto known = items.find(exhibit.lot); item.empty() && known != items.end()) item = known->second;
    ConversionTally& tally = tallies[exhibit.kind];
    tally.all.add(exhibit);
    if (exhibit.origin == custody::Origin::converted_blank)
      tally.converted.add(exhibit);
    else if (item == "blank")
      tally.blank.add(exhibit);
    else if (exhibit.origin != custody::Origin::unknown)
      tally.other.add(exhibit);
    else
      tally.not_judged.add(exhibit);
  }
  return tallies;
}

AcquisitionTally tally_acquisition(std::span<const ExhibitRow> exhibits) {
  AcquisitionTally tally;
  for (const ExhibitRow& exhibit : exhibits) {
    std::string way = exhibit.acquisition;
    if (way.empty() && (exhibit.circumstances == "online" || exhibit.modality == "postal_online")) way = "online";
    if (way.empty() && exhibit.modality == "post") way = "postal";
    if (way.empty()) {
      tally.not_reported.add(exhibit);
      continue;
    }
    tally.ways[way].add(exhibit);
    if (exhibit.acquisition.empty()) tally.by_circumstance.add(exhibit);
  }
  return tally;
}

std::string marking_of(const ExhibitRow& exhibit) {
  if (!exhibit.marking.empty()) return exhibit.marking;
  const bool read = !exhibit.headstamp.empty() || !exhibit.clock.empty() || !exhibit.lot_mark.empty() ||
                    !exhibit.package.empty() || !exhibit.retailer_code.empty() || !exhibit.microstamp.empty();
  return read ? "marked" : "";
}

TracingTally tally_tracing(std::span<const ExhibitRow> exhibits, const std::map<ExhibitId, std::string>& results) {
  TracingTally tally;
  for (const ExhibitRow& exhibit : exhibits) {
    const std::string marking = marking_of(exhibit);
    tally.all.add(exhibit);
    tally.marking[marking].add(exhibit);
    const auto known = results.find(exhibit.id);
    const std::string result = known == results.end() ? "" : known->second;
    // A trace that was begun after all has a result, whatever was said when the exhibit was recorded.
    if (!exhibit.trace_opened && result.empty()) {
      tally.not_initiated[exhibit.no_trace_reason].add(exhibit);
      continue;
    }
    tally.results[result].add(exhibit);
    if (!is_traced(result)) continue;
    tally.traced.add(exhibit);
    if (marking == "marked") tally.marked_and_traced.add(exhibit);
  }
  return tally;
}

}  // namespace lotline::seizure
