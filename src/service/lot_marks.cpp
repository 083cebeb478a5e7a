#include "service/lot_marks.h"

#include "base/text.h"

namespace lotline::service {

std::vector<std::string> mark_list(std::string_view words) {
  std::vector<std::string> list;
  for (const auto text : split(words, ';')) list.emplace_back(text);
  return list;
}

marking::Traceability traceability_of(const custody::LotRow& lot, const tracing::Recipients& recipients) {
  return marking::traceability({mark_list(lot.cartridge_marks), mark_list(lot.package_marks),
                                lot.kind == custody::LotKind::loose, static_cast<int>(recipients.organisations.size()),
                                recipients.unrecorded_sales > 0});
}

}  // namespace lotline::service
