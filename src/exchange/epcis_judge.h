#pragma once
// What is found while a document is read, and where in it: every finding names its place as a JSON path. Places are
// made on the way down and put into words only where something is found.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/refusal.h"
#include "exchange/epcis_event.h"

namespace lotline::exchange {

/// A member or an item, and what it is part of; nullptr for the root.
struct JsonPlace {
  const JsonPlace* above = nullptr;
  std::string_view member{};
  std::int64_t item = -1;  ///< of a list; then member is empty
};

class EpcisJudge {
 public:
  /// Findings of one event are kept up to here; an event that has more is refused no less.
  static constexpr std::size_t kMostFindings = 100;

  /// What is left out of an event: refused, save in bare lists as generators of test data print them.
  enum class Incomplete : std::uint8_t { refused, noted };

  /// Of the event with that place in the list, -1 for the document; the root's path is what all others begin with.
  EpcisJudge(std::vector<EpcisFinding>& findings, std::int64_t event, std::string_view root,
             Incomplete incomplete = Incomplete::refused)
      : findings_(findings), event_(event), root_(root), incomplete_(incomplete) {}

  void refused(const JsonPlace& at, Refusal refusal) { add(at, std::move(refusal), EpcisFinding::Gravity::refused); }
  void noted(const JsonPlace& at, Refusal refusal) { add(at, std::move(refusal), EpcisFinding::Gravity::noted); }

  /// The value, or nothing and a finding.
  template <class T>
  std::optional<T> value(const JsonPlace& at, Result<T> result) {
    if (result) return std::move(*result);
    refused(at, std::move(result.error()));
    return std::nullopt;
  }
  bool holds(const JsonPlace& at, Result<void> result) {
    if (!result) refused(at, std::move(result.error()));
    return result.has_value();
  }
  void complete(const JsonPlace& at, Result<void> result) {
    if (incomplete_ == Incomplete::noted)
      note_unless(at, std::move(result));
    else
      holds(at, std::move(result));
  }
  void note_unless(const JsonPlace& at, Result<void> result) {
    if (!result) noted(at, std::move(result.error()));
  }

 private:
  void add(const JsonPlace& at, Refusal refusal, EpcisFinding::Gravity gravity);

  std::vector<EpcisFinding>& findings_;
  std::int64_t event_;
  std::string_view root_;
  Incomplete incomplete_;
  bool refused_ = false;
};

}  // namespace lotline::exchange
