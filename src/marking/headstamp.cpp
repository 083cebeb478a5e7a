#include "marking/headstamp.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "marking/headstamp_calibre.h"
#include "marking/headstamp_reasons.h"
#include "marking/year_reading.h"

namespace lotline::marking {

namespace {

using catalogue::HeadstampCode;
using catalogue::Trust;

/// The marks, cut up, with what is known beside the code.
struct Head {
  std::vector<HeadstampToken> tokens;
  std::string year;                      // given apart
  std::vector<CalibreReading> calibres;  // given apart or read from the head
  std::vector<std::string> remarks;      // reasons that hold for every reading
  bool unread = false;                   // some character was not read
};

/// A candidate with everything that was found out about it.
struct Scored {
  CodeCandidate candidate;
  Reading reading;
  double weight = 0;
  bool contradicts = false;
  bool year_fits = false;
  double by_chance = 0;      // weight of the same head if the code were in no table
  bool unexplained = false;  // tokens stand beside the code that nothing explains
};

bool is_number(const CodeCandidate& candidate, const Head& head) {
  return candidate.count == 1 && head.tokens[candidate.first].digits();
}

std::size_t size_of(const CodeCandidate& candidate, const Head& head) {
  return joined_glyphs(std::span(head.tokens).subspan(candidate.first, candidate.count)).size();
}

/// Codes of which no number or single letter may be one: at least two letters, three digits, or a phrase.
bool strong(const CodeCandidate& candidate, const Head& head) {
  return size_of(candidate, head) >= (is_number(candidate, head) ? 3u : 2u);
}

/// Where on the head it stands: twelve o'clock first, else as written.
std::size_t place_of(const CodeCandidate& candidate, const Head& head) {
  const int hour = head.tokens[candidate.first].hour;
  return hour > 0 ? static_cast<std::size_t>(hour % 12) : candidate.first;
}

/// Leaves the runs of tokens that are codes in earnest: symbols yield to makers, single letters and small numbers to
/// longer codes, a number behind a letter is its year, a single digit beside a code is a month or a lot.
void choose_runs(std::vector<CodeCandidate>& candidates, Head& head) {
  const auto any = [&](auto test) { return std::ranges::any_of(candidates, test); };
  const auto names_maker = [](const CodeCandidate& c) { return c.row->names_maker(); };
  if (any(names_maker)) {
    for (const CodeCandidate& c : candidates) {
      if (!names_maker(c)) head.remarks.push_back(fmt::format("\"{}\" beside it: {}", c.row->code, c.row->note));
    }
    std::erase_if(candidates, [&](const CodeCandidate& c) { return !names_maker(c); });
  }
  if (any([&](const CodeCandidate& c) { return strong(c, head); })) {
    std::erase_if(candidates, [&](const CodeCandidate& c) { return !strong(c, head); });
    return;
  }
  std::optional<std::size_t> letter;
  for (const CodeCandidate& c : candidates) {
    if (!is_number(c, head)) letter = std::min(letter.value_or(SIZE_MAX), place_of(c, head));
  }
  std::erase_if(candidates,
                [&](const CodeCandidate& c) { return is_number(c, head) && letter && *letter < place_of(c, head); });
  std::optional<std::size_t> first;
  for (const CodeCandidate& c : candidates) first = std::min(first.value_or(SIZE_MAX), place_of(c, head));
  std::erase_if(candidates, [&](const CodeCandidate& c) {
    return is_number(c, head) && size_of(c, head) == 1 && place_of(c, head) != first;
  });
}

bool may_be_year_token(const HeadstampToken& token) {
  return token.digits() && token.glyphs.size() >= 2 && token.glyphs.size() <= 4;
}

struct YearFound {
  std::vector<YearReading> readings;
  std::optional<std::size_t> token;  // on the head; none when given apart
  std::string literal;
};

YearFound find_year(const CodeCandidate& candidate, const Head& head, const YearContext& context) {
  if (!head.year.empty()) return {read_year(head.year, context), std::nullopt, head.year};
  YearFound found;
  for (std::size_t i = 0; i < head.tokens.size(); ++i) {
    if (candidate.covers(i) || !may_be_year_token(head.tokens[i])) continue;
    auto readings = read_year(head.tokens[i].literal, context);
    const bool better =
        !readings.empty() && (!found.token || (found.readings[0].contradicts && !readings[0].contradicts));
    if (better) found = {std::move(readings), i, head.tokens[i].literal};
  }
  return found;
}

std::string years_in_words(const std::pair<int, int>& years) {
  return years.first == years.second ? std::to_string(years.first) : fmt::format("{}-{}", years.first, years.second);
}

/// Takes the years over into the reading; returns the token that was the year.
std::optional<std::size_t> take_years(Scored& scored, const Head& head, const HeadstampOptions& options) {
  const HeadstampCode& row = *scored.candidate.row;
  int introduced = 0;
  if (!head.calibres.empty()) introduced = head.calibres.front().introduced;
  const YearFound year = find_year(scored.candidate, head, {row.years, row.country, introduced, options.latest_year});
  if (year.readings.empty()) return std::nullopt;
  const YearReading& best = year.readings.front();
  Reading& reading = scored.reading;
  reading.years = {best.first, best.last};
  reading.reasons.push_back(
      fmt::format("year \"{}\" taken as {}: {}", year.literal, years_in_words(*reading.years), best.reason));
  for (std::size_t i = 1; i < year.readings.size(); ++i) {
    if (year.readings[i].contradicts || year.readings[i].weight < 0.02) continue;
    reading.also_years.emplace_back(year.readings[i].first, year.readings[i].last);
    reading.reasons.push_back(
        fmt::format("or as {}: {}", years_in_words(reading.also_years.back()), year.readings[i].reason));
  }
  scored.contradicts = best.contradicts;
  scored.year_fits = !best.contradicts;
  double share = options.contradicted;
  for (int y = best.first; y <= best.last; ++y) share = std::max(share, row.years.share_of(y));
  scored.weight *= share;
  return year.token;
}

/// P(these characters | nothing in the tables explains them): each is as likely as any other.
double by_chance(std::u32string_view glyphs, const HeadstampOptions& options) {
  double likelihood = 1;
  for (const char32_t g : glyphs) {
    likelihood *= g == kUnreadOne || g == kUnreadMany ? options.confusion.unread : options.chance_glyph;
  }
  return likelihood;
}

/// Weighs what stands beside the code, so that a reading that explains much of the head is worth more than one that
/// takes a single digit of it for a code.
void weigh_rest(Scored& scored, const Head& head, std::optional<std::size_t> year, const HeadstampOptions& options) {
  for (std::size_t i = 0; i < head.tokens.size(); ++i) {
    const HeadstampToken& token = head.tokens[i];
    if (scored.candidate.covers(i) || token.wild_card()) continue;
    if (year == i) {
      scored.weight *= options.year_token;
      continue;
    }
    scored.weight *= by_chance(token.glyphs, options);
    if (token.glyphs.size() == 1 && !token.glued) {
      scored.weight *= options.single_glyph;
      scored.reading.reasons.push_back(fmt::format("\"{}\" may be a month, a lot or an alloy", token.literal));
    } else if (token.digits() && !token.glued) {
      scored.weight *= head.year.empty() ? options.further_number : 1.0;
      scored.reading.reasons.push_back(fmt::format("the number \"{}\" is not explained", token.literal));
    } else {
      scored.weight *= options.unexplained_token;
      scored.unexplained = true;
      scored.reading.reasons.push_back(fmt::format("\"{}\" is not explained", token.literal));
    }
  }
}

double prior_of(const HeadstampCode& row, const HeadstampOptions& options) {
  if (row.source.trust == Trust::stated) return options.stated;
  if (row.source.trust == Trust::sourced) return options.sourced;
  const double confidence = row.confidence == "high" ? 1.0 : row.confidence == "med" ? 0.7 : 0.5;
  return options.unverified * confidence;
}

double belief_in(Trust trust, const HeadstampOptions& options) {
  if (trust == Trust::stated) return options.believe_stated;
  return trust == Trust::sourced ? options.believe_sourced : options.believe_unverified;
}

void take_calibre_into(Reading& reading, const Head& head) {
  if (head.calibres.empty()) return;
  const CalibreReading& best = head.calibres.front();
  reading.calibre = best.id;
  if (best.probability >= 0.8) return;
  std::string others;
  for (std::size_t i = 1; i < head.calibres.size(); ++i) others += (i > 1 ? ", " : "") + head.calibres[i].name;
  if (!others.empty())
    reading.reasons.push_back(fmt::format("calibre {} is the likeliest; also {}", best.name, others));
}

Scored score(const CodeCandidate& candidate, const Head& head, const HeadstampOptions& options) {
  const double prior = prior_of(*candidate.row, options);
  Scored scored{candidate, {}, candidate.likelihood * prior};
  const HeadstampCode& row = *candidate.row;
  Reading& reading = scored.reading;
  reading.maker = row.manufacturer;
  reading.works = row.works;
  reading.country = row.country;
  reading.code = row.code;
  const auto run = std::span(head.tokens).subspan(candidate.first, candidate.count);
  for (const HeadstampToken& token : run) reading.literal += (reading.literal.empty() ? "" : " ") + token.literal;
  reading.case_maker_only = row.kind == "component";
  reading.names_maker = row.names_maker();
  reading.trust = row.source.trust;
  reading.sources = {row.source.text};
  reading.reasons.push_back(how_read(candidate, joined_glyphs(run), reading.literal));
  const auto year = take_years(scored, head, options);
  weigh_rest(scored, head, year, options);
  scored.by_chance = by_chance(joined_glyphs(run), options) * scored.weight / (candidate.likelihood * prior);
  std::ranges::copy(said_by_row(row), std::back_inserter(reading.reasons));
  std::ranges::copy(head.remarks, std::back_inserter(reading.reasons));
  take_calibre_into(reading, head);
  return scored;
}

/// Of two numbers that may both be the code, the first is the likelier.
void weigh_places(std::vector<Scored>& all, const Head& head, const HeadstampOptions& options) {
  std::size_t first = SIZE_MAX;
  for (const Scored& s : all) first = std::min(first, place_of(s.candidate, head));
  for (Scored& s : all) {
    if (place_of(s.candidate, head) != first) s.weight *= options.second_number;
  }
}

/// Names the makers that share a code, and the codes it is easily taken for.
void name_rivals(std::vector<Scored>& all, const CodeForms& forms) {
  for (Scored& s : all) {
    std::string others;
    for (const Scored& other : all) {
      const bool rival = other.candidate.row != s.candidate.row && other.reading.code == s.reading.code;
      if (rival) others += (others.empty() ? "" : ", ") + other.reading.maker + " (" + other.reading.country + ")";
    }
    if (!others.empty()) s.reading.reasons.push_back("the same code was used by " + others);
    for (const HeadstampCode* row : forms.look_alikes(*s.candidate.row)) {
      s.reading.reasons.push_back(
          fmt::format("easily taken for \"{}\" ({}, {})", row->code, row->manufacturer, row->country));
    }
  }
}

bool may_be_confirmed(const Scored& s, const std::vector<Scored>& all, const Head& head) {
  const bool read_whole = s.candidate.literal && !head.unread && !s.unexplained;
  const bool dated = s.year_fits || (!s.contradicts && size_of(s.candidate, head) > 1);
  return all.size() == 1 && s.reading.trust == Trust::stated && s.reading.names_maker && read_whole && dated;
}

/// Weights into probabilities, ranked; what is left of 1 is a code in no table, or a table that is wrong.
std::vector<Reading> ranked(std::vector<Scored> all, double none, const HeadstampOptions& options) {
  double sum = none;
  for (const Scored& s : all) sum += s.weight;
  for (Scored& s : all) {
    s.reading.probability = s.weight / sum * belief_in(s.reading.trust, options) * (s.contradicts ? 0.5 : 1.0);
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Scored& s) { return s.reading.probability; });
  std::vector<Reading> readings;
  for (Scored& s : all) readings.push_back(std::move(s.reading));
  return readings;
}

/// Keeps the likeliest damaged readings; rows of one code and one likelihood stay or go together by their weight.
void keep_likeliest(std::vector<Scored>& all, const HeadstampOptions& options) {
  std::ranges::stable_sort(all, std::ranges::greater{}, &Scored::weight);
  std::set<const HeadstampCode*> taken;
  std::erase_if(all, [&](const Scored& s) { return !taken.insert(s.candidate.row).second; });
  if (all.size() > options.most) all.resize(options.most);
  if (all.empty()) return;
  const double least = all.front().weight * options.least_share;
  std::erase_if(all, [&](const Scored& s) { return s.weight < least; });
}

/// What has room on a head: longer texts and more places are cut off, so that no input takes long to read.
HeadstampMarks within_a_head(HeadstampMarks marks) {
  constexpr std::size_t longest = 160;  // bytes
  constexpr std::size_t most_places = 12;
  const auto cut = [](std::string& text) {
    if (text.size() <= longest) return;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a character
    text.resize(end);
  };
  cut(marks.text);
  if (marks.clock.size() > most_places) marks.clock.resize(most_places);
  for (ClockMark& mark : marks.clock) cut(mark.text);
  return marks;
}

}  // namespace

HeadstampReader::HeadstampReader(const catalogue::Catalogue& catalogue, const HeadstampOptions& options)
    : options_(options), calibres_(catalogue), forms_(catalogue) {
  for (const HeadstampCode& row : catalogue.headstamp_codes()) prior_sum_ += prior_of(row, options_);
}

std::vector<Reading> HeadstampReader::read(const HeadstampMarks& marks) const {
  const CalibreOnHead on_head = take_calibre(within_a_head(marks), calibres_);
  Head head{headstamp_tokens(on_head.other), std::string(trim(marks.year)), {}, {}, false};
  if (std::ranges::all_of(head.tokens, &HeadstampToken::wild_card)) return {};
  head.unread = holds_unread(glyphs_of(marks.year)) || std::ranges::any_of(head.tokens, &HeadstampToken::unread);
  const bool given = !trim(marks.calibre).empty();
  head.calibres = calibres_.read(given ? marks.calibre : on_head.calibre);
  if (given && !on_head.calibre.empty()) {
    const auto stamped = calibres_.read(on_head.calibre);
    const bool differ = !stamped.empty() && !head.calibres.empty() && stamped[0].id != head.calibres[0].id;
    if (differ) {
      head.remarks.push_back(fmt::format("the head says {} and the case is {}: it may have been re-formed, or misread",
                                         stamped[0].name, head.calibres[0].name));
    }
  }

  std::vector<CodeCandidate> candidates = forms_.exact(head.tokens, options_.confusion);
  choose_runs(candidates, head);
  const bool as_read = !candidates.empty();
  if (!as_read) candidates = forms_.damaged(head.tokens, options_.confusion);

  std::vector<Scored> all;
  double none = 0;
  for (const CodeCandidate& candidate : candidates) {
    all.push_back(score(candidate, head, options_));
    none = std::max(none, all.back().by_chance * options_.none_weight * prior_sum_);
  }
  if (as_read) {
    weigh_places(all, head, options_);
    name_rivals(all, forms_);
    for (Scored& s : all) s.reading.confirmed = may_be_confirmed(s, all, head);
  } else {
    keep_likeliest(all, options_);
  }
  return ranked(std::move(all), none, options_);
}

std::vector<Reading> read_headstamp(const catalogue::Catalogue& catalogue, const HeadstampMarks& marks,
                                    const HeadstampOptions& options) {
  return HeadstampReader(catalogue, options).read(marks);
}

}  // namespace lotline::marking
