#include "search/subclass_warning.h"

#include <algorithm>

#include <fmt/format.h>

namespace lotline::search {

namespace {

using comparison::CellMatch;

bool known_gun(const RankedComparison& one) { return one.item->kind == ItemKind::test_fire; }

/// Test fires of the first's kind that stand above every source of another kind.
std::optional<SubclassWarning> alike_scores(const std::vector<RankedComparison>& ranked, const std::string& kind,
                                            const SubclassOptions& options) {
  std::size_t of_kind = 0;
  std::size_t of_others = 0;
  SubclassWarning warning{SubclassSign::alike_scores, kind, {ranked.front().source}, 1};
  std::size_t above = 0;
  for (std::size_t at = 1; at < ranked.size(); ++at) {
    const bool same = kind_of_gun(ranked[at].item->fields) == kind;
    if (same && !known_gun(ranked[at])) continue;
    ++(same ? of_kind : of_others);
    if (!same || of_others > 0) continue;
    ++above;
    warning.sources.push_back(ranked[at].source);
  }
  const std::size_t guns = above + (known_gun(ranked.front()) ? 1 : 0);
  if (of_others < options.others_least || guns < 2 || above == 0) return std::nullopt;
  for (std::size_t i = 0; i < above; ++i)
    warning.figure *= static_cast<double>(of_kind - i) / static_cast<double>(of_kind + of_others - i);
  if (warning.figure > options.chance_most) return std::nullopt;
  return warning;
}

bool has_cell(const std::vector<CellMatch>& cells, const CellMatch& wanted, double within_um) {
  return std::any_of(cells.begin(), cells.end(), [&](const CellMatch& cell) {
    const double x = cell.x_um - wanted.x_um;
    const double y = cell.y_um - wanted.y_um;
    return cell.congruent && x * x + y * y <= within_um * within_um;
  });
}

/// Test fires of the first's kind whose congruent cells are the first's, most of them.
std::optional<SubclassWarning> shared_relief(const std::vector<RankedComparison>& ranked, const std::string& kind,
                                             const SubclassOptions& options) {
  std::vector<CellMatch> cells = ranked.front().comparison->cells;
  std::erase_if(cells, [](const CellMatch& cell) { return !cell.congruent; });
  if (cells.size() < options.cells_least) return std::nullopt;
  SubclassWarning warning{SubclassSign::shared_relief, kind, {ranked.front().source}, 0};
  std::size_t guns = known_gun(ranked.front()) ? 1 : 0;
  std::vector<bool> shared(cells.size(), false);
  for (std::size_t at = 1; at < ranked.size(); ++at) {
    if (!known_gun(ranked[at]) || kind_of_gun(ranked[at].item->fields) != kind) continue;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (has_cell(ranked[at].comparison->cells, cells[i], options.same_cell_um)) found.push_back(i);
    if (static_cast<double>(found.size()) < options.shared_least * static_cast<double>(cells.size())) continue;
    ++guns;
    warning.sources.push_back(ranked[at].source);
    for (const std::size_t i : found) shared[i] = true;
  }
  if (guns < 2 || warning.sources.size() < 2) return std::nullopt;
  warning.figure =
      static_cast<double>(std::count(shared.begin(), shared.end(), true)) / static_cast<double>(cells.size());
  return warning;
}

}  // namespace

std::string kind_of_gun(const ClassFields& fields) {
  if (!fields.make.empty()) return fields.make;
  std::string kind;
  for (const std::string* text : {&fields.calibre, &fields.breech_face_class, &fields.firing_pin_shape}) {
    if (text->empty()) continue;
    if (!kind.empty()) kind += ", ";
    kind += *text;
  }
  return kind;
}

std::vector<SubclassWarning> subclass_warnings(const std::vector<RankedComparison>& ranked,
                                               const SubclassOptions& options) {
  std::vector<SubclassWarning> warnings;
  if (ranked.empty()) return warnings;
  const std::string kind = kind_of_gun(ranked.front().item->fields);
  if (kind.empty()) return warnings;
  if (auto alike = alike_scores(ranked, kind, options)) warnings.push_back(*std::move(alike));
  if (auto shared = shared_relief(ranked, kind, options)) warnings.push_back(*std::move(shared));
  return warnings;
}

}  // namespace lotline::search
