#pragma once
// What a visitor sees: everything, or what is its organisation's own.

#include <functional>
#include <unordered_map>

#include "access/visitor.h"
#include "tracing/answer.h"

namespace lotline::service {

class Sight {
 public:
  /// Of the visitor. The directory must outlive it.
  Sight(const access::Visitor& visitor, const parties::Directory& directory);
  /// Of one who sees what belongs to these parties.
  explicit Sight(std::function<bool(PartyId)> owns) : owns_(std::move(owns)) {}

  /// Whether the visitor sees what belongs to whomever.
  [[nodiscard]] bool all() const { return !owns_; }
  /// Whether it sees what belongs to the party: always when it sees all, never what belongs to none else.
  [[nodiscard]] bool of(PartyId party) const;
  [[nodiscard]] bool of(const tracing::PartyRef& party) const { return of(party.id); }

 private:
  std::function<bool(PartyId)> owns_;                  ///< none for one who sees all
  mutable std::unordered_map<PartyId, bool> answers_;  ///< each party is asked for once
};

}  // namespace lotline::service
