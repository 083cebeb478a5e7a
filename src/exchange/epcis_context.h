#pragma once
// What the prefixes of a JSON-LD @context stand for. The context of EPCIS itself is not fetched: what it declares is
// known here, and contexts of others by their addresses alone declare nothing.

#include <map>
#include <string>
#include <string_view>

namespace lotline::exchange {

/// A name split at its prefix, and the namespace that stands for.
struct EpcisName {
  std::string_view space;  ///< the namespace, of an address up to its last / or #; an undeclared prefix by itself
  std::string_view name;   ///< what follows; all of a bare name and of a urn:
  bool declared = true;
};

class EpcisContext {
 public:
  using Spaces = std::map<std::string, std::string, std::less<>>;

  /// With the prefixes of the EPCIS context: epcis, cbv, cbvmda, gs1, rdfs, owl, xsd, dcterms.
  EpcisContext();

  void declare(std::string_view prefix, std::string_view space) {
    spaces_.insert_or_assign(std::string{prefix}, space);
  }
  [[nodiscard]] EpcisName split(std::string_view name) const;
  /// cbv:BizStep-shipping as the full address; what has no declared prefix as it stands.
  [[nodiscard]] std::string expanded(std::string_view name) const;
  [[nodiscard]] const Spaces& spaces() const { return spaces_; }

 private:
  Spaces spaces_;
};

}  // namespace lotline::exchange
