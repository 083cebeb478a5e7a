#include "marking/lot_mark_grammar.h"

#include <algorithm>

#include "base/text.h"

namespace lotline::marking {

namespace {

constexpr std::u32string_view kMonths = U"ABCDEFGHJKLM";  // no I
constexpr std::u32string_view kTheatres = U"YWT";

bool digit(char32_t c) { return (c >= U'0' && c <= U'9') || c == U'?'; }
bool letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0x0400 && c <= 0x04FF) || c == U'?'; }
bool hyphen(char32_t c) { return c == U'-' || c == U'?'; }

/// Takes what stands at the front of a mark; a failed take leaves the scan failed and everything after it empty.
class Scan {
 public:
  explicit Scan(std::u32string_view glyphs) : rest_(glyphs) {}

  template <class Class>
  std::u32string take(Class fits, std::size_t least, std::size_t most) {
    std::size_t length = 0;
    while (length < most && length < rest_.size() && fits(rest_[length])) ++length;
    failed_ |= length < least;
    const std::u32string taken{rest_.substr(0, length)};
    rest_.remove_prefix(length);
    return taken;
  }
  template <class Class>
  std::u32string take(Class fits, std::size_t count) {
    return take(fits, count, count);
  }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }
  [[nodiscard]] bool whole() const { return !failed_ && rest_.empty(); }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::u32string_view rest_;
  bool failed_ = false;
};

LotMarkDraft draft(std::string_view format) {
  LotMarkDraft made;
  made.reading.format = format;
  return made;
}

/// A manufacturer's symbol of three characters: letters, filled up with hyphens.
std::u32string take_symbol(Scan& scan) {
  auto symbol = scan.take(letter, 1, 3);
  const std::size_t filled = 3 - std::min<std::size_t>(3, symbol.size());
  scan.take(hyphen, filled);
  return symbol;
}

std::optional<int> month_of(char32_t glyph) {
  const auto at = kMonths.find(glyph);
  return at == std::u32string_view::npos ? std::nullopt : std::optional{static_cast<int>(at) + 1};
}

void link_parent(LotMarkReading& reading, const std::u32string& number_without_suffix) {
  reading.parent = to_utf8(number_without_suffix);
  reading.reasons.push_back(
      fmt::format("suffix {}: an independent lot with its own card, made of lot {}", reading.suffix, *reading.parent));
}

/// The same lot number with its last letters told apart in one way.
LotMarkDraft with_tail(LotMarkDraft made, std::u32string_view number, std::u32string_view suffix, char32_t theatre,
                       double share) {
  made.reading.suffix = to_utf8(suffix);
  if (theatre != 0) {
    made.reading.theatre = static_cast<char>(theatre);
    made.reading.reasons.push_back(fmt::format("{} at the end read as theatre indicator", static_cast<char>(theatre)));
  }
  if (!suffix.empty()) link_parent(made.reading, std::u32string{number});
  made.share = share;
  return made;
}

/// Letters after the sequence: suffix, theatre indicator (older format), or both; two readings where both are possible.
LotMarkDrafts read_tail(const LotMarkDraft& base, std::u32string_view number, std::u32string_view tail) {
  const bool may_be_theatre = !tail.empty() && kTheatres.find(tail.back()) != std::u32string_view::npos;
  const auto before = tail.substr(0, tail.empty() ? 0 : tail.size() - 1);
  LotMarkDrafts drafts;
  if (!may_be_theatre && tail.size() > 2) return drafts;
  if (!may_be_theatre) return {with_tail(base, number, tail, 0, 1)};
  // Suffixes are given in order from A, so a lone Y, W or T is more often the theatre; likewise after one letter.
  drafts.push_back(with_tail(base, number, before, tail.back(), tail.size() == 3 ? 1 : 0.7));
  if (tail.size() < 3) drafts.push_back(with_tail(base, number, tail, 0, 0.3));
  for (auto& each : drafts)
    if (drafts.size() > 1)
      each.reading.ambiguities.push_back(
          fmt::format("the final {} is either a theatre indicator (older format) or part of the suffix",
                      static_cast<char>(tail.back())));
  return drafts;
}

}  // namespace

LotMarkDrafts mil_std_1168_new(const FoldedMark& mark) {
  if (mark.glyphs.size() < 13 || mark.glyphs.size() > 16) return {};
  Scan scan{mark.glyphs};
  auto base = draft("MIL1168-NEW");
  base.reading.maker_symbol = to_utf8(take_symbol(scan));
  base.year_digits = to_utf8(scan.take(digit, 2));
  const auto month = scan.take([](char32_t c) { return c == U'?' || month_of(c).has_value(); }, 1);
  base.reading.interfix = to_utf8(scan.take(digit, 3));
  const auto joint = scan.take([](char32_t c) { return hyphen(c) || letter(c); }, 1);
  base.reading.sequence = to_utf8(scan.take(digit, 3));
  const auto number = std::u32string_view{mark.glyphs}.substr(0, mark.glyphs.size() - scan.left());
  const auto tail = scan.take(letter, 0, 3);
  if (!scan.whole()) return {};
  base.reading.month = month_of(month[0]);
  if (!hyphen(joint[0])) base.reading.lot_identifier = to_utf8(joint);
  base.reading.reasons.push_back("symbol, year, month letter, interfix and sequence stand where MIL-STD-1168 has them");
  return read_tail(base, number, tail);
}

LotMarkDrafts mil_std_1168_old(const FoldedMark& mark) {
  Scan scan{mark.glyphs};
  auto made = draft("MIL1168-OLD");
  made.reading.maker_symbol = to_utf8(scan.take(letter, 2, 3));
  scan.take(hyphen, 1);
  made.reading.interfix = to_utf8(scan.take(digit, 1, 3));
  scan.take(hyphen, 1);
  made.reading.sequence = to_utf8(scan.take(digit, 1, 4));
  const auto number = mark.glyphs.substr(0, mark.glyphs.size() - scan.left());
  made.reading.suffix = to_utf8(scan.take(letter, 0, 1));
  if (!scan.whole()) return {};
  made.reading.reasons.push_back("maker, interfix and sequence, without a date: the old system");
  if (!made.reading.suffix.empty()) link_parent(made.reading, number);
  return {made};
}

LotMarkDrafts mil_std_1168_propellant(const FoldedMark& mark) {
  Scan scan{mark.glyphs};
  auto made = draft("MIL1168-PROP");
  made.reading.maker_symbol = to_utf8(take_symbol(scan));
  made.year_digits = to_utf8(scan.take(digit, 2));
  const auto month = scan.take([](char32_t c) { return month_of(c).has_value(); }, 1);
  scan.take(hyphen, 0, 1);
  made.reading.serial = to_utf8(scan.take(digit, 5));
  scan.take(letter, 0, 2);
  if (!scan.whole()) return {};
  made.reading.month = month_of(month[0]);
  made.reading.rounds = false;
  made.reading.reasons.push_back("a five-digit serial: a propellant lot, which is no lot of cartridges");
  return {made};
}

namespace {

/// One order of the paper's mark, from the given part on; appends a draft for every way to split the rest.
void split_parts(std::u32string_view rest, std::span<const LotPart> parts, const LotMarkOptions& options,
                 const LotMarkDraft& so_far, LotMarkDrafts& found) {
  if (parts.empty()) {
    if (rest.empty()) found.push_back(so_far);
    return;
  }
  const bool year = parts[0] == LotPart::year;
  const bool initials = parts[0] == LotPart::initials;
  const std::size_t most = year ? 2 : initials ? 4 : 6;
  for (std::size_t length = year ? 2 : 1; length <= most && length <= rest.size(); ++length) {
    const char32_t last = rest[length - 1];
    if (!(initials ? letter(last) : digit(last)) || (year && !digit(rest[0]))) break;
    auto next = so_far;
    const auto part = to_utf8(rest.substr(0, length));
    (year ? next.year_digits : initials ? next.reading.maker_symbol : next.reading.serial) = part;
    auto after = rest.substr(length);
    const bool separated = after.starts_with(U'-');
    if (separated) after.remove_prefix(1);
    if (separated || parts.size() == 1 || !options.separators_required)
      split_parts(after, parts.subspan(1), options, next, found);
  }
}

}  // namespace

LotMarkDrafts serial_initials_year(const FoldedMark& mark, const LotMarkOptions& options) {
  LotMarkDrafts all;
  double share = 1;
  for (const auto& order : options.orders) {
    LotMarkDrafts found;
    split_parts(mark.glyphs, order, options, draft("PAPER44"), found);
    for (auto& each : found) {
      each.share = share / static_cast<double>(found.size());
      each.reading.reasons.push_back(fmt::format("serial {}, initials {} and two digits of the year",
                                                 each.reading.serial, each.reading.maker_symbol));
    }
    all.insert(all.end(), found.begin(), found.end());
    share = 0.25;
  }
  return all;
}

LotMarkDrafts soviet_case_mark(const FoldedMark& mark) {
  Scan scan{mark.glyphs};
  auto made = draft("SOVIET-BOX");
  const auto series = scan.take(letter, 1);
  const auto number = scan.take(digit, 1, 3);
  scan.take(hyphen, 1);
  const auto second = scan.take(digit, 2);
  scan.take(hyphen, 1);
  const auto third = scan.take(digit, 1, 3);
  if (!scan.whole()) return {};
  made.reading.serial = to_utf8(series + number);
  made.year_digits = to_utf8(second);
  made.reading.maker_symbol = to_utf8(third);
  made.reading.reasons.push_back("letter and number, year, factory number; the order is from memory, unverified");
  if (mark.had_cyrillic) made.share = 1.5;
  LotMarkDrafts drafts{made};
  if (third.size() == 2) {
    auto swapped = made;
    std::swap(swapped.year_digits, swapped.reading.maker_symbol);
    swapped.share *= 0.25;
    swapped.reading.reasons.back() = "letter and number, factory number, year: the other order, unverified";
    drafts.push_back(swapped);
    for (auto& each : drafts)
      each.reading.ambiguities.push_back(
          fmt::format("{} and {} may be year and factory in either order", to_utf8(second), to_utf8(third)));
  }
  return drafts;
}

}  // namespace lotline::marking
