#pragma once
// EPCIS 2.0 documents and query documents in JSON or JSON-LD, one event at a time, from files larger than memory. Each
// event is judged by the rules of the standard; what is wrong with it stands among its findings. docs/formats/epcis.md
// describes what is read and what is refused.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/refusal.h"
#include "exchange/epcis_event.h"

namespace lotline::exchange {

class EpcisReader {
 public:
  /// Refuses what cannot be opened or is not UTF-8 by its first bytes.
  static Result<EpcisReader> open(const std::string& path);
  static EpcisReader of_text(std::string_view text, std::string name);
  EpcisReader(EpcisReader&&) noexcept;
  EpcisReader& operator=(EpcisReader&&) noexcept;
  ~EpcisReader();

  /// Puts the next event in place of the one given, whose memory it uses again; false at the end. Refuses a document
  /// that cannot be read on: no JSON, cut off, too much outside its events. Events before that were good in themselves.
  Result<bool> next(EpcisEvent& event);

  /// What the document says of itself. Whole, with its findings, once next() has given false; its form and namespaces
  /// are there with the first event.
  [[nodiscard]] const EpcisDocument& document() const;

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] std::uint64_t bytes_read() const;
  [[nodiscard]] std::uint64_t bytes_total() const;  ///< 0 when it cannot be known

 private:
  struct State;
  explicit EpcisReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The event as canonical JSON (RFC 8785, save that integers beyond 2^53 keep their digits). REQUIRES one that was
/// parsed.
Result<std::string> canonical_event(const EpcisEvent& event);

}  // namespace lotline::exchange
