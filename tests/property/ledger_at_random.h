#pragma once
// A simulated book on which acts chosen by numbers are attempted, and the sums that must hold in it, worked out anew
// from the entries, packages, shipments and holds.

#include <array>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "custody/book_fixture.h"
#include "stockpile/memory_tables.h"
#include "stockpile/stocktake.h"

namespace lotline {

/// Numbers from 0 to 255 that choose what is attempted.
using Step = std::array<int, 6>;

class LedgerAtRandom {
 public:
  LedgerAtRandom();

  /// Decides one act and applies it; false when it was refused or there was nothing to try it on.
  bool attempt(const Step& step);
  /// The first sum that is not right, in words; empty when all are.
  [[nodiscard]] std::string first_fault() const;
  [[nodiscard]] std::vector<Cells> tables() const { return rows_of(ledger_, stock_); }
  /// The tables that the records taken make in an empty book.
  [[nodiscard]] std::vector<Cells> replayed_tables() const;
  /// Words of the acts that no entry has.
  [[nodiscard]] std::string acts_never_taken() const;

 private:
  struct Stock {
    MemoryTable<stockpile::StocktakeRow> counts;
    MemoryTable<stockpile::InvestigationRow> investigations;
    MemoryTable<stockpile::VarianceRow> variances;
    stockpile::Stocktakes stocktakes{counts, investigations, variances};
  };
  using Taken = std::variant<custody::LotRegistered, custody::MovementPosted, custody::PackagePacked,
                             custody::PackageOpened, custody::HoldMade, custody::HoldLifted,
                             stockpile::StocktakeRecorded, stockpile::InvestigationDecided>;

  static std::vector<Cells> rows_of(const custody::MemoryBook& book, const Stock& stock);
  static void apply_to(custody::Book& book, Stock& stock, const Taken& taken, RecordNumber number);
  bool take(Taken taken);
  template <class T>
  bool take_if(Result<T> decided) {
    return decided && take(*std::move(decided));
  }

  bool produce(const Step& step);
  bool move_lot(const Step& step);
  bool move_package(const Step& step);
  bool end_shipment(const Step& step);
  bool pack(const Step& step);
  bool open(const Step& step);
  bool hold(const Step& step);
  bool lift(const Step& step);
  bool correct(const Step& step);
  bool change_lot(const Step& step);
  bool count(const Step& step);
  bool decide(const Step& step);

  [[nodiscard]] PartyId party(int choice) const;
  [[nodiscard]] LotId lot(int choice) const { return lots_[static_cast<std::size_t>(choice) % lots_.size()]; }
  void complete(custody::MovementOrder& order, const custody::Side& from, const Step& step) const;

  [[nodiscard]] std::string fault_of_entries() const;
  [[nodiscard]] std::string fault_of_packages() const;
  [[nodiscard]] std::string fault_of_holds() const;
  [[nodiscard]] std::string fault_of_shipments() const;

  custody::SimulatedBook ledger_;
  Stock stock_;
  std::vector<LotId> lots_;
  std::vector<std::pair<RecordNumber, Taken>> log_;
};

}  // namespace lotline
