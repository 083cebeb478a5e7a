#include "storage/register_store.h"

#include "custody/book.h"
#include "service/open_register.h"
#include "storage/layout.h"
#include "tracing/names.h"

namespace lotline::storage {

namespace {

using service::LoggedRecord;
using service::Record;

/// Records kept in memory before they are written, so that one refused row of an import can be undone.
constexpr std::size_t kMostUnwritten = 20'000;

/// Rows of a table that are remembered from one reading to the next while nothing is written: some megabytes.
constexpr std::size_t kMostKept = 30'000;

/// The lots whose rounds a record moves or reserves.
struct TouchedLots {
  std::unordered_set<LotId>& lots;

  void operator()(const custody::MovementPosted& movement) const {
    for (const auto& posting : movement.postings) lots.insert(posting.lot);
  }
  void operator()(const custody::HoldMade& hold) const { lots.insert(hold.lot); }
  void operator()(const stockpile::StocktakeRecorded& stocktake) const {
    for (const auto& count : stocktake.counts) lots.insert(count.lot);
  }
  void operator()(const auto&) const {}
};

template <class Tuple>
struct SqlTables;
template <class... Rows>
struct SqlTables<std::tuple<Rows...>> {
  std::tuple<SqlTable<Rows>...> derived;
  SqlTable<parties::PersonalRow> personal;

  explicit SqlTables(Connection& connection)
      : derived((static_cast<void>(sizeof(Rows)), connection)...), personal(connection) {}

  template <class Row>
  SqlTable<Row>& get() {
    if constexpr (std::is_same_v<Row, parties::PersonalRow>)
      return personal;
    else
      return std::get<SqlTable<Row>>(derived);
  }
  std::vector<SqlRows*> all() { return {&std::get<SqlTable<Rows>>(derived).rows()..., &personal.rows()}; }
};

}  // namespace

struct RegisterStore::Tables {
  SqlTables<service::DerivedRows> kept;
  service::State state;
  std::vector<SqlRows*> all;
  tracing::Names names;

  explicit Tables(Connection& connection)
      : kept(connection),
        state(service::state_over([this]<class Row>() -> Table<Row>& { return kept.get<Row>(); })),
        all(kept.all()),
        names(state.book, state.parties, state.licences) {}
};

RegisterStore::RegisterStore(std::unique_ptr<Connection> connection, proof::SaltSource& salts)
    : connection_(std::move(connection)),
      salts_(salts),
      tables_(std::make_unique<Tables>(*connection_)),
      log_writer_(*connection_) {}

RegisterStore::~RegisterStore() {
  if (connection_ && connection_->in_transaction()) connection_->rollback();
}

Result<std::unique_ptr<RegisterStore>> RegisterStore::create(std::unique_ptr<Connection> connection,
                                                             proof::SaltSource& salts, const Record& opening) {
  const auto& opened = std::get<service::RegisterOpened>(opening.what);
  TRY(service::check_salts(salts, opened.simulated));
  std::unique_ptr<RegisterStore> store(new RegisterStore(std::move(connection), salts));
  store->log_id_ = opened.log_id;
  store->simulated_ = opened.simulated;
  store->connection_->begin_immediate();
  create_log_tables(*store->connection_);
  for (SqlRows* table : store->tables_->all) table->create();
  write_layout(*store->connection_, layout_of_register());
  store->append(opening);
  store->commit();
  return store;
}

Result<std::unique_ptr<RegisterStore>> RegisterStore::open(std::unique_ptr<Connection> connection,
                                                           proof::SaltSource& salts) {
  std::unique_ptr<RegisterStore> store(new RegisterStore(std::move(connection), salts));
  TRY(check_layout(*store->connection_, layout_of_register()));
  store->load_head();
  const auto profile = store->state().profile.all();
  store->simulated_ = !profile.empty() && profile.front().simulated;
  TRY(service::check_salts(salts, store->simulated_));
  return store;
}

service::State& RegisterStore::state() { return tables_->state; }

tracing::Names& RegisterStore::names() { return tables_->names; }

service::Head RegisterStore::head() {
  return {log_id_, static_cast<RecordNumber>(frontier_.size()), frontier_.root(), simulated_};
}

bool RegisterStore::read_only() const { return connection_->read_only(); }

void RegisterStore::load_head() {
  LogHead head = read_log_head(*connection_);
  log_id_ = std::move(head.log_id);
  frontier_ = head.frontier;
}

Result<void> RegisterStore::begin() {
  try {
    connection_->begin_immediate();
  } catch (const StorageFault& fault) {
    return std::unexpected(fault.refusal());  // locked by another, or opened to read only
  }
  forget();
  load_head();
  for (SqlRows* table : tables_->all) table->begin(head().records);
  frontier_at_begin_ = frontier_;
  return {};
}

RecordNumber RegisterStore::next_number() { return static_cast<RecordNumber>(frontier_.size()) + 1; }

RecordNumber RegisterStore::append(const Record& record) {
  LoggedRecord logged{next_number(), salts_.next(), service::encode(record)};
  frontier_.append(proof::leaf_hash(logged.salt, logged.body));
  service::apply(record, logged.number, tables_->state);
  tables_->names.forget();
  std::visit(TouchedLots{touched_}, record.what);
  unwritten_.push_back(std::move(logged));
  return unwritten_.back().number;
}

void RegisterStore::write_log() {
  log_writer_.write(unwritten_);
  unwritten_.clear();
}

void RegisterStore::commit() {
  write_log();
  for (SqlRows* table : tables_->all) table->write();
  for (const LotId lot : touched_) custody::check_conservation(tables_->state.book, lot);
  write_log_head(*connection_, {log_id_, frontier_});
  connection_->commit();
  forget();
}

void RegisterStore::rollback() {
  forget();
  connection_->rollback();
  // As it was when the work began: a disk that failed is not asked.
  frontier_ = frontier_at_begin_;
}

void RegisterStore::mark() {
  if (unwritten_.size() >= kMostUnwritten) write_log();
  for (SqlRows* table : tables_->all) table->mark();
  frontier_at_mark_ = frontier_;
}

void RegisterStore::undo_to_mark() {
  for (SqlRows* table : tables_->all) table->undo_to_mark();
  tables_->names.forget();
  unwritten_.resize(unwritten_.size() - static_cast<std::size_t>(frontier_.size() - frontier_at_mark_.size()));
  frontier_ = frontier_at_mark_;
}

void RegisterStore::begin_read() {
  connection_->begin_read();
  const std::int64_t state = connection_->data_version();
  if (remembered_ == state) {
    for (SqlRows* table : tables_->all) table->forget_beyond(kMostKept);
    tables_->names.forget_beyond(kMostKept);
    return;
  }
  forget();
  load_head();
  remembered_ = state;
}

void RegisterStore::end_read() {
  if (!connection_->in_transaction()) return;
  // What was read is of one state only when the end says so.
  const auto state = std::exchange(remembered_, std::nullopt);
  connection_->commit();
  remembered_ = state;
}

void RegisterStore::abandon_read() noexcept {
  if (connection_->in_transaction()) remembered_.reset();
  connection_->rollback();
}

void RegisterStore::forget() {
  remembered_.reset();
  for (SqlRows* table : tables_->all) table->forget();
  tables_->names.forget();
  unwritten_.clear();
  touched_.clear();
}

std::optional<LoggedRecord> RegisterStore::read(RecordNumber number) {
  if (!unwritten_.empty() && number >= unwritten_.front().number && number <= unwritten_.back().number)
    return unwritten_[static_cast<std::size_t>(number - unwritten_.front().number)];
  if (!select_log_) select_log_ = connection_->prepare("SELECT salt, body FROM log WHERE number = ?1");
  select_log_->bind(1, number);
  std::optional<LoggedRecord> found;
  if (select_log_->step()) {
    found = LoggedRecord{number, {}, std::string{select_log_->column_text(1)}};
    const auto salt = select_log_->column_blob(0);
    if (salt.size() == found->salt.size()) std::copy(salt.begin(), salt.end(), found->salt.begin());
  }
  select_log_->reset();
  return found;
}

void RegisterStore::read_log(RecordNumber from, const std::function<bool(const LoggedRecord&)>& take) {
  read_log_rows(*connection_, from, take);
}

std::string RegisterStore::damage() { return connection_->damage(); }

}  // namespace lotline::storage
