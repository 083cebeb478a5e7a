#include "exchange/epcis_reader.h"

#include <optional>
#include <utility>

#include "exchange/epcis_context_reader.h"
#include "exchange/epcis_document_reader.h"
#include "exchange/epcis_event_reader.h"
#include "exchange/epcis_scanner.h"
#include "exchange/json_dom.h"

namespace lotline::exchange {

struct EpcisReader::State {
  explicit State(EpcisScanner from) : scanner(std::move(from)) {}

  EpcisScanner scanner;
  EpcisEventReader events;
  EpcisContext context;  ///< of the document
  EpcisDocument document;
  bool started = false;
  bool known = false;  ///< the document was read to its end, in a pass before the one for its events
  bool ended = false;

  Result<std::optional<EpcisPiece>> first();
  void know_context(std::string_view json);
  void know_document();
  Result<bool> next(EpcisEvent& event);
  bool event_by_itself(EpcisEvent& event);
};

/// Declares the prefixes of a context met before the events. What is wrong with it is found with the document.
void EpcisReader::State::know_context(std::string_view json) {
  dom::parser parser;
  const simdjson::padded_string padded(json);
  const auto element = parse_json(parser, padded);
  std::vector<EpcisFinding> passed;
  EpcisJudge judge(passed, -1, "$");
  if (element) read_epcis_context(judge, {}, *element, context);
  document.namespaces = context.spaces();
}

void EpcisReader::State::know_document() {
  document = read_epcis_document(scanner.rest(), scanner.list_path());
  context = EpcisContext{};
  for (const auto& [prefix, space] : document.namespaces) context.declare(prefix, space);
  known = true;
}

/// The first event. Where the document's context does not stand before it, the file is read twice.
Result<std::optional<EpcisPiece>> EpcisReader::State::first() {
  auto piece = TRY(scanner.next());
  if (!piece) return piece;
  if (scanner.list_path() == "$") {
    document = read_epcis_document({}, "$");
    return piece;
  }
  if (scanner.context()) {
    know_context(*scanner.context());
    if (scanner.list_path() != "$.epcisBody.eventList") document.form = EpcisDocument::Form::query;
    return piece;
  }
  TRY(scanner.skip_events());
  know_document();
  TRY(scanner.rewind());
  return scanner.next();
}

/// An object that is no document is an event by itself.
bool EpcisReader::State::event_by_itself(EpcisEvent& event) {
  if (document.form != EpcisDocument::Form::event) return false;
  event.path = "$";
  const simdjson::padded_string padded(scanner.rest());
  events.read(padded, {context, document.form}, event);
  return true;
}

Result<bool> EpcisReader::State::next(EpcisEvent& event) {
  if (ended) return false;
  auto piece = started ? TRY(scanner.next()) : TRY(first());
  started = true;
  if (!piece) {
    ended = true;
    if (!known) know_document();
    return event_by_itself(event);
  }
  event.index = piece->index;
  event.path.append(scanner.list_path()).append("[").append(std::to_string(piece->index)).append("]");
  if (piece->why)
    EpcisJudge(event.findings, event.index, event.path).refused({}, *std::move(piece->why));
  else
    events.read(piece->text, {context, document.form}, event);
  return true;
}

EpcisReader::EpcisReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
EpcisReader::EpcisReader(EpcisReader&&) noexcept = default;
EpcisReader& EpcisReader::operator=(EpcisReader&&) noexcept = default;
EpcisReader::~EpcisReader() = default;

Result<EpcisReader> EpcisReader::open(const std::string& path) {
  return EpcisReader(std::make_unique<State>(TRY(EpcisScanner::open(path))));
}

EpcisReader EpcisReader::of_text(std::string_view text, std::string name) {
  return EpcisReader(std::make_unique<State>(EpcisScanner::of_text(text, std::move(name))));
}

Result<bool> EpcisReader::next(EpcisEvent& event) {
  event.clear();
  auto more = state_->next(event);
  if (!more) state_->ended = true;
  return more;
}

const EpcisDocument& EpcisReader::document() const { return state_->document; }
const std::string& EpcisReader::name() const { return state_->scanner.name(); }
std::uint64_t EpcisReader::bytes_read() const { return state_->scanner.bytes_read(); }
std::uint64_t EpcisReader::bytes_total() const { return state_->scanner.bytes_total(); }

Result<std::string> canonical_event(const EpcisEvent& event) {
  dom::parser parser;
  const simdjson::padded_string padded(event.json);
  std::string text;
  TRY(append_canonical(text, TRY(parse_json(parser, padded))));
  return text;
}

}  // namespace lotline::exchange
