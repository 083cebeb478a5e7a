// Reading a register that others write to: an answer is of one state, or is not given.

#include "storage/refusals.h"
#include "tests/register/desk_fixture.h"
#include "tracing/names.h"

namespace lotline {

class Reading : public SmallState {
 protected:
  Reading() {
    made_lot("A17-1");
    reopen(storage::OpenMode::read_only);
  }
  /// Another process comes, records and goes.
  void written_by_another() {
    storage::SqliteOptions options;
    options.schema_version = storage::kSchemaVersion;
    const auto connection = storage::open_sqlite(path_, storage::OpenMode::write, options).value();
    connection->execute("UPDATE accounts SET rounds = rounds + 1");
  }
  template <class Read>
  int fault(const Read& read) {
    try {
      service::read_one_state(*store_, read);
    } catch (const storage::StorageFault& thrown) {
      return thrown.refusal().number;
    }
    return 0;
  }
};

TEST_F(Reading, of_a_closed_register_ends_with_what_was_read) {
  EXPECT_EQ(service::read_one_state(*store_, [&] { return store_->head().records; }), store_->head().records);
  EXPECT_EQ(fault([&] { return store_->head().records; }), 0);
}

TEST_F(Reading, is_no_answer_when_a_writer_came_meanwhile) {
  EXPECT_EQ(fault([&] {
              const auto lots = store_->state().book.lots.all();
              written_by_another();
              return lots.size();
            }),
            storage::changed_register.number);
  EXPECT_EQ(fault([&] { return 1; }), storage::changed_register.number) << "nor is what is read from now on";
  reopen(storage::OpenMode::read_only);
  EXPECT_EQ(fault([&] { return store_->head().records; }), 0);
}

TEST_F(Reading, of_a_mixture_is_told_in_place_of_what_it_stumbled_over) {
  EXPECT_EQ(fault([&]() -> int {
              written_by_another();
              throw BrokenInvariant("rows of two states do not fit");
            }),
            storage::changed_register.number);
  reopen(storage::OpenMode::read_only);
  EXPECT_THROW(service::read_one_state(*store_, []() -> int { throw BrokenInvariant("of one state"); }),
               BrokenInvariant);
}

TEST_F(Reading, remembers_rows_only_until_another_has_written) {
  reopen(storage::OpenMode::write);  // keeps the register open, so that a reader need not watch its file
  storage::SqliteOptions options;
  options.schema_version = storage::kSchemaVersion;
  const auto reader =
      storage::RegisterStore::open(storage::open_sqlite(path_, storage::OpenMode::read_only, options).value(), salts_)
          .value();
  const auto key = key_of(reader->state().book.accounts.all().front());
  const auto rounds = [&] {
    return service::read_one_state(*reader,
                                   [&] { return reader->state().book.accounts.find(key).value().rounds.count(); });
  };
  const auto before = rounds();
  EXPECT_EQ(rounds(), before);
  written_by_another();
  EXPECT_EQ(rounds(), before + 1);
  EXPECT_THROW(service::read_one_state(*reader,
                                       [&]() -> int {
                                         written_by_another();
                                         throw BrokenInvariant("not whole");
                                       }),
               BrokenInvariant);
  EXPECT_EQ(rounds(), before + 2);
}

TEST_F(Reading, remembers_names_only_until_another_has_written) {
  reopen(storage::OpenMode::write);
  storage::SqliteOptions options;
  options.schema_version = storage::kSchemaVersion;
  const auto reader =
      storage::RegisterStore::open(storage::open_sqlite(path_, storage::OpenMode::read_only, options).value(), salts_)
          .value();
  const PartyId maker = store_->names().coded("MAKER");
  ASSERT_TRUE(maker);
  const auto name = [&] { return service::read_one_state(*reader, [&] { return reader->names().party(maker).name; }); };
  const auto before = name();
  EXPECT_FALSE(before.empty());
  EXPECT_EQ(name(), before);
  const auto coded = [&](const std::string& code) {
    return service::read_one_state(*reader, [&] { return reader->names().coded(code); });
  };
  EXPECT_FALSE(coded("NEW"));
  storage::open_sqlite(path_, storage::OpenMode::write, options)
      .value()
      ->execute("UPDATE parties SET name = 'of another state'; UPDATE parties SET code = 'NEW' WHERE code = 'MAKER'");
  EXPECT_EQ(name(), "of another state");
  EXPECT_EQ(coded("NEW"), maker);
  EXPECT_FALSE(coded("MAKER"));
}

}  // namespace lotline
