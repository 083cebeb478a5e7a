#include "service/report_names.h"

namespace lotline::service {

std::string party_code(const State& state, PartyId party) {
  const auto row = state.parties.parties.find(make_key(party));
  return row ? row->code : std::string{};
}

std::string case_of(const State& state, ExhibitId exhibit) {
  const auto row = state.exhibits.exhibits.find(make_key(exhibit));
  return row ? row->case_number : std::string{};
}

std::string firearm_name(const State& state, FirearmId firearm) {
  const auto row = state.firearms.firearms.find(make_key(firearm));
  return row ? row->make + " " + row->serial : std::string{};
}

ReportValue record_cell(RecordNumber number) {
  if (number == 0) return {};
  return std::vector<RecordNumber>{number};
}

std::vector<RecordNumber> scans_of(const State& state, RecordNumber source) {
  std::vector<RecordNumber> scans;
  state.scans.scans.scan_by("source", source, [&](const seizure::ScanRow& scan) {
    if (scan.withdrawn == 0) scans.push_back(scan.id.number);
    return true;
  });
  return scans;
}

}  // namespace lotline::service
