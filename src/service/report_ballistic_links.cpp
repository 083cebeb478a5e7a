#include "service/report_names.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

using seizure::BallisticLinkRow;
using seizure::Conclusion;

const Form kForm{
    "ballistic_links",
    "links of cases to cases and of cases to guns, with examiner and conclusion level, and those that other "
    "networks state",
    {{"case_number", "only of this case", ""},
     {"firearm", "only of the gun of this serial", ""},
     {"level", "only of this level, as identification", ""},
     {"network", "only of this network", ""}}};

struct Ends {
  std::string kind;
  std::string case_number;
  std::string other_case;
};

/// A foreign link's other case is that network's; its own end is the exhibit or the gun.
Ends ends_of(const State& state, const BallisticLinkRow& link) {
  const std::string own = case_of(state, link.exhibit);
  const std::string kind = link.firearm ? "case_to_firearm" : "case_to_case";
  if (!link.network.empty()) return {kind, own, link.other_case};
  return {kind, own, case_of(state, link.other_exhibit)};
}

bool wanted(const State& state, const Values& values, const Ends& ends, const BallisticLinkRow& link) {
  if (values.has("case_number") && ends.case_number != values.text("case_number") &&
      ends.other_case != values.text("case_number"))
    return false;
  if (values.has("network") && link.network != values.text("network")) return false;
  if (!values.has("firearm")) return true;
  const auto gun = state.firearms.firearms.find(make_key(link.firearm));
  return gun && gun->serial == values.text("firearm");
}

Result<void> fill(State& state, const Reference&, const Values& values, Report& report) {
  const auto level = TRY(values.word_or("level", Conclusion::none));
  ReportTable table{"links",
                    "Links",
                    {{"link", "record", ColumnKind::records},
                     {"kind", "kind"},
                     {"case_number", "case"},
                     {"exhibit", "exhibit", ColumnKind::records},
                     {"other_case", "other case"},
                     {"other_exhibit", "other exhibit", ColumnKind::records},
                     {"firearm", "gun"},
                     {"level", "conclusion"},
                     {"examiner", "examiner"},
                     {"organisation", "for"},
                     {"accreditation", "accreditation", ColumnKind::text, false},
                     {"before_lr", "before the LR"},
                     {"blind_second", "blind second"},
                     {"lead", "lead", ColumnKind::records, false},
                     {"network", "network"},
                     {"reference", "reference", ColumnKind::text, false},
                     {"state", "State", ColumnKind::text, false},
                     {"stated", "as stated", ColumnKind::text, false}}};
  std::int64_t sealed = 0;
  std::int64_t ended = 0;
  state.conclusions.links.scan({}, [&](const BallisticLinkRow& link) {
    const Ends ends = ends_of(state, link);
    if (!wanted(state, values, ends, link)) return true;
    const auto lead = state.conclusions.leads.leads.find(make_key(link.lead));
    if (link.ended != 0 || (lead && lead->sealed())) {
      ++(link.ended != 0 ? ended : sealed);
      return true;
    }
    if (level != Conclusion::none && link.level != level) return true;
    const auto conclusion = state.conclusions.conclusions.find(make_key(link.lead, link.number));
    const auto yes = [](bool truth) { return std::string{truth ? "yes" : "no"}; };
    table.rows.push_back({record_cell(link.number), ends.kind, ends.case_number, record_cell(link.exhibit.number),
                          ends.other_case, record_cell(link.other_exhibit.number), firearm_name(state, link.firearm),
                          link.level == Conclusion::none ? "none stated" : std::string{word(link.level)},
                          party_code(state, link.examiner), party_code(state, link.organisation),
                          conclusion ? conclusion->accreditation : "", conclusion ? yes(conclusion->before_lr) : "",
                          conclusion ? yes(conclusion->second) : "", record_cell(link.lead.number), link.network,
                          link.reference, link.state, link.stated});
    return true;
  });
  report.words = fmt::format("{} links", table.rows.size());
  report.tables.push_back(std::move(table));
  report.limits.emplace_back("a link is as good as its conclusion: only an examiner's identification says one gun");
  report.limits.emplace_back(
      "a conclusion not made before the LR may have been made with it in view; the program shows neither LR nor "
      "conclusions of a lead while a blind examination of it is open");
  if (sealed > 0)
    report.limits.push_back(
        fmt::format("{} conclusions are withheld: a blind examination of their leads is open", sealed));
  if (ended > 0) report.limits.push_back(fmt::format("{} links were replaced or withdrawn", ended));
  return {};
}

}  // namespace

ReportKind report_ballistic_links() { return {kForm, 1, fill}; }

}  // namespace lotline::service
