#pragma once
// What is done with any value of a parsed JSON text, whatever it means: its kind in words, its canonical text, whether
// its members differ. Included only by what reads JSON: the parser's header is long.

#include <simdjson.h>

#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::exchange {

namespace dom = simdjson::dom;

[[nodiscard]] std::string_view kind_of(const dom::element& element);  ///< "a text", "a list", "a number" ...

/// The value as a text, an object or a list; refused where it is another kind of value.
Result<std::string_view> text_of(const dom::element& element);
Result<dom::object> object_of(const dom::element& element);
Result<dom::array> list_of(const dom::element& element);

/// Refuses an object that names a member twice.
Result<void> members_differ(const dom::object& object);

/// Canonical JSON (RFC 8785), save that integers beyond 2^53 keep their digits. Refuses an object that names a member
/// twice.
Result<void> append_canonical(std::string& out, const dom::element& element);
/// A number as ECMAScript and RFC 8785 write it.
void append_number(std::string& out, double number);

/// Parses a text whose padding may be read. Refuses what is not JSON, not UTF-8, too deep, or has a number too large.
Result<dom::element> parse_json(dom::parser& parser, std::string_view text);

}  // namespace lotline::exchange
