#include "catalogue/trust.h"

namespace lotline::catalogue {

std::string_view to_text(Trust trust) {
  switch (trust) {
    case Trust::stated:
      return "stated";
    case Trust::sourced:
      return "sourced";
    case Trust::unverified:
      break;
  }
  return "unverified";
}

std::optional<Trust> parse_trust(std::string_view word) {
  for (const Trust trust : {Trust::stated, Trust::sourced, Trust::unverified}) {
    if (word == to_text(trust)) return trust;
  }
  return std::nullopt;
}

}  // namespace lotline::catalogue
