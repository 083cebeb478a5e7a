#include "tracing/seizure_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "tracing/maker_match.h"

namespace lotline::tracing {

namespace {

using custody::RoundKindRow;

/// In a seizure many are read, by people who write down what tells rounds apart: a code without its year is usual, and
/// says that the year was not read and not that none is stamped (para 74: the year is known of some quarter of them).
constexpr double kGroupNotWritten = 0.4;

marking::HeadstampLikelihoodOptions reading_options() {
  marking::HeadstampLikelihoodOptions options;
  options.token_missing = kGroupNotWritten;
  return options;
}

std::vector<UnderstoodLine> put_together(const SeizureQuestion& question) {
  std::vector<UnderstoodLine> lines;
  std::map<std::vector<std::string>, std::size_t> known;
  for (const SeizureLine& line : question.lines) {
    std::vector<std::string> key{line.fired ? "fired" : "live"};
    auto visit = [&](std::string_view, const std::string& mark) { key.push_back(mark); };
    marking::MarksRead::fields(line.marks, visit);
    const auto [at, is_new] = known.try_emplace(std::move(key), lines.size());
    if (is_new) lines.push_back({{}, line.marks, 0, line.fired, {}, {}});
    lines[at->second].numbers.push_back(line.number);
    lines[at->second].count += line.count;
  }
  return lines;
}

/// The kinds on record, read maker by maker as they are asked for.
class KindsOnRecord {
 public:
  KindsOnRecord(const custody::StockByYear& stock, std::size_t most) : stock_(stock), most_(most) {
    const auto all = stock.kinds.find(make_key(0, 0, 0, std::string{}));
    entered_ = all ? static_cast<double>(all->entered.count()) : 0;
  }

  const std::vector<RoundKindRow>& of(PartyId maker) {
    const auto [at, is_new] = by_maker_.try_emplace(maker);
    if (is_new) read(make_key(maker), at->second);
    return at->second;
  }
  const std::vector<RoundKindRow>& all() {
    if (!all_) read({}, all_.emplace());
    return *all_;
  }
  [[nodiscard]] double share(const RoundKindRow& row) const {
    return entered_ > 0 ? static_cast<double>(row.entered.count()) / entered_ : 0;
  }
  /// Every kind that was read, once.
  void each(const std::function<void(const RoundKindRow&)>& take) const {
    if (all_) {
      std::ranges::for_each(*all_, take);
      return;
    }
    for (const auto& rows : by_maker_) std::ranges::for_each(rows.second, take);
  }
  [[nodiscard]] double entered() const { return entered_; }
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  void read(const Key& prefix, std::vector<RoundKindRow>& rows) {
    stock_.kinds.scan(prefix, [&](const RoundKindRow& row) {
      if (!row.maker) return true;
      if (read_ >= most_) return !(cut_ = true);
      ++read_;
      rows.push_back(row);
      return true;
    });
  }

  const custody::StockByYear& stock_;
  std::size_t most_;
  double entered_ = 0;
  std::map<PartyId, std::vector<RoundKindRow>> by_maker_;
  std::optional<std::vector<RoundKindRow>> all_;
  std::size_t read_ = 0;
  bool cut_ = false;
};

class Matching {
 public:
  Matching(SeizureLines& out, const SeizureQuestion& question, const Sources& sources,
           const custody::StockByYear& stock, const SeizureOptions& options)
      : out_(out),
        sources_(sources),
        options_(options),
        on_record_(stock, options.kinds_read),
        makers_(sources.parties),
        last_year_((question.found_on ? question.found_on->last : sources.today).year()),
        stamped_(sources.readers.calibres) {
    trace_options_.contradiction = options.contradiction;
  }

  void run() {
    for (UnderstoodLine& line : out_.lines) match(line);
    for (const RoundKind& kind : out_.kinds) out_.products.try_emplace({kind.maker, kind.product}, 0.0);
    on_record_.each([&](const RoundKindRow& row) {
      const auto product = out_.products.find({row.maker, row.product});
      if (product != out_.products.end()) product->second += on_record_.share(row);
    });
    out_.kinds_cut = on_record_.cut();
    out_.entered = on_record_.entered();
  }

 private:
  void match(UnderstoodLine& line) {
    HeadstampFit* headstamp = line.marks.headstamp ? &headstamp_fit(*line.marks.headstamp) : nullptr;
    calibre_.clear();
    colours_.clear();
    years_.clear();
    fits_.clear();
    best_ = 0;
    const std::set<PartyId> makers = makers_.of(line.marks);
    const bool named = line.marks.headstamp || !line.marks.maker_symbols.empty();
    for (const PartyId maker : makers) {
      weigh(line, headstamp, on_record_.of(maker));
      weigh_any_year(line, headstamp, on_record_.of(maker));
    }
    if (!named && makers.empty()) {
      weigh(line, headstamp, on_record_.all());
      weigh_any_year(line, headstamp, on_record_.all());
    }
    keep(line);
  }

  /// Of each product by one of its kinds, with the year that was read put in the place of its own.
  void weigh_any_year(UnderstoodLine& line, HeadstampFit* headstamp, const std::vector<RoundKindRow>& rows) {
    for (std::size_t i = 0; i < rows.size();) {
      const RoundKindRow& sample = rows[i];
      double share = 0;
      for (; i < rows.size() && rows[i].product == sample.product && rows[i].maker == sample.maker; ++i)
        share += on_record_.share(rows[i]);
      const double apart = calibre(line, sample.product) * colours(line, sample.product);
      if (apart <= 0) continue;
      line.any_year += share * apart * (headstamp == nullptr ? 1 : headstamp->of(with_year_read(line, sample)));
    }
  }

  /// The headstamp of the kind as it would be in the year that was read on the head, if one was.
  static std::string with_year_read(const UnderstoodLine& line, const RoundKindRow& kind) {
    const std::string own = fmt::format("{:02}", kind.made % 100);
    std::string_view read;
    const auto words = split(line.marks.headstamp->text, ' ');
    for (std::size_t i = 1; i < words.size(); ++i)
      if (is_year_on_head(words[i])) read = words[i];
    std::string stamped;
    for (const std::string_view word : split(kind.headstamp, ' ')) {
      const bool year = !stamped.empty() && !read.empty() && (word == own || word == std::to_string(kind.made));
      stamped += (stamped.empty() ? "" : " ") + (year ? as_if_year(read) : std::string{word});
    }
    return stamped;
  }

  static std::string as_if_year(std::string_view read) {
    std::string text{read};
    std::ranges::replace(text, '?', '0');
    return text;
  }

  void weigh(const UnderstoodLine& line, HeadstampFit* headstamp, const std::vector<RoundKindRow>& rows) {
    ProductId product;
    double of_product = 0;
    for (const RoundKindRow& row : rows) {
      if (row.product != product) of_product = calibre(line, row.product) * colours(line, row.product);
      product = row.product;
      if (of_product <= 0 || row.made > last_year_) continue;
      const double apart = of_product * year(line, row.made);
      if (apart < best_ * options_.negligible_fit || apart <= 0) continue;
      const double fit = headstamp == nullptr ? apart : apart * headstamp_of(*headstamp, row);
      if (fit < best_ * options_.negligible_fit) continue;
      best_ = std::max(best_, fit);
      fits_.push_back({&row, fit});
    }
  }

  double headstamp_of(HeadstampFit& headstamp, const RoundKindRow& row) {
    if (!row.headstamp.empty()) return headstamp.of(row.headstamp);
    const auto* known = sources_.catalogue.calibre(product(row.product).calibre);
    const std::string name{known != nullptr ? known->name() : std::string_view{product(row.product).calibre}};
    return headstamp.unrecorded(makers_.codes_of(row.maker), name, row.made, row.made);
  }

  double calibre(const UnderstoodLine& line, ProductId id) {
    const auto [at, is_new] = calibre_.try_emplace(id, 1.0);
    if (!is_new) return at->second;
    const auto& row = product(id);
    if (!has_head(row.item))
      at->second = 0;
    else if (!line.marks.calibre_text.empty())
      at->second = calibre_fit_of(line, row.calibre);
    return at->second;
  }
  /// One calibre that is confused with another is weighed as that; any other error is one of many that could be made.
  double calibre_fit_of(const UnderstoodLine& line, const std::string& recorded) const {
    const double fit = calibre_fit(line.marks, recorded, trace_options_);
    return fit > trace_options_.contradiction ? fit : fit / options_.calibres;
  }

  double colours(const UnderstoodLine& line, ProductId id) {
    const auto [at, is_new] = colours_.try_emplace(id, 1.0);
    if (is_new && !line.marks.colours.empty()) at->second = colour_fit(line.marks, product(id).colours, trace_options_);
    return at->second;
  }
  double year(const UnderstoodLine& line, int made) {
    const auto [at, is_new] = years_.try_emplace(made, 1.0);
    if (is_new && !line.marks.years.empty())
      at->second = year_fit(line.marks, {day_of(made, 1, 1), day_of(made, 12, 31)}, trace_options_);
    return at->second;
  }

  const custody::ProductRow& product(ProductId id) {
    const auto [at, is_new] = products_.try_emplace(id);
    if (is_new) at->second = sources_.book.products.find(make_key(id)).value_or(custody::ProductRow{});
    return at->second;
  }

  HeadstampFit& headstamp_fit(const HeadstampSeen& seen) {
    auto& fit = headstamps_[seen.text];
    if (!fit) fit = std::make_unique<HeadstampFit>(seen, stamped_, trace_options_);
    return *fit;
  }

  /// Kinds that look alike but for the headstamp are one; each headstamp counts by the rounds that carry it.
  void keep(UnderstoodLine& line) {
    std::map<std::size_t, std::pair<double, double>> sums;  // by kind: fit times rounds, rounds
    for (const auto& [row, fit] : fits_) {
      if (fit < best_ * options_.negligible_fit) continue;
      auto& [weighted, rounds] = sums[index_of(*row)];
      const double entered = std::max(1.0, static_cast<double>(row->entered.count()));
      weighted += fit * entered;
      rounds += entered;
    }
    double best = 0;
    for (const auto& [kind, sum] : sums) {
      line.kinds.push_back({kind, sum.first / sum.second});
      if (sum.first / sum.second * out_.kinds[kind].share <= best) continue;
      best = sum.first / sum.second * out_.kinds[kind].share;
      line.product = fmt::format("{}/{}", out_.kinds[kind].maker.number, out_.kinds[kind].product.number);
    }
  }

  std::size_t index_of(const RoundKindRow& row) {
    const RoundKind kind{row.maker, row.product, row.made, on_record_.share(row)};
    const auto [at, is_new] = index_.try_emplace(kind, out_.kinds.size());
    if (is_new) {
      out_.kinds.push_back(kind);
      counted_.insert({at->second, row.headstamp});
    } else if (counted_.insert({at->second, row.headstamp}).second) {
      out_.kinds[at->second].share += kind.share;
    }
    return at->second;
  }

  SeizureLines& out_;
  const Sources& sources_;
  const SeizureOptions& options_;
  TraceOptions trace_options_;
  KindsOnRecord on_record_;
  MakerMatch makers_;
  int last_year_;
  StampedHeads stamped_;
  std::map<std::string, std::unique_ptr<HeadstampFit>> headstamps_;
  std::unordered_map<ProductId, custody::ProductRow> products_;
  std::map<RoundKind, std::size_t> index_;
  std::set<std::pair<std::size_t, std::string>> counted_;
  // Of the line at hand:
  std::unordered_map<ProductId, double> calibre_;
  std::unordered_map<ProductId, double> colours_;
  std::unordered_map<int, double> years_;
  std::vector<std::pair<const RoundKindRow*, double>> fits_;
  double best_ = 0;
};

/// Lines of one product count as fewer than they are: boxes hold rounds of one lot.
void weigh_lines(SeizureLines& seizure, const SeizureOptions& options) {
  std::map<std::string, double> alike;
  for (const auto& line : seizure.lines) ++alike[line.product];
  for (auto& line : seizure.lines) line.weight = std::pow(alike[line.product], options.clumping - 1);
}

}  // namespace

bool is_year_on_head(std::string_view word) {
  return (word.size() == 2 || word.size() == 4) &&
         std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '?'; });
}

SeizureLines understand_lines(const SeizureQuestion& question, const Sources& sources,
                              const custody::StockByYear& stock, const SeizureOptions& options) {
  SeizureLines seizure;
  seizure.lines = put_together(question);
  for (auto& line : seizure.lines) {
    line.marks = understand_to_compare(line.read, sources, reading_options());
    seizure.rounds += line.count;
    for (auto& limit : line.marks.limits) {
      limit.text = fmt::format("line {}: {}", line.numbers.front(), limit.text);
      seizure.limits.push_back(std::move(limit));
    }
  }
  Matching(seizure, question, sources, stock, options).run();
  weigh_lines(seizure, options);
  return seizure;
}

}  // namespace lotline::tracing
