#include "exchange/judged_marks.h"

#include <algorithm>

#include "base/refusals.h"
#include "exchange/csv_form.h"
#include "service/catalogue_words.h"
#include "service/lot_marks.h"

namespace lotline::exchange {

namespace {

marking::MarkedItem item_of(const service::Values& values, const std::string& state) {
  marking::MarkedItem item;
  item.cartridge_marks = service::mark_list(values.text("cartridge_marks"));
  item.package_marks =
      service::mark_list(values.has("package_marks") ? values.text("package_marks") : values.text("marks"));
  item.official = values.text("channel") == "official";
  item.purchaser_known = values.has("purchaser");
  item.destination_known = values.has("destination");
  item.imported = values.text("act") == "import";
  item.state = state;
  if (const auto rounds = values.rounds("rounds")) item.lot_size = rounds->count();
  return item;
}

Result<std::vector<JudgedMarks>> judge_rows(const catalogue::Catalogue& catalogue, const std::string& path,
                                            const std::vector<std::string>& regimes, const std::string& state) {
  CsvReader reader = TRY(CsvReader::open(path));
  const auto form = TRY(form_of(reader));
  const bool packages = form.act->form.name == "packages";
  if (!packages && form.act->form.name != "lots")
    return refuse(bad_columns, "{}: marks are checked on lots or packages, this is {}", path, form.act->form.name);
  std::vector<JudgedMarks> judged;
  for (;;) {
    const auto row = TRY(reader.next());
    if (!row) return judged;
    std::vector<std::pair<std::string_view, std::string_view>> filled;
    for (const std::size_t column : form.by_name)
      if (column < row->fields.size()) filled.emplace_back(form.columns[column], row->fields[column]);
    const auto values = TRY(service::Values::of(form.act->form, filled));
    JudgedMarks& line = judged.emplace_back();
    line.what =
        packages ? "package " + values.text("code") : "lot " + values.text("lot") + " of " + values.text("maker");
    for (auto& judgement : marking::judge_all(catalogue.regimes(), regimes, item_of(values, state)))
      if (!packages || judgement.item == catalogue::RegimeItem::package)
        line.judgements.push_back(std::move(judgement));
  }
}

}  // namespace

Result<std::vector<JudgedMarks>> judge_marks_file(const service::Reference& reference, const std::string& path,
                                                  const std::vector<std::string>& regimes, const std::string& state) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  std::vector<std::string> ids;
  for (const auto& regime : regimes) ids.push_back(TRY(service::regime_id(reference.catalogue, regime)));
  const auto country = TRY(of_field("state", service::country_code_or_none(reference.catalogue, state)));
  return judge_rows(reference.catalogue, path, ids, country);
}

bool all_satisfied(const std::vector<JudgedMarks>& judged) {
  return std::ranges::all_of(judged, [](const JudgedMarks& line) {
    return std::ranges::all_of(line.judgements, &marking::Judgement::satisfied);
  });
}

}  // namespace lotline::exchange
