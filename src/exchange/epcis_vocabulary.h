#pragma once
// The words of the Core Business Vocabulary 2.0 (section 7) and the sensor words of the GS1 Web Vocabulary, in each of
// their spellings: bare (shipping), URN of CBV 1 (urn:epcglobal:cbv:bizstep:shipping), address
// (https://ref.gs1.org/cbv/BizStep-shipping), prefixed (cbv:BizStep-shipping, gs1:Temperature).

#include <cstdint>
#include <string_view>

#include "base/refusal.h"
#include "exchange/epcis_context.h"
#include "exchange/epcis_event.h"

namespace lotline::exchange {

enum class EpcisVocabulary : std::uint8_t {
  biz_step,
  disposition,
  transaction_type,
  endpoint_type,  ///< of a source or a destination
  error_reason,
  component,
  measurement,
  alert,
};

/// A word in any of its spellings, or the URI of a word of another vocabulary. Refuses a bare word that is not one, one
/// in the namespaces of CBV 1, of its drafts and, of sensors, of the GS1 Web Vocabulary that is not one, and what is no
/// URI.
Result<EpcisWord> read_epcis_word(EpcisVocabulary vocabulary, std::string_view text, const EpcisContext& context);

/// Refuses a word under https://ref.gs1.org/cbv/ that CBV 2.0 does not have there. A schema lets it pass.
Result<void> known_to_cbv(const EpcisWord& word);

/// The address of a word, for export. REQUIRES one of the vocabulary.
[[nodiscard]] std::string epcis_word_uri(EpcisVocabulary vocabulary, std::string_view word);

}  // namespace lotline::exchange
