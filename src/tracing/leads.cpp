#include "tracing/leads.h"

#include "base/text.h"
#include "marking/microstamp.h"

namespace lotline::tracing {

namespace {

/// What microstamps can and cannot carry (para 49); every lead to a firearm says it.
constexpr std::string_view kMicrostampCaution =
    "a microstamp points at a firearm, not at the source of the ammunition, and closes no trace: its reliability and "
    "durability are not sufficiently assessed, a firing pin can be changed or filed, and cases can be left at a scene";
constexpr std::string_view kCoSeizureCaution =
    "seized with the ammunition: that the firearm fired it, or came from the same source, is not said";
/// A microstamp read in part may fit many; more than these are no lead.
constexpr std::size_t kFirearmsTold = 10;

/// Every firearm whose recorded microstamp may be the one read; the usual one, read whole, is found by index.
std::vector<firearms::FirearmRow> firearms_of(const Sources& sources, const marking::Microstamp& read) {
  const std::string key = marking::microstamp_key(read.code);
  if (const auto exact = sources.firearms.firearms.first_by("microstamp", key); exact && !key.contains('?'))
    return {*exact};
  std::vector<firearms::FirearmRow> guns;
  sources.firearms.firearms.scan({}, [&](const firearms::FirearmRow& gun) {
    if (marking::may_be(read, gun.microstamp)) guns.push_back(gun);
    return guns.size() < kFirearmsTold;
  });
  return guns;
}

/// `why` says what links the gun to what was found, as "microstamp X".
Lead firearm_lead(const firearms::FirearmRow& gun, std::string_view why, std::string_view caution, Names& names) {
  Lead lead{.kind = "firearm", .status = "found", .caution = std::string{caution}};
  lead.records = {gun.id.number};
  lead.text = fmt::format("{}: {} {}, serial {}", why, gun.make, gun.model, gun.serial);
  if (gun.owner) {
    lead.party = names.party(gun.owner);
    lead.text += fmt::format(", last registered owner {}", lead.party->text());
  } else {
    lead.text += ", owner not known";
  }
  return lead;
}

std::vector<Lead> firearm_leads(const Sources& sources, const std::string& microstamp, Names& names) {
  std::vector<Lead> leads;
  for (const auto& gun : firearms_of(sources, {microstamp, {}, {}}))
    leads.push_back(firearm_lead(gun, "microstamp " + microstamp, kMicrostampCaution, names));
  if (leads.empty())
    leads.push_back({.kind = "firearm",
                     .status = "unknown",
                     .text = fmt::format("microstamp {}: no firearm with it is registered", microstamp),
                     .caution = std::string{kMicrostampCaution}});
  return leads;
}

/// Ammunition and firearms of one case are linked by it (para 32), whatever the marks say.
std::vector<Lead> co_seizure_leads(const Sources& sources, const std::vector<FirearmId>& seized, Names& names) {
  std::vector<Lead> leads;
  for (const FirearmId id : seized)
    if (const auto gun = sources.firearms.firearms.find(make_key(id)))
      leads.push_back(firearm_lead(*gun, "of the same case", kCoSeizureCaution, names));
  return leads;
}

/// The sale that a retailer kept a record of, in words.
std::string sale_text(const Sources& sources, const custody::RetailerMarkRow& mark, Names& names) {
  std::string text = fmt::format("last legal transaction: record {}", mark.sale);
  sources.book.entries.scan(make_key(mark.lot, mark.sale), [&](const custody::EntryRow& row) {
    const std::string buyer =
        row.to_standing == custody::Standing::sold ? "a buyer not recorded" : names.party(row.to).text();
    text = fmt::format("last legal transaction: {} of {} rounds to {} on {}", word(row.act), row.rounds.count(), buyer,
                       to_text(row.happened()));
    return false;
  });
  return text;
}

std::vector<Lead> retailer_leads(const RetailerSeen& seen, const Sources& sources, Names& names) {
  std::vector<Lead> leads;
  const std::string caution = "a retailer's code says who sold the round last by the book, not who had it";
  for (const auto& mark : seen.marks) {
    Lead lead{.kind = "retailer", .caution = caution};
    lead.party = names.party(mark.retailer);
    lead.records = {mark.number};
    lead.text = fmt::format("retailer code {}: {}", seen.code, lead.party->text());
    if (mark.sale == 0) {
      lead.status = "record_absent";
      lead.text += "; code known, record absent";
    } else {
      lead.status = "found";
      lead.records.push_back(mark.sale);
      lead.text += "; " + sale_text(sources, mark, names);
    }
    leads.push_back(std::move(lead));
  }
  if (leads.empty())
    leads.push_back({.kind = "retailer",
                     .status = "unknown",
                     .text = fmt::format("retailer code {}: code unknown", seen.code),
                     .caution = caution});
  return leads;
}

Lead package_lead(const PackageSeen& seen, Names& names) {
  Lead lead{.kind = "package", .caution = "a package can be refilled; its code speaks for its first contents only"};
  if (!seen.row) {
    lead.status = "unknown";
    lead.text = fmt::format("package {}: not registered", seen.key);
    return lead;
  }
  lead.status = "found";
  lead.party = names.party(seen.row->possessor);
  lead.records = {seen.row->id.number};
  lead.text = fmt::format("package {}: {} by {}{}{}", seen.row->code, word(seen.row->standing), lead.party->text(),
                          seen.row->where.empty() ? "" : ", " + seen.row->where, seen.row->sealed ? "" : ", opened");
  return lead;
}

}  // namespace

std::vector<Lead> leads_of(const Question& question, const MarksUnderstood& marks, const Sources& sources,
                           Names& names) {
  std::vector<Lead> leads;
  if (const auto stamp = to_upper_ascii(trim(question.marks.microstamp)); !stamp.empty())
    leads = firearm_leads(sources, stamp, names);
  for (Lead& lead : co_seizure_leads(sources, question.firearms, names)) leads.push_back(std::move(lead));
  if (marks.retailer)
    for (Lead& lead : retailer_leads(*marks.retailer, sources, names)) leads.push_back(std::move(lead));
  if (marks.package) leads.push_back(package_lead(*marks.package, names));
  return leads;
}

}  // namespace lotline::tracing
