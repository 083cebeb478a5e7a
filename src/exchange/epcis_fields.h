#pragma once
// Reads and judges the parts of which events are made. Each function says what it finds to the judge, at the place
// given, and returns what could be read; of a list, the items that could.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/epcis_context.h"
#include "exchange/epcis_event.h"
#include "exchange/epcis_judge.h"
#include "exchange/epcis_vocabulary.h"
#include "exchange/json_dom.h"

namespace lotline::exchange {

class EpcisFields {
 public:
  EpcisFields(EpcisJudge& judge, const EpcisContext& context) : judge_(judge), context_(context) {}

  std::string text(const JsonPlace& at, const dom::element& value);
  std::optional<EpcisTime> time(const JsonPlace& at, const dom::element& value);
  std::string uri(const JsonPlace& at, const dom::element& value);
  std::vector<std::string> uris(const JsonPlace& at, const dom::element& value);
  EpcisWord word(const JsonPlace& at, const dom::element& value, EpcisVocabulary vocabulary);
  void number(const JsonPlace& at, const dom::element& value);
  void truth(const JsonPlace& at, const dom::element& value);
  void hexadecimal(const JsonPlace& at, const dom::element& value);

  EpcisIdentifier identifier(const JsonPlace& at, const dom::element& value);
  std::vector<EpcisIdentifier> identifiers(const JsonPlace& at, const dom::element& value, bool all_differ);
  std::vector<EpcisQuantity> quantities(const JsonPlace& at, const dom::element& value);
  std::vector<EpcisTransaction> transactions(const JsonPlace& at, const dom::element& value, std::size_t at_least);
  /// The id stands under the name `member`: source or destination.
  std::vector<EpcisEndpoint> endpoints(const JsonPlace& at, const dom::element& value, std::string_view member);
  /// readPoint or bizLocation.
  EpcisIdentifier location(const JsonPlace& at, const dom::element& value, EpcisExtensions& extensions);
  void persistent(const JsonPlace& at, const dom::element& value, EpcisEvent& event);
  std::optional<EpcisErrorDeclaration> error_declaration(const JsonPlace& at, const dom::element& value);
  std::string certification_info(const JsonPlace& at, const dom::element& value);
  /// Every member under a name with a namespace.
  EpcisExtensions ilmd(const JsonPlace& at, const dom::element& value);
  std::string sensor_elements(const JsonPlace& at, const dom::element& value);

  /// A member that is not of the standard: kept where its name has a namespace, else refused with the nearest of
  /// `known`.
  void extension(const JsonPlace& at, const dom::element& value, EpcisExtensions& extensions,
                 std::span<const std::string_view> known);
  /// Keeps a member whatever its name.
  void keep(const JsonPlace& at, const dom::element& value, EpcisExtensions& extensions);
  /// Says of each of the members that is not there that it is missing.
  void require(const JsonPlace& at, const dom::object& object, std::initializer_list<std::string_view> members);
  /// The value as an object whose members differ, or as a list; `at_least` items.
  std::optional<dom::object> object(const JsonPlace& at, const dom::element& value);
  std::optional<dom::array> list(const JsonPlace& at, const dom::element& value, std::size_t at_least = 0);

 private:
  EpcisQuantity quantity(const JsonPlace& at, const dom::element& value);
  std::vector<EpcisWord> dispositions(const JsonPlace& at, const dom::element& value);
  void sensor_metadata(const JsonPlace& at, const dom::element& value);
  void sensor_report(const JsonPlace& at, const dom::element& value);
  /// A member that may not stand here, whatever its name.
  void no_other(const JsonPlace& at, std::span<const std::string_view> known);

  EpcisJudge& judge_;
  const EpcisContext& context_;
};

}  // namespace lotline::exchange
