#pragma once
// Cuts the events out of an EPCIS document as it streams by, without parsing them: each as a piece of text, and the
// rest of the document, its event list emptied, as another. Memory does not grow with the file.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::exchange {

/// Longest text of one event, and of all that stands outside the events.
inline constexpr std::size_t kLargestEvent = std::size_t{16} << 20;
/// Levels of objects and arrays, the event's own the first.
inline constexpr std::size_t kDeepestEvent = 128;

/// Bytes past the end of an event's text that may be read: what the parser asks for.
inline constexpr std::size_t kPaddingAfterEvent = 64;

/// An event, or whatever stands in its place in the list.
struct EpcisPiece {
  std::int64_t index = 0;
  std::string_view text;       ///< valid until the next piece; kPaddingAfterEvent bytes behind it may be read
  std::optional<Refusal> why;  ///< too large or too deep; the text is then left out
};

class EpcisScanner {
 public:
  /// Refuses a directory and what cannot be opened, UTF-16 and UTF-32; passes over a byte-order mark.
  static Result<EpcisScanner> open(const std::string& path);
  static EpcisScanner of_text(std::string_view text, std::string name);
  EpcisScanner(EpcisScanner&&) noexcept;
  EpcisScanner& operator=(EpcisScanner&&) noexcept;
  ~EpcisScanner();

  /// The next event; nothing at the end of the document. Refuses a document that is not JSON, is cut off, or has too
  /// much outside its events; after that, it is at its end.
  Result<std::optional<EpcisPiece>> next();
  /// Reads to the end and passes over the events.
  Result<void> skip_events();
  /// Goes back to the beginning. Refuses what can be read only once.
  Result<void> rewind();

  /// All but the events: `{"type": ..., "epcisBody": {"eventList": []}}`. Whole only after the end.
  [[nodiscard]] const std::string& rest() const;
  /// Where the events stand: $.epcisBody.eventList, $ for a bare array; empty when no list of events was met so far.
  [[nodiscard]] const std::string& list_path() const;
  /// The value of the document's own @context, when it has been met so far.
  [[nodiscard]] std::optional<std::string_view> context() const;

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] std::uint64_t bytes_read() const;
  [[nodiscard]] std::uint64_t bytes_total() const;  ///< 0 when it cannot be known

 private:
  struct State;
  explicit EpcisScanner(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace lotline::exchange
