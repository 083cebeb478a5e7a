#include "marking/calibre_reading.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "marking/calibre_reading_key.h"

namespace lotline::marking {

namespace {

// How much a way of matching is worth against an exact name. Estimates that order what fits.
constexpr double kCarelessName = 0.15;
constexpr double kGaugeByNumber = 0.3;  // a bare number that is also a shotgun's gauge
constexpr double kBoreOnly = 0.15;      // the case length or the cartridge's name is missing
constexpr double kShortened = 0.2;
constexpr double kWithMore = 0.5;  // an exact name followed by other words
constexpr double kWordOnly = 0.1;
constexpr double kMisspelt = 0.03;
constexpr double kBesideExact = 0.2;  // when the text is exactly the name of another calibre
constexpr double kOtherWeapon = 0.01;

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

struct CalibreReader::Asked {
  std::vector<std::string> tokens;
  std::string key;
  bool number = false;  // digits only
  bool inches = false;  // begins with a point
  bool has_digits = false;
};

CalibreReader::Name CalibreReader::name_of(std::string_view text, bool metric) {
  Name name;
  name.text = text;
  name.careless = text.find("(loose)") != std::string_view::npos || text.find("(civil)") != std::string_view::npos;
  name.metric = metric;
  name.tokens = calibre_tokens(text.substr(0, text.find('(')));
  name.key = joined(name.tokens);
  return name;
}

CalibreReader::CalibreReader(const catalogue::Catalogue& catalogue, const CalibreOptions& options)
    : catalogue_(catalogue), options_(options) {
  for (const catalogue::Calibre& calibre : catalogue.calibres()) {
    Entry entry{&calibre, {name_of(calibre.id, false), name_of(calibre.cip_name, false)}};
    entry.names.push_back(name_of(calibre.saami_name, false));
    entry.names.push_back(name_of(calibre.metric, true));
    for (const std::string& alias : calibre.aliases) entry.names.push_back(name_of(alias, false));
    std::erase_if(entry.names, [](const Name& name) { return name.key.empty(); });
    entries_.push_back(std::move(entry));
  }
  for (const catalogue::RegistryCalibre& calibre : catalogue.calibre_registry()) {
    registry_keys_.push_back(joined(calibre_tokens(calibre.name)));
  }
}

CalibreReader::Match CalibreReader::match(const Entry& entry, const Asked& asked) {
  Match best;
  const auto take = [&](double weight, bool exact, std::string reason) {
    if (weight > best.weight) best = Match{weight, exact, std::move(reason)};
  };
  const bool shotgun = entry.calibre->kind == "shotgun";
  for (const Name& name : entry.names) {
    const std::string& key = name.key;
    if (key == asked.key) {
      const bool gauge = shotgun && asked.number && (asked.inches != name.text.starts_with('.'));
      if (name.careless) {
        take(kCarelessName, false, fmt::format("\"{}\" is a careless name of it", name.text));
      } else if (gauge) {
        take(asked.inches ? kMisspelt : kGaugeByNumber, false, fmt::format("its gauge is {}", name.text));
      } else {
        take(1.0, true, fmt::format("\"{}\" is a name of it", name.text));
      }
      continue;
    }
    const bool begins = key.starts_with(asked.key);
    const char next = begins ? key[asked.key.size()] : ' ';
    const bool bore_ends = next < '0' || next > '9';
    if (asked.number && begins && bore_ends) {
      // A revolver's metric name is not what people write, nor is a gauge a bore in inches.
      const double likely = name.careless || (shotgun && asked.inches) ? 0.2 : 1.0;
      const bool revolver_metric = name.metric && entry.calibre->kind == "revolver";
      take(kBoreOnly * (revolver_metric ? 0.2 : likely), false,
           fmt::format("only the bore is given; \"{}\" has it", name.text));
    } else if (begins && asked.has_digits && !asked.number) {
      take(kShortened, false, fmt::format("a shortened form of \"{}\"", name.text));
    } else if (name.tokens.size() > 1 && asked.key.starts_with(key) && !asked.number) {
      const char after = asked.key[key.size()];
      if (after < '0' || after > '9') {
        take(kWithMore * static_cast<double>(key.size()) / static_cast<double>(asked.key.size()), false,
             fmt::format("\"{}\" with further words", name.text));
      }
    } else if (!asked.has_digits && asked.key.size() > 2 &&
               std::ranges::find(name.tokens, asked.key) != name.tokens.end()) {
      take(kWordOnly, false, fmt::format("\"{}\" holds the word", name.text));
    } else if (asked.has_digits && !asked.number && key.size() > 4 && edit_distance(key, asked.key) == 1) {
      take(kMisspelt, false, fmt::format("one character off \"{}\"", name.text));
    }
  }
  return best;
}

std::vector<CalibreReading> CalibreReader::read(std::string_view text,
                                                std::optional<std::string_view> weapon_class) const {
  Asked asked;
  asked.tokens = calibre_tokens(text);
  asked.key = joined(asked.tokens);
  asked.number = is_number(asked.key);
  asked.inches = trim(text).starts_with('.');
  asked.has_digits = std::ranges::any_of(asked.key, [](char c) { return c >= '0' && c <= '9'; });
  if (asked.key.empty()) return {};

  std::vector<CalibreReading> readings;
  for (const Entry& entry : entries_) {
    Match found = match(entry, asked);
    if (found.weight <= 0) continue;
    const catalogue::Calibre& calibre = *entry.calibre;
    CalibreReading reading{
        calibre.id,  std::string(calibre.name()), found.weight * calibre.commonness, calibre.introduced,
        found.exact, calibre.weapon_classes,      {std::move(found.reason)},         {calibre.source.text}};
    if (weapon_class && !calibre.fires_from(*weapon_class)) {
      reading.probability *= kOtherWeapon;
      reading.reasons.push_back(fmt::format("it is not fired from a weapon of the class {}", *weapon_class));
    }
    for (const std::string& other : calibre.confusable) reading.reasons.push_back("easily taken for " + other);
    readings.push_back(std::move(reading));
  }
  // The long list of names only says that a calibre exists; it is asked when the curated table has no exact answer.
  const bool settled = std::ranges::any_of(readings, &CalibreReading::exact);
  for (CalibreReading& reading : readings) {
    if (settled && !reading.exact) reading.probability *= kBesideExact;
  }
  for (std::size_t i = 0; !settled && i < registry_keys_.size(); ++i) {
    if (registry_keys_[i] != asked.key) continue;
    const catalogue::RegistryCalibre& calibre = catalogue_.calibre_registry()[i];
    if (std::ranges::find(readings, calibre.name, &CalibreReading::id) != readings.end()) continue;
    readings.push_back(CalibreReading{calibre.name,
                                      calibre.name,
                                      1.0,
                                      0,
                                      true,
                                      calibre.weapon_classes,
                                      {fmt::format("a name of the {} list", calibre.standard)},
                                      {calibre.source.text}});
  }

  std::ranges::stable_sort(readings, std::ranges::greater{}, &CalibreReading::probability);
  if (readings.size() > options_.most) readings.resize(options_.most);
  double sum = options_.none_weight;
  const double least = readings.empty() ? 0 : readings.front().probability * options_.least_share;
  std::erase_if(readings, [&](const CalibreReading& reading) { return reading.probability < least; });
  for (const CalibreReading& reading : readings) sum += reading.probability;
  for (CalibreReading& reading : readings) reading.probability /= sum;
  return readings;
}

bool CalibreReader::is_name(std::string_view text) const {
  const std::string key = joined(calibre_tokens(text));
  if (key.empty()) return false;
  for (const Entry& entry : entries_) {
    if (std::ranges::find(entry.names, key, &Name::key) != entry.names.end()) return true;
  }
  return std::ranges::find(registry_keys_, key) != registry_keys_.end();
}

std::vector<CalibreReading> read_calibre(const catalogue::Catalogue& catalogue, std::string_view text,
                                         std::optional<std::string_view> weapon_class, const CalibreOptions& options) {
  return CalibreReader(catalogue, options).read(text, weapon_class);
}

}  // namespace lotline::marking
