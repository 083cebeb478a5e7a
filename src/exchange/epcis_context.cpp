#include "exchange/epcis_context.h"

namespace lotline::exchange {

EpcisContext::EpcisContext()
    : spaces_{{"cbv", "https://ref.gs1.org/cbv/"},
              {"cbvmda", "urn:epcglobal:cbv:mda:"},
              {"dcterms", "http://purl.org/dc/terms/"},
              {"epcis", "https://ref.gs1.org/epcis/"},
              {"gs1", "https://gs1.org/voc/"},
              {"owl", "http://www.w3.org/2002/07/owl#"},
              {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
              {"xsd", "http://www.w3.org/2001/XMLSchema#"}} {}

EpcisName EpcisContext::split(std::string_view name) const {
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name, true};
  if (name.substr(colon + 1).starts_with("//")) {
    const auto end = name.find_last_of("/#") + 1;
    return {name.substr(0, end), name.substr(end), true};
  }
  if (name.starts_with("urn:")) return {{}, name, true};
  const auto space = spaces_.find(name.substr(0, colon));
  if (space == spaces_.end()) return {name.substr(0, colon), name.substr(colon + 1), false};
  return {space->second, name.substr(colon + 1), true};
}

std::string EpcisContext::expanded(std::string_view name) const {
  const EpcisName parts = split(name);
  return parts.declared ? std::string{parts.space}.append(parts.name) : std::string{name};
}

}  // namespace lotline::exchange
