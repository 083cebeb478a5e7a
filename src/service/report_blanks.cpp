#include "service/report_exhibits.h"

namespace lotline::service {

namespace {

const Form kForm{"blanks",
                 "blanks and converted blanks among what was recovered, with the converted share",
                 {kFromField, kToField, kCountryField}};

/// What the lots of these exhibits are made of.
std::map<LotId, std::string> items_of(State& state, const std::vector<seizure::ExhibitRow>& exhibits) {
  std::map<LotId, std::string> items;
  for (const auto& exhibit : exhibits) {
    if (!exhibit.lot || items.contains(exhibit.lot)) continue;
    const auto lot = state.book.lots.find(make_key(exhibit.lot));
    const auto product = lot ? state.book.products.find(make_key(lot->product)) : std::nullopt;
    if (product) items.emplace(exhibit.lot, word(product->item));
  }
  return items;
}

void add(seizure::ConversionTally& sum, const seizure::ConversionTally& part) {
  const auto plus = [](seizure::Tally& a, const seizure::Tally& b) {
    a.exhibits += b.exhibits;
    a.items += b.items;
  };
  plus(sum.all, part.all);
  plus(sum.converted, part.converted);
  plus(sum.blank, part.blank);
  plus(sum.other, part.other);
  plus(sum.not_judged, part.not_judged);
}

std::vector<ReportValue> row_of(std::string_view kind, const seizure::ConversionTally& t) {
  return {std::string{kind},
          t.all.items,
          t.converted.items,
          t.blank.items,
          t.other.items,
          t.not_judged.items,
          share_of(t.converted.items, t.all.items),
          share_of(t.converted.items, t.all.items - t.not_judged.items)};
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const auto exhibits = exhibits_of(state, scope);
  const auto tallies = seizure::tally_conversion(exhibits, items_of(state, exhibits));
  ReportTable table{"kinds",
                    "Items, by kind of exhibit",
                    {{"kind", "kind"},
                     {"items", "all", ColumnKind::count},
                     {"converted", "converted", ColumnKind::count},
                     {"blank", "blanks", ColumnKind::count},
                     {"other_origin", "other origin", ColumnKind::count},
                     {"not_judged", "not judged", ColumnKind::count},
                     {"converted_share", "converted of all", ColumnKind::share},
                     {"converted_share_of_judged", "of judged", ColumnKind::share}}};
  seizure::ConversionTally sum;
  for (const auto& [kind, tally] : tallies) {
    if (kind == seizure::ExhibitKind::component || kind == seizure::ExhibitKind::bullet) continue;
    table.rows.push_back(row_of(word(kind), tally));
    add(sum, tally);
  }
  table.rows.push_back(row_of("all", sum));
  report.words =
      sum.all.items == 0
          ? "no rounds or cases on record"
          : fmt::format("{} of {} rounds and cases recovered are converted blanks ({:.1f} %)", sum.converted.items,
                        sum.all.items,
                        100.0 * static_cast<double>(sum.converted.items) / static_cast<double>(sum.all.items));
  report.tables.push_back(std::move(table));
  if (sum.not_judged.items > 0)
    report.limits.push_back(
        fmt::format("the origin of {} was not judged: the share of all is the least it can be, and that of the judged "
                    "holds for all "
                    "only where those judged were not chosen for it",
                    sum.not_judged.items));
  report.limits.emplace_back("bullets and components are left out: they do not show what the round was");
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_blanks() { return {kForm, 1, fill}; }

}  // namespace lotline::service
