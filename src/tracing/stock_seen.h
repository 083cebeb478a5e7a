#pragma once
// The stock by year as a question sees it: the register's own tables, or, asked as of a day, counted again from the
// entries, which takes the longer the more entries there are.

#include "base/memory_table.h"
#include "custody/book.h"
#include "tracing/seizure_question.h"

namespace lotline::tracing {

/// Whether the question may see the entry: recorded by `as_known_on`, and possibly happened by `as_of`.
bool is_seen(const custody::EntryRow& entry, const SeizureQuestion& question);

class StockSeen {
 public:
  StockSeen(const custody::Book& book, const SeizureQuestion& question);
  [[nodiscard]] const custody::StockByYear& tables() const { return counted_ ? own_ : kept_; }

 private:
  const custody::StockByYear& kept_;
  bool counted_;
  MemoryTable<custody::RoundKindRow> kinds_;
  MemoryTable<custody::HolderProductsRow> holders_;
  MemoryTable<custody::StockYearsRow> years_;
  custody::StockByYear own_{kinds_, holders_, years_};
};

}  // namespace lotline::tracing
