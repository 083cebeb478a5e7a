#pragma once
// A licence as it stood on another day: without a decision that was not on record by then.

#include "service/cards.h"

namespace lotline::service {

[[nodiscard]] licensing::LicenceRow licence_then(Register& store, licensing::LicenceRow licence, const AsOf& as_of);

/// Where it stands with those who approve it, in words: "awaits approval"; empty of one that needs none.
[[nodiscard]] std::string approval_in_words(const licensing::LicenceRow& licence);

}  // namespace lotline::service
