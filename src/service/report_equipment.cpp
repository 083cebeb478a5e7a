#include "service/report_scope.h"

namespace lotline::service {

namespace {

const Form kForm{
    "equipment", "equipment and components seized, by class, count and mass", {kFromField, kToField, kCountryField}};

struct Sum {
  std::int64_t lines = 0;
  std::set<std::string> cases;
  std::int64_t pieces = 0;
  std::int64_t mass_g = 0;
  std::int64_t estimated_pieces = 0;
  std::int64_t estimated_mass_g = 0;
};

/// What a component on an exhibit is: as stated, or as its lot's product says.
std::string class_of(State& state, const seizure::ExhibitRow& exhibit) {
  if (!exhibit.item.empty()) return exhibit.item;
  const auto lot = state.book.lots.find(make_key(exhibit.lot));
  const auto product = lot ? state.book.products.find(make_key(lot->product)) : std::nullopt;
  return product ? std::string{word(product->item)} : std::string{};
}

/// Components are counted in grams where they are propellant, else in pieces: no sum mixes the two.
void add_exhibits(State& state, ReportScope& scope, std::map<std::string, Sum>& sums, Report& report) {
  std::int64_t unclear = 0;
  std::int64_t lines = 0;
  state.exhibits.exhibits.scan({}, [&](const seizure::ExhibitRow& exhibit) {
    if (exhibit.kind != seizure::ExhibitKind::component || !scope.takes(exhibit.found_on(), exhibit.country))
      return true;
    const std::string found = class_of(state, exhibit);
    if (found.empty()) {
      ++lines;
      unclear += exhibit.count.count();
      return true;
    }
    Sum& sum = sums[found];
    ++sum.lines;
    sum.cases.insert(exhibit.case_number);
    (found == "propellant" ? sum.mass_g : sum.pieces) += exhibit.count.count();
    return true;
  });
  if (lines > 0)
    report.limits.push_back(fmt::format(
        "{} exhibits of components, {} in all, say neither what they are nor of which lot: whether they are "
        "pieces or grams is not known, and they are in no sum",
        lines, unclear));
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  std::map<std::string, Sum> sums;
  state.equipment.scan({}, [&](const seizure::EquipmentRow& row) {
    if (!scope.takes(row.found_on(), row.country)) return true;
    Sum& sum = sums[row.class_];
    ++sum.lines;
    sum.cases.insert(row.case_number);
    sum.pieces += row.pieces;
    sum.mass_g += row.mass_g;
    sum.estimated_pieces += row.estimated_pieces;
    sum.estimated_mass_g += row.estimated_mass_g;
    return true;
  });
  add_exhibits(state, scope, sums, report);

  ReportTable table{"classes",
                    "Seized, by class",
                    {{"class", "class"},
                     {"group", "group"},
                     {"meaning", "what it is"},
                     {"lines", "lines", ColumnKind::count},
                     {"cases", "cases", ColumnKind::count},
                     {"pieces", "pieces", ColumnKind::count},
                     {"mass_g", "grams", ColumnKind::count},
                     {"estimated_pieces", "pieces, est.", ColumnKind::count},
                     {"estimated_mass_g", "grams, est.", ColumnKind::count}}};
  const auto stated = [](std::int64_t number) { return number == 0 ? ReportValue{} : ReportValue{number}; };
  std::set<std::string> cases;
  std::int64_t lines = 0;
  bool estimated = false;
  for (const auto& [name, sum] : sums) {
    const auto* known = reference.catalogue.word("equipment_class", name);
    table.rows.push_back({name, known == nullptr || known->broader.empty() ? "" : known->broader.front(),
                          known == nullptr ? "" : known->name, sum.lines, static_cast<std::int64_t>(sum.cases.size()),
                          stated(sum.pieces), stated(sum.mass_g), stated(sum.estimated_pieces),
                          stated(sum.estimated_mass_g)});
    cases.insert(sum.cases.begin(), sum.cases.end());
    lines += sum.lines;
    estimated = estimated || sum.estimated_pieces > 0 || sum.estimated_mass_g > 0;
  }
  report.words = fmt::format("{} lines of equipment and components in {} cases", lines, cases.size());
  report.tables.push_back(std::move(table));
  if (estimated)
    report.limits.emplace_back(
        "estimates stand in columns of their own and are added to nothing that was counted or weighed");
  report.limits.emplace_back(
      "pieces and grams of one class may be of different lines: a line states a count, a mass or both, and neither is "
      "worked out from the other");
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_equipment() { return {kForm, 1, fill}; }

}  // namespace lotline::service
