#include "service/access_log.h"

#include <limits>

#include "proof/canonical_json.h"
#include "proof/json_reader.h"
#include "proof/merkle_tree.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

constexpr std::int64_t kVersion = 1;

void add_text(proof::CanonicalObject& object, std::string_view name, const std::string& text) {
  if (!text.empty()) object.add(name, text);
}
void add_number(proof::CanonicalObject& object, std::string_view name, std::int64_t number) {
  if (number != 0) object.add(name, number);
}

Result<std::string> text_or_none(const proof::JsonValue& value, std::string_view name) {
  const auto member = TRY(value.find(name));
  if (!member) return std::string{};
  return std::string{TRY(member->text())};
}
Result<std::int64_t> number_or_none(const proof::JsonValue& value, std::string_view name) {
  const auto member = TRY(value.find(name));
  if (!member) return std::int64_t{0};
  return member->integer();
}

[[nodiscard]] bool wanted(const EntryFilter& filter, const access::Entry& entry) {
  return (filter.who.empty() || filter.who == entry.who) &&
         (filter.case_number.empty() || filter.case_number == entry.case_number) &&
         (filter.object.empty() || filter.object == entry.object);
}

}  // namespace

std::string encode_entry(const access::Entry& entry) {
  proof::CanonicalObject body;
  body.add("at", to_text(entry.at));
  add_text(body, "case", entry.case_number);
  add_text(body, "change", entry.change);
  add_number(body, "for", entry.organisation.number);
  add_number(body, "holders", entry.holders);
  add_number(body, "lots", entry.lots);
  add_text(body, "object", entry.object);
  add_number(body, "refused", entry.refused);
  add_text(body, "request", entry.request);
  body.add("v", kVersion);
  add_text(body, "what", entry.what);
  add_text(body, "who", entry.who);
  return body.text();
}

Result<access::Entry> decode_entry(std::string_view body) {
  proof::JsonParser parser;
  const proof::JsonValue value = TRY(parser.parse(body));
  const std::int64_t version = TRY(value.integer_at("v"));
  if (version > kVersion) return refuse(newer_record, "an access entry of version {}", version);
  access::Entry entry;
  entry.at = TRY(parse_instant(TRY(value.text_at("at"))));
  entry.case_number = TRY(text_or_none(value, "case"));
  entry.change = TRY(text_or_none(value, "change"));
  entry.organisation.number = TRY(number_or_none(value, "for"));
  entry.holders = TRY(number_or_none(value, "holders"));
  entry.lots = TRY(number_or_none(value, "lots"));
  entry.object = TRY(text_or_none(value, "object"));
  entry.refused = static_cast<int>(TRY(number_or_none(value, "refused")));
  entry.request = TRY(text_or_none(value, "request"));
  entry.what = TRY(text_or_none(value, "what"));
  entry.who = TRY(text_or_none(value, "who"));
  return entry;
}

access::Entry entry_of(const access::Visitor& visitor, Instant now, std::string what, std::string object,
                       std::string_view request) {
  access::Entry entry;
  entry.at = now;
  entry.who = visitor.name;
  entry.organisation = visitor.organisation;
  entry.what = std::move(what);
  entry.object = std::move(object);
  entry.case_number = visitor.case_number;
  entry.request = request;
  return entry;
}

Result<void> note_access(AccessDesk& desk, const access::Entry& entry) {
  return desk.store.write([&](AccessWork& work) -> Result<void> {
    work.note(entry);
    return {};
  });
}

Result<std::vector<LoggedEntry>> list_access(AccessDesk& desk, const access::Visitor& visitor, RecordNumber before,
                                             std::size_t limit, const EntryFilter& filter) {
  TRY(access::require(visitor, access::Right::read_access_log));
  std::vector<LoggedEntry> found;
  const RecordNumber from = before > 0 ? before : std::numeric_limits<RecordNumber>::max();
  Result<void> readable;
  desk.store.read_log_back(from, [&](const LoggedRecord& logged) {
    const auto entry = decode_entry(logged.body);
    if (!entry) return readable = std::unexpected(entry.error()), false;
    if (wanted(filter, *entry))
      found.push_back({logged.number, *entry, proof::to_hex(proof::leaf_hash(logged.salt, logged.body))});
    return found.size() < limit;
  });
  if (!readable) return std::unexpected(readable.error());
  return found;
}

Result<AccessVerification> verify_access(AccessStore& store, std::string_view register_log) {
  const std::string damage = store.damage();
  if (!damage.empty()) return refuse(verification_failed, "the file of the access log is damaged: {}", damage);
  AccessVerification found;
  found.head = store.head();
  proof::Frontier frontier;
  std::string difference;
  store.read_log(std::numeric_limits<RecordNumber>::min(), [&](const LoggedRecord& logged) {
    // What came while this reads is judged by the next verification.
    if (found.entries == found.head.records) return false;
    const auto entry = decode_entry(logged.body);
    if (logged.number != found.entries + 1)
      difference = fmt::format("entry {} is missing, where {} stands in its place", found.entries + 1, logged.number);
    else if (!entry)
      difference = fmt::format("entry {} cannot be read: {}", logged.number, entry.error().text);
    else if (encode_entry(*entry) != logged.body)
      difference = fmt::format("entry {} is not in canonical form", logged.number);
    else if (logged.number == 1 && (entry->what != kAccessOpened || entry->object != register_log))
      difference = fmt::format("it was opened beside log {}, not {}", entry->object, register_log);
    if (!difference.empty()) return false;
    frontier.append(proof::leaf_hash(logged.salt, logged.body));
    ++found.entries;
    return true;
  });
  if (!difference.empty()) return refuse(verification_failed, "the access log: {}", difference);
  if (found.entries != found.head.records)
    return refuse(verification_failed, "the access log holds {} entries, its head says {}", found.entries,
                  found.head.records);
  if (frontier.root() != found.head.root)
    return refuse(verification_failed,
                  "the root over the access log is not the one kept: some entry or salt was altered");
  return found;
}

}  // namespace lotline::service
