#include "exchange/epcis_content.h"

#include <algorithm>
#include <array>

#include "exchange/epcis_own.h"
#include "marking/lot_mark_key.h"
#include "proof/sha256.h"
#include "service/observations.h"

namespace lotline::exchange {

namespace {

/// Writes parts with their lengths, lists with their counts and, since their order means nothing, sorted.
class Parts {
 public:
  void add(std::string_view text) { out_.append(fmt::format("{}:", text.size())).append(text); }
  void add(std::int64_t number) { out_.append(fmt::format("{};", number)); }
  void add(const EpcisIdentifier& id) {
    add(id.canonical);
    add(id.lot);  // a serial number's canonical form leaves it out
  }
  void add(const EpcisWord& word) { add(word.word.empty() ? word.uri : word.word); }
  void add(const EpcisQuantity& quantity) {
    add(quantity.epc_class);
    add(quantity.quantity ? fmt::format("{}", *quantity.quantity) : std::string{});
    add(quantity.uom);
  }
  void add(const EpcisTransaction& transaction) {
    add(transaction.type);
    add(transaction.id);
  }
  void add(const EpcisEndpoint& end) {
    add(end.type);
    add(end.id);
  }
  void add(const EpcisExtension& extension) {
    add(extension.space);
    add(extension.name);
    add(extension.json);
  }
  template <class T>
  void add(const std::vector<T>& list) {
    std::vector<std::string> items;
    for (const T& item : list) {
      Parts part;
      part.add(item);
      items.push_back(std::move(part.out_));
    }
    std::ranges::sort(items);
    add(static_cast<std::int64_t>(items.size()));
    for (const std::string& item : items) add(item);
  }

  [[nodiscard]] const std::string& text() const { return out_; }

 private:
  std::string out_;
};

bool is_refused_reason(const EpcisExtension& extension) {
  const std::string full = std::string{kOwnSpace} + std::string{kRefusedExtension};
  return (extension.space == kOwnSpace && extension.name == kRefusedExtension) || extension.name == full;
}

std::string subject_of(const EpcisIdentifier& id) {
  switch (id.key) {
    case EpcisKey::sscc:
      return "(00)" + id.number;
    case EpcisKey::sgtin:
      return fmt::format("(01){}(21){}", id.number, id.serial);
    case EpcisKey::lgtin:
      return service::lot_subject(id.number, marking::lot_mark_key(id.lot));
    default:
      break;
  }
  const auto own = read_own_uri(id.canonical);
  if (own && own->kind == "package" && own->parts.size() == 1) return own->parts[0];
  if (own && own->kind == "lot" && own->parts.size() == 3)
    return service::lot_subject(own->parts[0], own->parts[1], marking::lot_mark_key(own->parts[2]));
  return id.canonical;
}

}  // namespace

std::string content_of(const EpcisEvent& event) {
  Parts parts;
  parts.add(event.type_name);
  parts.add(event.event_time.milliseconds);
  parts.add(std::int64_t{event.offset_minutes});
  parts.add(static_cast<std::int64_t>(event.action));
  parts.add(event.parent);
  parts.add(event.epcs), parts.add(event.child_epcs), parts.add(event.input_epcs), parts.add(event.output_epcs);
  parts.add(event.quantities), parts.add(event.child_quantities);
  parts.add(event.input_quantities), parts.add(event.output_quantities);
  parts.add(event.transformation_id);
  parts.add(event.ilmd);
  parts.add(event.read_point), parts.add(event.read_point_extensions);
  parts.add(event.biz_location), parts.add(event.biz_location_extensions);
  parts.add(event.biz_step), parts.add(event.disposition);
  parts.add(event.persistent_set), parts.add(event.persistent_unset);
  parts.add(event.transactions), parts.add(event.sources), parts.add(event.destinations);
  parts.add(event.sensor_elements), parts.add(event.certification_info);
  EpcisExtensions extensions = event.extensions;
  std::erase_if(extensions, is_refused_reason);
  parts.add(extensions);
  return proof::to_hex(proof::sha256(parts.text())).substr(0, 32);
}

std::string words_of(const EpcisEvent& event) {
  constexpr std::array<std::string_view, 4> kActions{"", " ADD", " OBSERVE", " DELETE"};
  std::string words = event.type_name;
  words.append(kActions[static_cast<std::size_t>(event.action)]);
  for (const EpcisWord& word : {event.biz_step, event.disposition})
    if (!word.empty()) words.append(" ").append(local_name(word));
  return words;
}

std::vector<std::string> subjects_of(const EpcisEvent& event) {
  std::vector<std::string> subjects;
  const auto add = [&](const EpcisIdentifier& id) {
    if (!id.empty()) subjects.push_back(subject_of(id));
  };
  add(event.parent);
  for (const auto* list : {&event.epcs, &event.child_epcs, &event.input_epcs, &event.output_epcs})
    for (const EpcisIdentifier& id : *list) add(id);
  for (const auto* list :
       {&event.quantities, &event.child_quantities, &event.input_quantities, &event.output_quantities})
    for (const EpcisQuantity& quantity : *list) add(quantity.epc_class);
  std::ranges::sort(subjects);
  const auto [first, last] = std::ranges::unique(subjects);
  subjects.erase(first, last);
  return subjects;
}

}  // namespace lotline::exchange
