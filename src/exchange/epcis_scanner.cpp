#include "exchange/epcis_scanner.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/refusals.h"
#include "exchange/byte_stream.h"
#include "exchange/json_structure.h"
#include "exchange/json_text.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

constexpr int kEnd = -1;

bool is_space(int c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// The members that lead to the events, and what they are members of.
struct Step {
  std::string_view from, member;
  bool list;  ///< the events themselves
};
constexpr auto kSteps = std::to_array<Step>({{"$", "epcisBody", false},
                                             {"$.epcisBody", "eventList", true},
                                             {"$.epcisBody", "queryResults", false},
                                             {"$.epcisBody.queryResults", "resultsBody", false},
                                             {"$.epcisBody.queryResults.resultsBody", "eventList", true}});

}  // namespace

struct EpcisScanner::State {
  explicit State(ByteStream bytes) : in(std::move(bytes)) {}

  enum class Where : std::uint8_t { before, members, list, after, ended };

  ByteStream in;
  Where where = Where::before;
  std::string path;                ///< of the object or list we are in, while where is members or list
  bool first = true;               ///< nothing has stood in it so far
  std::vector<std::string> above;  ///< paths of the objects around it
  std::string rest;
  std::string list_path;
  std::size_t context_begin = 0, context_size = 0;
  std::int64_t events = 0;

  Result<std::optional<EpcisPiece>> next(bool keep);

 private:
  [[nodiscard]] std::unexpected<Refusal> bad(std::string_view what) const {
    return refuse(bad_epcis_json, "{}, byte {}: {}", in.name(), in.offset(), what);
  }
  [[nodiscard]] std::unexpected<Refusal> cut_off() const {
    if (in.failed()) return refuse(unreadable_file, "{}: reading failed after {} bytes", in.name(), in.offset());
    return refuse(epcis_cut_off, "{}, after {} bytes", in.name(), in.offset() + in.available());
  }
  /// Takes the byte we stand at into the rest.
  Result<void> take() {
    if (rest.size() >= kLargestEvent) return refuse(epcis_rest_too_large, "{}", in.name());
    rest.push_back(static_cast<char>(in.peek()));
    in.advance(1);
    return {};
  }
  Result<int> after_space() {
    while (is_space(in.peek())) in.advance(1);
    if (in.peek() == kEnd) return cut_off();
    return in.peek();
  }
  Result<std::string> text();
  Result<void> value();
  Result<void> scalar();
  Result<void> begin();
  Result<void> member();
  Result<void> leave(char closing);
  Result<std::optional<EpcisPiece>> piece(bool keep);
  Result<void> brackets(EpcisPiece& piece, bool keep);
};

namespace {

Result<void> fits(std::uint64_t depth, std::uint64_t size) {
  if (depth > kDeepestEvent) return refuse(epcis_too_deep);
  if (size > kLargestEvent) return refuse(epcis_event_too_large);
  return {};
}

/// Notes the first reason why a piece is left out.
void judge(EpcisPiece& piece, const Result<void>& judged) {
  if (!judged && !piece.why) piece.why = judged.error();
}

Result<void> no_object() { return refuse(epcis_member_type, "an event is an object"); }

}  // namespace

/// A text with its quotes, as it stands; the rest takes it.
Result<std::string> EpcisScanner::State::text() {
  const std::size_t begin = rest.size();
  do {
    if (in.peek() == '\\') TRY(take());
    if (in.peek() == kEnd) return cut_off();
    TRY(take());
  } while (in.peek() != '"');
  TRY(take());
  return rest.substr(begin);
}

Result<void> EpcisScanner::State::scalar() {
  const std::size_t begin = rest.size();
  while (in.peek() != kEnd && in.peek() != ',' && in.peek() != '}' && in.peek() != ']' && !is_space(in.peek()))
    TRY(take());
  if (rest.size() == begin) return bad("a value is missing");
  return {};
}

/// Any value outside the events; the rest takes it.
Result<void> EpcisScanner::State::value() {
  const int c = TRY(after_space());
  if (c == '"') {
    TRY(text());
    return {};
  }
  if (c != '{' && c != '[') return scalar();
  std::size_t depth = 0;
  do {
    const int at = in.peek();
    if (at == kEnd) return cut_off();
    if (at == '"') {
      TRY(text());
      continue;
    }
    if (at == '{' || at == '[') ++depth;
    if (at == '}' || at == ']') --depth;
    if (depth > kDeepestEvent) return refuse(epcis_too_deep, "{}, byte {}", in.name(), in.offset());
    TRY(take());
  } while (depth > 0);
  return {};
}

Result<void> EpcisScanner::State::begin() {
  while (is_space(in.peek())) in.advance(1);
  const int c = in.peek();
  if (in.failed()) return cut_off();
  if (c != '{' && c != '[') return refuse(not_epcis, "{}", in.name());
  path = "$";
  where = c == '{' ? Where::members : Where::list;
  if (c == '[') list_path = "$";
  return take();
}

Result<void> EpcisScanner::State::member() {
  if (TRY(after_space()) != '"') return bad("the name of a member is missing");
  const std::string quoted = TRY(text());
  const std::string name = TRY(plain_json_text(quoted));
  if (TRY(after_space()) != ':') return bad("a colon is missing");
  TRY(take());
  const int c = TRY(after_space());
  const auto step = std::ranges::find_if(kSteps, [&](const Step& s) { return s.from == path && s.member == name; });
  if (step != kSteps.end() && c == (step->list ? '[' : '{')) {
    above.push_back(path);
    path.append(".").append(name);
    first = true;
    where = step->list ? Where::list : Where::members;
    if (step->list) list_path = path;
    return take();
  }
  const std::size_t at = rest.size();
  TRY(value());
  if (path == "$" && name == "@context") context_begin = at, context_size = rest.size() - at;
  return {};
}

Result<void> EpcisScanner::State::leave(char closing) {
  if (in.peek() != closing) return bad("a bracket of another kind closes");
  TRY(take());
  where = above.empty() ? Where::after : Where::members;
  first = false;
  if (above.empty()) return {};
  path = std::move(above.back());
  above.pop_back();
  return {};
}

/// An object or an array in the list, found by its brackets alone.
Result<void> EpcisScanner::State::brackets(EpcisPiece& piece, bool keep) {
  JsonStructure structure;
  std::uint64_t depth = 0;
  std::size_t scanned = 0;  // bytes behind where we stand, whole blocks
  std::uint64_t dropped = 0;
  for (;;) {
    in.ensure(scanned + 64);
    const std::size_t valid = std::min<std::size_t>(64, in.available() - scanned);
    const auto found = valid == 64 ? structure.next(in.data() + scanned) : [&] {
      std::array<char, 64> last;
      last.fill(' ');
      std::memcpy(last.data(), in.data() + scanned, valid);
      return structure.next(last.data());
    }();
    const auto closing = static_cast<std::uint64_t>(__builtin_popcountll(found.closing));
    const auto opening = static_cast<std::uint64_t>(__builtin_popcountll(found.opening));
    if (closing < depth && depth + opening <= kDeepestEvent) {
      depth += opening - closing;
    } else {
      for (std::uint64_t left = found.opening | found.closing; left != 0; left &= left - 1) {
        const int at = __builtin_ctzll(left);
        const bool opens = ((found.opening >> at) & 1) != 0;
        depth += opens ? 1 : std::uint64_t{0} - 1;
        judge(piece, fits(depth, 0));
        if (depth > 0) continue;
        const std::size_t length = scanned + static_cast<std::size_t>(at) + 1;
        judge(piece, fits(0, length + dropped));
        if (keep && !piece.why) piece.text = {in.data(), length};
        in.advance(length);
        return {};
      }
    }
    if (valid < 64) return cut_off();
    scanned += 64;
    judge(piece, fits(0, scanned + dropped));
    if (piece.why || !keep) {
      in.advance(scanned);
      dropped += scanned;
      scanned = 0;
    }
  }
}

Result<std::optional<EpcisPiece>> EpcisScanner::State::piece(bool keep) {
  EpcisPiece found;
  found.index = events++;
  const int c = in.peek();
  if (c == '{' || c == '[') {
    TRY(brackets(found, keep));
    return found;
  }
  // Whatever else stands in the list is no event, but has its place in it.
  const std::size_t begin = rest.size();
  TRY(value());
  rest.resize(begin);
  judge(found, no_object());
  return found;
}

Result<std::optional<EpcisPiece>> EpcisScanner::State::next(bool keep) {
  if (where == Where::before) TRY(begin());
  while (where != Where::after) {
    const char closing = where == Where::list ? ']' : '}';
    int c = TRY(after_space());
    if (c == '}' || c == ']') {
      TRY(leave(closing));
      continue;
    }
    if (!first) {
      if (c != ',') return bad("a comma is missing");
      if (where == Where::list)
        in.advance(1);
      else
        TRY(take());
      c = TRY(after_space());
    }
    first = false;
    if (where == Where::list) return piece(keep);
    TRY(member());
  }
  while (is_space(in.peek())) in.advance(1);
  if (in.peek() != kEnd) return bad("text follows the document");
  where = Where::ended;
  return std::nullopt;
}

EpcisScanner::EpcisScanner(std::unique_ptr<State> state) : state_(std::move(state)) {}
EpcisScanner::EpcisScanner(EpcisScanner&&) noexcept = default;
EpcisScanner& EpcisScanner::operator=(EpcisScanner&&) noexcept = default;
EpcisScanner::~EpcisScanner() = default;

Result<EpcisScanner> EpcisScanner::open(const std::string& path) {
  return EpcisScanner(std::make_unique<State>(TRY(ByteStream::open(path))));
}

EpcisScanner EpcisScanner::of_text(std::string_view text, std::string name) {
  return EpcisScanner(std::make_unique<State>(ByteStream::of_text(text, std::move(name))));
}

Result<std::optional<EpcisPiece>> EpcisScanner::next() {
  if (state_->where == State::Where::ended) return std::nullopt;
  auto piece = state_->next(true);
  if (!piece) state_->where = State::Where::ended;
  return piece;
}

Result<void> EpcisScanner::skip_events() {
  while (state_->where != State::Where::ended) TRY(state_->next(false));
  return {};
}

Result<void> EpcisScanner::rewind() {
  TRY(state_->in.rewind());
  state_ = std::make_unique<State>(std::move(state_->in));
  return {};
}

const std::string& EpcisScanner::rest() const { return state_->rest; }
const std::string& EpcisScanner::list_path() const { return state_->list_path; }
std::optional<std::string_view> EpcisScanner::context() const {
  if (state_->context_size == 0) return std::nullopt;
  return std::string_view{state_->rest}.substr(state_->context_begin, state_->context_size);
}
const std::string& EpcisScanner::name() const { return state_->in.name(); }
std::uint64_t EpcisScanner::bytes_read() const { return state_->in.offset(); }
std::uint64_t EpcisScanner::bytes_total() const { return state_->in.total(); }

}  // namespace lotline::exchange
