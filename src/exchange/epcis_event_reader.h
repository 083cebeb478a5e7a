#pragma once
// One event from its text: parsed, judged by the rules of the standard, and filled in. What is wrong stands among its
// findings; it is read as far as it goes. docs/formats/epcis.md says what is refused and what is only noted.

#include <memory>
#include <string_view>

#include "exchange/epcis_context.h"
#include "exchange/epcis_event.h"

namespace lotline::exchange {

class EpcisEventReader {
 public:
  EpcisEventReader();
  EpcisEventReader(EpcisEventReader&&) noexcept;
  EpcisEventReader& operator=(EpcisEventReader&&) noexcept;
  ~EpcisEventReader();

  struct Setting {
    const EpcisContext& context;  ///< of the document; the event may add to it
    EpcisDocument::Form form;     ///< an event by itself must say its context; in a bare list it may name nothing
  };

  /// REQUIRES the event's index and path; kPaddingAfterEvent bytes behind the text may be read.
  void read(std::string_view text, const Setting& setting, EpcisEvent& event);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lotline::exchange
