#include "seizure/conclusion.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

namespace {

std::optional<ConclusionRow> standing_of(const Conclusions& conclusions, LeadId lead, PartyId examiner) {
  for (const auto& row : conclusions.conclusions.all(make_key(lead)))
    if (row.stands() && row.examiner == examiner) return row;
  return std::nullopt;
}

std::optional<BlindExaminationRow> blind_of(const Conclusions& conclusions, LeadId lead, PartyId examiner) {
  for (const auto& row : conclusions.leads.blind.all(make_key(lead)))
    if (row.open() && row.examiner == examiner) return row;
  return std::nullopt;
}

void end_link(Conclusions& conclusions, RecordNumber number, RecordNumber by) {
  auto link = conclusions.links.find(make_key(number));
  CHECK(link.has_value());
  link->ended = by;
  conclusions.links.put(*link);
}

/// The link between the sources of the lead's two scans.
BallisticLinkRow link_of(const Conclusions& conclusions, const LeadRow& lead, const Concluded& record) {
  BallisticLinkRow link;
  for (const ScanId id : {lead.questioned, lead.candidate}) {
    const auto scan = conclusions.leads.scans.find(make_key(id));
    CHECK(scan.has_value());
    if (scan->source_kind == SourceKind::firearm)
      link.firearm = FirearmId{scan->source};
    else
      (link.exhibit ? link.other_exhibit : link.exhibit) = ExhibitId{scan->source};
  }
  link.lead = lead.id;
  link.level = record.level;
  link.examiner = record.examiner;
  link.organisation = record.organisation;
  return link;
}

}  // namespace

bool has_concluded(const Conclusions& conclusions, LeadId lead, PartyId examiner) {
  return standing_of(conclusions, lead, examiner).has_value();
}

Result<Concluded> decide_conclusion(const Conclusions& conclusions, Concluded concluded) {
  const LeadRow lead = TRY(standing_lead(conclusions.leads, concluded.lead));
  if (!concluded.examiner) return refuse(missing_value, "examiner");
  if (!concluded.organisation) return refuse(missing_value, "organisation");
  if (concluded.level == Conclusion::none) return refuse(missing_value, "level");
  const auto before = standing_of(conclusions, concluded.lead, concluded.examiner);
  if (before && concluded.replaces == 0)
    return refuse(concluded_before, "lead {}, conclusion {}", concluded.lead.number, before->number);
  const bool own = concluded.replaces == 0 || (before && before->number == concluded.replaces);
  if (!own) return refuse(not_own_conclusion, "{}", concluded.replaces);
  concluded.before_lr = blind_of(conclusions, concluded.lead, concluded.examiner).has_value();
  concluded.second = concluded.before_lr && lead.conclusions > 0;
  return concluded;
}

Result<ForeignLinkStated> decide_foreign_link(const Exhibits& exhibits, const firearms::Firearms& firearms,
                                              ForeignLinkStated stated) {
  if (static_cast<bool>(stated.exhibit) == static_cast<bool>(stated.firearm))
    return refuse(link_subject, "{} {}", stated.network, stated.reference);
  const bool exhibit_known = !stated.exhibit || exhibits.exhibits.find(make_key(stated.exhibit)).has_value();
  if (!exhibit_known) return refuse(unknown_exhibit, "{}", stated.exhibit.number);
  CHECK(!stated.firearm || firearms.firearms.find(make_key(stated.firearm)).has_value());
  if (stated.network.empty()) return refuse(missing_value, "network");
  if (stated.reference.empty()) return refuse(missing_value, "reference");
  return stated;
}

void apply(const Concluded& record, RecordNumber number, const When& happened, Conclusions& conclusions) {
  auto lead = conclusions.leads.leads.find(make_key(record.lead));
  CHECK(lead.has_value());
  int more = 1, less_blind = 0;
  if (record.replaces != 0) {
    auto old = conclusions.conclusions.find(make_key(record.lead, record.replaces));
    CHECK(old.has_value());
    old->replaced = number;
    conclusions.conclusions.put(*old);
    end_link(conclusions, record.replaces, number);
    more = 0;
  }
  if (auto blind = blind_of(conclusions, record.lead, record.examiner)) {
    blind->conclusion = number;
    blind->second = record.second;
    conclusions.leads.blind.put(*blind);
    less_blind = -1;
  }
  lead->change(less_blind, more);
  conclusions.leads.leads.put(*lead);
  conclusions.conclusions.put({record.lead, number, record.level, record.examiner, record.organisation,
                               record.accreditation, record.before_lr, record.second, happened.first, happened.last, 0,
                               0});
  BallisticLinkRow link = link_of(conclusions, *lead, record);
  link.number = number;
  conclusions.links.put(link);
}

void apply(const ForeignLinkStated& record, RecordNumber number, Conclusions& conclusions) {
  BallisticLinkRow link;
  link.number = number;
  link.exhibit = record.exhibit;
  link.firearm = record.firearm;
  link.level = record.level;
  link.organisation = record.organisation;
  link.network = record.network;
  link.reference = record.reference;
  link.state = record.state;
  link.other_case = record.other_case;
  link.stated = record.stated;
  conclusions.links.put(link);
}

}  // namespace lotline::seizure
