#pragma once
// How anything is refused: a stable number, a name, what it means, and the detail of this case.
//
// Each module lists its refusals as RefusalKind constants in its own refusals.h; docs/refusals.md lists them all.
// A guard is written `if (bad) return refuse(kind, "detail {}", value);` on its own, so that tools/mutate finds it.

#include <fmt/format.h>

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace lotline {

/// What can be refused, told once: the number never changes and is never used again for something else.
struct RefusalKind {
  int number;
  std::string_view name;     ///< snake_case, stable; part of every JSON answer
  std::string_view meaning;  ///< one sentence for a person, without the case's detail
};

/// One refusal as it happened.
struct Refusal {
  int number = 0;
  std::string name;
  std::string text;     ///< the meaning, then the detail of this case
  std::string field{};  ///< of the form, where one field is at fault; empty otherwise

  friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
using Result = std::expected<T, Refusal>;

/// Refuses with the kind's meaning followed by a detail.
[[nodiscard]] std::unexpected<Refusal> refuse_with(const RefusalKind& kind, std::string_view detail);

template <class... Args>
[[nodiscard]] std::unexpected<Refusal> refuse(const RefusalKind& kind, fmt::format_string<Args...> detail,
                                              Args&&... args) {
  return refuse_with(kind, fmt::format(detail, std::forward<Args>(args)...));
}
[[nodiscard]] inline std::unexpected<Refusal> refuse(const RefusalKind& kind) { return refuse_with(kind, {}); }

/// The same result; a refusal that does not name its field yet names this one.
template <class T>
[[nodiscard]] Result<T> of_field(std::string_view field, Result<T> result) {
  if (!result && result.error().field.empty()) result.error().field = field;
  return result;
}

}  // namespace lotline

#define LOTLINE_JOIN2(a, b) a##b
#define LOTLINE_JOIN(a, b) LOTLINE_JOIN2(a, b)
#define LOTLINE_TRY_AS(name, expression)                        \
  ({                                                            \
    auto name = (expression);                                   \
    if (!name) return std::unexpected(std::move(name).error()); \
    *std::move(name);                                           \
  })
/// The value of a Result, or a return of its refusal from the calling function.
#define TRY(expression) LOTLINE_TRY_AS(LOTLINE_JOIN(try_, __COUNTER__), expression)
