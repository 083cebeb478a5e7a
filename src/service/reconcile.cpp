#include "service/reconcile.h"

#include "marking/headstamp_likelihood.h"
#include "marking/lot_mark_key.h"
#include "marking/retailer_code.h"
#include "service/lookup.h"
#include "service/visible.h"
#include "tracing/names.h"

namespace lotline::service {

namespace {

bool has_word(std::string_view list, std::string_view wanted) {
  const auto words = split(list, ';');
  return std::find(words.begin(), words.end(), wanted) != words.end();
}

/// Whether some lot carries the number that was read.
bool some_lot_has(const State& state, const std::string& lot_mark) {
  return state.book.lots.first_by("number_key", marking::lot_mark_key(lot_mark)).has_value();
}

void add_marks_without_record(State& state, Day today, std::vector<Unmatched>& found) {
  Unmatched line{"mark_without_record", {}, {}, 0};
  state.exhibits.exhibits.scan({}, [&](const seizure::ExhibitRow& exhibit) {
    line.what = fmt::format("exhibit {} of case {}", exhibit.id.number, exhibit.case_number);
    line.record = exhibit.id.number;
    if (!exhibit.lot_mark.empty() && !some_lot_has(state, exhibit.lot_mark)) {
      line.words = fmt::format("lot mark {} is of no lot on record", exhibit.lot_mark);
      found.push_back(line);
    }
    if (!exhibit.package.empty()) {
      const auto key = package_key(exhibit.package, today);
      if (!key || !state.book.packages.first_by("code_key", *key)) {
        line.words = fmt::format("package code {} is of no package on record", exhibit.package);
        found.push_back(line);
      }
    }
    if (!exhibit.retailer_code.empty()) {
      const auto code = marking::read_retailer_code(exhibit.retailer_code);
      if (!code || state.retailer_marks.all(make_key(code->code)).empty()) {
        line.words = fmt::format("retailer code {} is on no record", exhibit.retailer_code);
        found.push_back(line);
      }
    }
    return true;
  });
}

void add_records_without_mark(State& state, tracing::Names& names, std::vector<Unmatched>& found) {
  Unmatched line{"record_without_mark", {}, {}, 0};
  state.book.lots.scan({}, [&](const custody::LotRow& lot) {
    line.what = "lot " + names.lot(lot).text();
    line.record = lot.id.number;
    if (!has_word(lot.cartridge_marks, "lot")) {
      line.words = lot.kind == custody::LotKind::loose ? "the rounds have lost their lot number"
                                                       : "its number stands on no cartridge, as far as recorded";
      found.push_back(line);
    }
    if (!has_word(lot.package_marks, "lot") && lot.kind != custody::LotKind::loose) {
      line.words = "its number stands on no package, as far as recorded";
      found.push_back(line);
    }
    return true;
  });
  state.book.packages.scan({}, [&](const custody::PackageRow& package) {
    if (!package.marks.empty()) return true;
    line.what = fmt::format("{} {}", word(package.level), package.code);
    line.record = package.id.number;
    line.words = "nothing is recorded of what its label says";
    found.push_back(line);
    return true;
  });
}

std::vector<Unmatched> unmatched_in(Register& store, const Reference& reference) {
  tracing::Names& names = store.names();
  std::vector<Unmatched> found;
  add_marks_without_record(store.state(), reference.today, found);
  add_records_without_mark(store.state(), names, found);
  return found;
}

std::vector<MarkFound> marks_like(Register& store, const std::string& read, std::size_t most) {
  State& state = store.state();
  tracing::Names& names = store.names();
  const std::string key = marking::lot_mark_key(read);
  // What is searched for may be a part: the rest of a head, as its calibre, counts as not read.
  const marking::SeenHeadstamp seen(marking::HeadstampMarks{read + " *", {}, {}, {}});
  // Below this a mark is another mark: two characters misread in a short one.
  constexpr double alike = 1e-4;
  std::vector<MarkFound> found;
  const auto add = [&](MarkFound mark) {
    if (mark.likeness >= alike) found.push_back(std::move(mark));
  };
  state.book.lots.scan({}, [&](const custody::LotRow& lot) {
    const std::string what = "lot " + names.lot(lot).text();
    add({"lot", lot.number, what, marking::lot_key_likelihood(key, lot.number_key), lot.id.number});
    if (!lot.headstamp.empty()) add({"headstamp", lot.headstamp, what, seen.likelihood(lot.headstamp), lot.id.number});
    return true;
  });
  state.book.packages.scan({}, [&](const custody::PackageRow& package) {
    add({"package", package.code, names.party(package.possessor).text(),
         marking::lot_key_likelihood(key, marking::lot_mark_key(package.code)), package.id.number});
    return true;
  });
  state.exhibits.exhibits.scan({}, [&](const seizure::ExhibitRow& exhibit) {
    const std::string what = fmt::format("exhibit {} of case {}", exhibit.id.number, exhibit.case_number);
    if (!exhibit.headstamp.empty())
      add({"exhibit", exhibit.headstamp, what, seen.likelihood(exhibit.headstamp), exhibit.id.number});
    if (!exhibit.lot_mark.empty())
      add({"exhibit", exhibit.lot_mark, what, marking::lot_mark_likelihood(read, exhibit.lot_mark), exhibit.id.number});
    return true;
  });
  state.retailer_marks.scan({}, [&](const custody::RetailerMarkRow& mark) {
    add({"retailer_mark", mark.code, names.party(mark.retailer).text(),
         marking::lot_key_likelihood(key, marking::lot_mark_key(mark.code)), mark.number});
    return true;
  });
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
  if (found.size() > most) found.resize(most);
  return found;
}

std::vector<CaseProfile> profiles_of(Register& store, const std::string& country, std::optional<Day> from,
                                     std::optional<Day> to) {
  using Alike = std::tuple<std::string, std::string, std::string, std::string, std::string, int>;
  std::map<Alike, CaseProfile> groups;
  store.state().exhibits.exhibits.scan({}, [&](const seizure::ExhibitRow& exhibit) {
    const bool outside = (!country.empty() && exhibit.country != country) || (from && exhibit.found_last < *from) ||
                         (to && *to < exhibit.found_first);
    if (exhibit.kind != seizure::ExhibitKind::fired_case || outside) return true;
    const int year = exhibit.found_first.year();
    CaseProfile& group =
        groups[{exhibit.calibre, exhibit.headstamp, exhibit.year, exhibit.incident, exhibit.country, year}];
    group = {exhibit.calibre,    exhibit.headstamp,          exhibit.year, exhibit.incident, exhibit.country, year,
             group.exhibits + 1, group.cases + exhibit.count};
    return true;
  });
  std::vector<CaseProfile> profiles;
  for (auto& group : groups) profiles.push_back(std::move(group.second));
  std::stable_sort(profiles.begin(), profiles.end(), [](const auto& a, const auto& b) { return a.cases > b.cases; });
  return profiles;
}

}  // namespace

Result<std::vector<Unmatched>> reconcile(Register& store, const Reference& reference) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  TRY(require_sight_of_all(reference.visitor));
  return read_one_state(store, [&] { return unmatched_in(store, reference); });
}

Result<std::vector<MarkFound>> search_marks(Register& store, const Reference& reference, const std::string& read,
                                            std::size_t most) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  TRY(require_sight_of_all(reference.visitor));
  return read_one_state(store, [&] { return marks_like(store, read, most); });
}

Result<std::vector<CaseProfile>> profile_fired_cases(Register& store, const Reference& reference,
                                                     const std::string& country, std::optional<Day> from,
                                                     std::optional<Day> to) {
  if (!reference.visitor.may(access::Right::read_reports))
    TRY(access::require(reference.visitor, access::Right::read_fired_cases));
  return read_one_state(store, [&] { return profiles_of(store, country, from, to); });
}

}  // namespace lotline::service
