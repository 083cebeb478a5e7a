#pragma once
// What this project adds to EPCIS: a namespace for the fields of acts that EPCIS has no member for, and URIs for what
// has no GS1 number. They are names and lead to no page. docs/formats/epcis_acts.md lists both.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/epcis_event.h"

namespace lotline::exchange {

/// Extension members, business steps and transaction types of our own.
inline constexpr std::string_view kOwnSpace = "https://lotline.example/epcis#";
/// The prefix that documents of ours declare for it.
inline constexpr std::string_view kOwnPrefix = "lotline";
/// The namespace of the sample vocabulary for ammunition in which marking data come; a few of its names are read.
inline constexpr std::string_view kAmmunitionSpace = "https://example.org/ns/ammunition#";

/// An extension that a file of refused events says the reason in; it is passed over when they are imported again.
inline constexpr std::string_view kRefusedExtension = "refused";

/// An extension that tells rounds destroyed from rounds expended.
inline constexpr std::string_view kConsumption = "consumption";

/// An extension of a stocktake: classes of lots of which none was found, separated by blanks.
inline constexpr std::string_view kCountedNone = "counted_none";

/// An extension of a decision about a stocktake: what the difference of each lot named was found to be, separated by ;
inline constexpr std::string_view kFound = "found";

/// A thing without a GS1 number: party, place, lot, package, licence, headstamp ...
struct OwnUri {
  std::string_view kind;
  std::vector<std::string> parts;  ///< unescaped
};

/// https://lotline.example/id/KIND/PART/PART, each part percent-encoded.
[[nodiscard]] std::string own_uri(std::string_view kind, std::initializer_list<std::string_view> parts);
/// Reads one back; nothing when the URI is not of this form.
[[nodiscard]] std::optional<OwnUri> read_own_uri(std::string_view uri);
/// What stands behind `headstamp/` in a private URI, whoever made it, its parts joined by a blank: the characters read
/// off a case. Nothing when the URI is not of this form.
[[nodiscard]] std::optional<std::string> read_headstamp_uri(std::string_view uri);

/// The word of a URI of ours, "transfer" of https://lotline.example/epcis#transfer; empty for any other.
[[nodiscard]] std::string_view own_word(const EpcisWord& word);
/// What follows the last # or / of a word: exportLicence.
[[nodiscard]] std::string_view local_name(const EpcisWord& word);

/// The text of an extension among those given: by its name in our namespace, or in that of the sample vocabulary.
/// Empty when there is none.
[[nodiscard]] std::string own_text(const EpcisExtensions& extensions, std::string_view name);
[[nodiscard]] std::string ammunition_text(const EpcisExtensions& extensions, std::string_view name);

}  // namespace lotline::exchange
