#pragma once
// The events that were refused, as a document that can be mended and imported again: FILE.refused.json. Each says why
// in an extension that is passed over when it is imported.

#include <fstream>
#include <string>

#include "exchange/epcis_event.h"

namespace lotline::exchange {

class RefusedEvents {
 public:
  /// `context` is the JSON of the document's @context; `created` stands as its date.
  RefusedEvents(std::string path, std::string created) : path_(std::move(path)), created_(std::move(created)) {}

  /// What stands round the events: the form of the document they came in and the JSON of its @context.
  void begin(EpcisDocument::Form form, std::string context);
  /// Passes over an event that is no JSON object, since no document can hold it. Refuses a file that cannot be written.
  Result<void> write(const EpcisEvent& event, const Refusal& refusal);
  Result<void> finish();

  /// Where they were written; empty when there are none.
  [[nodiscard]] std::string path() const { return file_.is_open() ? path_ : ""; }

 private:
  std::string path_;
  std::string created_;
  std::string context_;
  bool bare_ = false;  ///< events in a list, without a document round them
  std::ofstream file_;
};

}  // namespace lotline::exchange
