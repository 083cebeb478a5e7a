#include "service/verify.h"

#include <limits>

#include "custody/memory_tables.h"
#include "firearms/memory_tables.h"
#include "licensing/memory_tables.h"
#include "parties/memory_tables.h"
#include "proof/merkle_tree.h"
#include "seizure/memory_tables.h"
#include "service/late_records.h"
#include "service/record_codec.h"
#include "service/refusals.h"
#include "stockpile/memory_tables.h"

namespace lotline::service {

namespace {

/// Thrown out of a replay by the first difference; caught in verify().
struct Difference {
  std::string text;
};

std::string text_of(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell) ? std::to_string(whole(cell))
                                                    : "\"" + std::get<std::string>(cell) + "\"";
}

std::string text_of(const Key& key) {
  std::string text;
  for (PackedReader reader(key); !reader.done();) {
    if (!text.empty()) text += ", ";
    if (reader.at_text())
      text.append("\"").append(reader.text()).append("\"");
    else
      text += std::to_string(reader.number());
  }
  return "(" + text + ")";
}

/// Compares one row of the log's making with the one kept.
template <class Row>
void compare(const Row& expected, const std::optional<Row>& kept) {
  const auto wanted = cells_of(expected);
  if (!kept) throw Difference{fmt::format("table {} lacks row {}", Row::table, text_of(key_of(expected)))};
  const auto found = cells_of(*kept);
  std::size_t column = 0;
  auto visit = [&](std::string_view name, const auto&) {
    if (wanted[column] != found[column])
      throw Difference{fmt::format("table {}, row {}: {} is {}, the log says {}", Row::table, text_of(key_of(expected)),
                                   name, text_of(found[column]), text_of(wanted[column]))};
    ++column;
  };
  Row::fields(expected, visit);
}

/// A table whose rows are written once: each is compared as it is replayed and not kept, so that memory stays small.
template <class Row>
class ComparedTable final : public Table<Row> {
 public:
  explicit ComparedTable(const Table<Row>& kept) : kept_(kept) {}
  std::optional<Row> find(const Key& key) const override { return kept_.find(key); }
  void scan(const Key& prefix, const std::function<bool(const Row&)>& take) const override { kept_.scan(prefix, take); }
  void scan_by(std::string_view index, const Cell& value, const std::function<bool(const Row&)>& take) const override {
    kept_.scan_by(index, value, take);
  }
  void put(const Row& row) override {
    compare(row, kept_.find(key_of(row)));
    ++rows_;
  }
  void erase(const Key&) override { CHECK(false); }
  void finish() const {
    std::int64_t kept = 0;
    kept_.scan({}, [&](const Row&) { return ++kept, true; });
    if (kept != rows_)
      throw Difference{fmt::format("table {} keeps {} rows, the log makes {}", Row::table, kept, rows_)};
  }
  [[nodiscard]] std::int64_t rows() const { return rows_; }

 private:
  const Table<Row>& kept_;
  std::int64_t rows_ = 0;
};

/// A table replayed in memory and compared at the end.
template <class Row>
class ReplayedTable final : public Table<Row> {
 public:
  explicit ReplayedTable(const Table<Row>& kept) : kept_(kept) {}
  std::optional<Row> find(const Key& key) const override { return replayed_.find(key); }
  void scan(const Key& prefix, const std::function<bool(const Row&)>& take) const override {
    replayed_.scan(prefix, take);
  }
  void scan_by(std::string_view index, const Cell& value, const std::function<bool(const Row&)>& take) const override {
    replayed_.scan_by(index, value, take);
  }
  void put(const Row& row) override { replayed_.put(row); }
  void erase(const Key& key) override { replayed_.erase(key); }
  void finish() const {
    replayed_.scan({}, [&](const Row& row) { return compare(row, kept_.find(key_of(row))), true; });
    kept_.scan({}, [&](const Row& row) {
      if (!replayed_.find(key_of(row)))
        throw Difference{
            fmt::format("table {} keeps row {}, the log does not make it", Row::table, text_of(key_of(row)))};
      return true;
    });
  }
  [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(replayed_.size()); }

 private:
  const Table<Row>& kept_;
  MemoryTable<Row> replayed_;
};

template <class Row>
using FreshTable = std::conditional_t<written_once<Row>(), ComparedTable<Row>, ReplayedTable<Row>>;

template <class Tuple>
struct FreshTables;
template <class... Rows>
struct FreshTables<std::tuple<Rows...>> {
  std::tuple<std::unique_ptr<FreshTable<Rows>>...> tables;
  MemoryTable<parties::PersonalRow> personal;

  template <class Row>
  Table<Row>& get(State& kept) {
    if constexpr (std::is_same_v<Row, parties::PersonalRow>) {
      return personal;
    } else {
      auto& table = std::get<std::unique_ptr<FreshTable<Row>>>(tables);
      // Once: several parts of the state read and write the same table.
      if (!table) table = std::make_unique<FreshTable<Row>>(kept.table<Row>());
      return *table;
    }
  }
  void finish() const { (std::get<std::unique_ptr<FreshTable<Rows>>>(tables)->finish(), ...); }
};

/// Notes which hashes the log gives of a person's values, as rows that hold the hash in place of the value, so that an
/// erasure takes them away as it takes the values.
void note_personal(const parties::PartyRegistered& party, RecordNumber number, State& replayed) {
  for (const auto& said : party.personal) replayed.personal.put({PartyId{number}, said.field, "", said.hash});
}

/// A person's values that are kept hash to what the log says of them; what was not erased is there.
void compare_personal(const State& replayed, const State& kept) {
  kept.personal.scan({}, [&](const parties::PersonalRow& row) {
    const auto said = replayed.personal.find(key_of(row));
    if (!said || said->value != proof::to_hex(proof::sha256(row.salt + row.value)))
      throw Difference{
          fmt::format("table personal: {} of party {} is not what was recorded", row.field, row.party.number)};
    return true;
  });
  replayed.personal.scan({}, [&](const parties::PersonalRow& row) {
    if (!kept.personal.find(key_of(row)))
      throw Difference{fmt::format("table personal lacks {} of party {}", row.field, row.party.number)};
    return true;
  });
}

}  // namespace

Result<Verification> verify(Register& store, const Progress& progress) {
  const std::string damage = store.damage();
  if (!damage.empty()) return refuse(verification_failed, "its file is damaged: {}", damage);
  Verification found;
  State& kept = store.state();
  FreshTables<DerivedRows> fresh;
  State replayed = state_over([&]<class Row>() -> Table<Row>& { return fresh.get<Row>(kept); });
  proof::Frontier frontier;
  RecordReader reader;
  const Head head = store.head();
  try {
    store.read_log(std::numeric_limits<RecordNumber>::min(), [&](const LoggedRecord& logged) {
      if (logged.number != found.records + 1)
        throw Difference{fmt::format("record {} is missing from the log, where {} stands in its place",
                                     found.records + 1, logged.number)};
      const auto record = reader.decode(logged.body);
      if (!record) throw Difference{fmt::format("record {} cannot be read: {}", logged.number, record.error().text)};
      if (encode(*record) != logged.body)
        throw Difference{fmt::format("record {} is not in canonical form", logged.number)};
      frontier.append(proof::leaf_hash(logged.salt, logged.body));
      apply(*record, logged.number, replayed);
      if (const auto* party = std::get_if<parties::PartyRegistered>(&record->what))
        note_personal(*party, logged.number, replayed);
      ++found.records;
      if (progress && found.records % 10'000 == 0) progress(found.records, head.records);
      return true;
    });
    if (found.records != head.records)
      throw Difference{fmt::format("the log holds {} records, its head says {}", found.records, head.records)};
    if (frontier.root() != head.root)
      throw Difference{"the root over the log is not the one kept: some record or salt was altered"};
    if (!replayed.profile.find(make_key(head.log_id)))
      throw Difference{fmt::format("the head is of log {}, which the records do not open", head.log_id)};
    fresh.finish();
    compare_personal(replayed, kept);
    replayed.book.lots.scan({}, [&](const custody::LotRow& lot) {
      custody::check_conservation(replayed.book, lot.id);
      ++found.lots;
      return true;
    });
  } catch (const Difference& difference) {
    return refuse(verification_failed, "{}", difference.text);
  } catch (const BrokenInvariant& broken) {
    return refuse(verification_failed, "record {}: {}", found.records + 1, broken.what());
  }
  found.head = head;
  kept.book.lots.scan({}, [&](const custody::LotRow& lot) {
    const auto entries = kept.book.entries.all(make_key(lot.id));
    found.entries += static_cast<std::int64_t>(entries.size());
    std::vector<const custody::EntryRow*> all;
    for (const auto& entry : entries) all.push_back(&entry);
    list_late(lot.id, all, found.late);
    return true;
  });
  return found;
}

}  // namespace lotline::service
