// Lists, page by page: every page together is the whole list, once and in order.

#include "service/list_holders.h"
#include "service/list_lots.h"
#include "service/list_movements.h"
#include "service/list_packages.h"
#include "service/list_records.h"
#include "tests/register/desk_fixture.h"

namespace lotline {
namespace {

class Lists : public SmallState {
 protected:
  Lists() {
    for (int i = 10; i < 25; ++i) made_lot(fmt::format("A17-{}", i));
    for (int i = 10; i < 15; ++i) made_lot(fmt::format("B17-{}", i));
    for (int i = 10; i < 20; ++i) {
      done("packages", box(fmt::format("BOX-{}", i), fmt::format("A17-{}", i), "10"));
      done("movements", transfer(fmt::format("A17-{}", i), "MAKER", "STORE", i % 2 == 0 ? "DEPOT" : "STATION", "100"));
    }
    police_ = {"keeper", desk_->lookup.party("POLICE").value(), {access::Right::read_own}, {}, false};
  }

  service::Reference police() { return {catalogue_, *readers_, clock_.now().day(), police_}; }

  /// Every page, by so many items.
  template <class List, class Asked>
  auto pages(const List& list, const service::Reference& reference, Asked asked, std::int64_t limit) {
    asked.page.limit = limit;
    auto all = list(*store_, reference, asked).value();
    while (!all.next.empty()) {
      EXPECT_EQ(std::ssize(all.items) % limit, 0) << "a page before the last is full";
      asked.page.cursor = all.next;
      auto more = list(*store_, reference, asked).value();
      all.items.insert(all.items.end(), more.items.begin(), more.items.end());
      all.next = more.next;
    }
    return all.items;
  }
  template <class Asked>
  std::vector<std::string> lots(const service::Reference& reference, const Asked& asked, std::int64_t limit) {
    std::vector<std::string> numbers;
    for (const auto& item : pages(service::list_lots, reference, asked, limit)) numbers.push_back(item.lot.number);
    return numbers;
  }

  access::Visitor police_;
};

TEST_F(Lists, lots_are_told_once_each_whatever_the_size_of_the_page) {
  const auto whole = lots(reference(), service::LotsAsked{}, 500);
  EXPECT_EQ(whole.size(), 20u);
  for (const int limit : {1, 3, 7, 20}) EXPECT_EQ(lots(reference(), service::LotsAsked{}, limit), whole) << limit;
}

TEST_F(Lists, lots_are_found_by_how_their_number_begins_in_any_spelling) {
  const std::vector<std::string> wanted{"B17-10", "B17-11", "B17-12", "B17-13", "B17-14"};
  EXPECT_EQ(lots(reference(), service::LotsAsked{.number = "b17"}, 2), wanted);
  EXPECT_EQ(lots(reference(), service::LotsAsked{.number = "B17-1"}, 50), wanted);
  EXPECT_TRUE(lots(reference(), service::LotsAsked{.number = "C"}, 50).empty());
}

TEST_F(Lists, lots_are_found_by_maker_calibre_and_holder) {
  EXPECT_EQ(lots(reference(), service::LotsAsked{.maker = "MAKER"}, 6).size(), 20u);
  EXPECT_TRUE(lots(reference(), service::LotsAsked{.maker = "DEALER"}, 6).empty());
  EXPECT_EQ(lots(reference(), service::LotsAsked{.calibre = "7.62x51"}, 6).size(), 20u);
  EXPECT_TRUE(lots(reference(), service::LotsAsked{.calibre = "9x19"}, 6).empty());
  EXPECT_EQ(lots(reference(), service::LotsAsked{.holder = "DEPOT"}, 2),
            (std::vector<std::string>{"A17-10", "A17-12", "A17-14", "A17-16", "A17-18"}));
  EXPECT_EQ(lots(reference(), service::LotsAsked{.number = "A17-1", .holder = "DEPOT"}, 2).size(), 5u);
}

TEST_F(Lists, the_lots_of_several_units_are_one_list) {
  const auto whole = lots(police(), service::LotsAsked{}, 500);
  EXPECT_EQ(whole.size(), 10u);
  for (const int limit : {1, 3, 4}) EXPECT_EQ(lots(police(), service::LotsAsked{}, limit), whole) << limit;
  const auto line = service::list_lots(*store_, police(), {}).value().items.front();
  EXPECT_EQ(line.held, Rounds{100}) << "of its own";
  EXPECT_FALSE(line.entered.has_value());
  const auto seen = service::list_lots(*store_, reference(), {}).value().items.front();
  EXPECT_EQ(seen.entered, Rounds{10'000});
  EXPECT_EQ(seen.held, Rounds{10'000});
}

TEST_F(Lists, parties_stand_in_the_order_of_their_codes) {
  const auto codes = [&](service::HoldersAsked asked, std::int64_t limit) {
    std::vector<std::string> found;
    for (const auto& item : pages(service::list_holders, reference(), std::move(asked), limit))
      found.push_back(item.party.code);
    return found;
  };
  const auto whole = codes({}, 500);
  EXPECT_EQ(whole.size(), 10u);
  EXPECT_TRUE(std::ranges::is_sorted(whole));
  EXPECT_EQ(codes({}, 3), whole);
  EXPECT_EQ(codes({.code = "DE"}, 3), (std::vector<std::string>{"DEALER", "DEPOT"}));
  EXPECT_EQ(codes({.name = "ealer"}, 3), (std::vector<std::string>{"DEALER"}));
  EXPECT_EQ(codes({.kind = "unit"}, 3), (std::vector<std::string>{"DEPOT", "STATION"}));
  EXPECT_EQ(codes({.country = "ar"}, 3), (std::vector<std::string>{"BUYER"}));
  EXPECT_EQ(codes({.parent = "POLICE"}, 1), (std::vector<std::string>{"DEPOT", "STATION"}));
  EXPECT_EQ(service::list_holders(*store_, reference(), {.kind = "wizard"}).error().field, "kind");
}

TEST_F(Lists, packages_are_found_by_code_and_by_who_has_them) {
  const auto codes = [&](const service::Reference& reference, service::PackagesAsked asked, std::int64_t limit) {
    std::vector<std::string> found;
    for (const auto& item : pages(service::list_packages, reference, std::move(asked), limit))
      found.push_back(item.code);
    return found;
  };
  const auto whole = codes(reference(), {}, 500);
  EXPECT_EQ(whole.size(), 10u);
  EXPECT_EQ(codes(reference(), {}, 3), whole);
  EXPECT_EQ(codes(reference(), {.code = "BOX-1"}, 4), whole);
  EXPECT_EQ(codes(reference(), {.code = "BOX-12"}, 4), (std::vector<std::string>{"BOX-12"}));
  EXPECT_EQ(codes(reference(), {.holder = "MAKER"}, 4), whole);
  EXPECT_TRUE(codes(reference(), {.level = "pallet"}, 4).empty());
  for (int i = 10; i < 16; ++i)
    done("movements", {{"act", "transfer"},
                       {"from", "MAKER"},
                       {"from_place", "STORE"},
                       {"to", i % 2 == 0 ? "DEPOT" : "STATION"},
                       {"package", fmt::format("BOX-{}", i)},
                       {"on", "2018-02-01"}});
  const std::vector<std::string> six(whole.begin(), whole.begin() + 6);
  EXPECT_EQ(codes(police(), {}, 500), six);
  for (const int limit : {1, 2, 4}) EXPECT_EQ(codes(police(), {}, limit), six) << limit;
  EXPECT_EQ(codes(police(), {.holder = "DEPOT"}, 2), (std::vector<std::string>{"BOX-10", "BOX-12", "BOX-14"}));
  EXPECT_EQ(codes(police(), {.code = "BOX"}, 2), six);
}

TEST_F(Lists, movements_are_told_newest_first_or_by_lot_for_a_holder) {
  const auto records = [&](const service::Reference& reference, service::MovementsAsked asked, std::int64_t limit) {
    std::vector<RecordNumber> found;
    for (const auto& item : pages(service::list_movements, reference, std::move(asked), limit))
      found.push_back(item.records.front());
    return found;
  };
  const auto newest = records(reference(), {}, 500);
  EXPECT_EQ(newest.size(), 30u) << "20 made and 10 passed on";
  EXPECT_TRUE(std::ranges::is_sorted(newest, std::greater{}));
  for (const int limit : {1, 4, 29}) EXPECT_EQ(records(reference(), {}, limit), newest) << limit;
  const auto depots = records(reference(), {.holder = "DEPOT"}, 500);
  EXPECT_EQ(depots.size(), 5u);
  EXPECT_EQ(records(reference(), {.holder = "DEPOT"}, 2), depots);
  const auto own = records(police(), {}, 500);
  EXPECT_EQ(own.size(), 10u);
  for (const int limit : {1, 3}) EXPECT_EQ(records(police(), {}, limit), own) << limit;
  EXPECT_EQ(records(reference(), {.maker = "MAKER", .number = "A17-10"}, 1).size(), 2u);
  EXPECT_EQ(records(police(), {.maker = "MAKER", .number = "A17-10"}, 1).size(), 1u);
  for (const service::MovementsAsked& half : {service::MovementsAsked{.maker = "MAKER"}, {.number = "A17-10"}})
    EXPECT_EQ(service::list_movements(*store_, reference(), half).error().number, missing_value.number);
}

TEST_F(Lists, records_are_told_newest_first_and_by_kind) {
  const auto numbers = [&](service::RecordsAsked asked, std::int64_t limit) {
    std::vector<RecordNumber> found;
    for (const auto& item : pages(service::list_records, reference(), std::move(asked), limit))
      found.push_back(item.number);
    return found;
  };
  const auto whole = numbers({}, 500);
  EXPECT_EQ(std::ssize(whole), store_->head().records);
  EXPECT_TRUE(std::ranges::is_sorted(whole, std::greater{}));
  EXPECT_EQ(numbers({}, 13), whole);
  EXPECT_EQ(numbers({.kind = "package"}, 3).size(), 10u);
  EXPECT_TRUE(numbers({.actor = "nobody"}, 3).empty());
  EXPECT_EQ(service::list_records(*store_, reference(), {.kind = "packges"}).error().field, "kind");
}

TEST_F(Lists, a_cursor_that_was_made_up_or_is_of_another_list_is_refused_and_a_far_one_ends_the_list) {
  service::LotsAsked asked;
  asked.page.cursor = "00";
  EXPECT_EQ(service::list_lots(*store_, reference(), asked).error().name, "bad_cursor");
  asked.page.cursor = service::cursor_text("records", {{}, {1}});
  EXPECT_EQ(service::list_lots(*store_, reference(), asked).error().name, "bad_cursor");
  asked.page.cursor = service::cursor_text("lots", {{}, {std::numeric_limits<std::int64_t>::max()}});
  EXPECT_TRUE(service::list_lots(*store_, reference(), asked).value().items.empty());
  service::RecordsAsked records;
  records.page.cursor = service::cursor_text("records", {{}, {std::numeric_limits<std::int64_t>::max()}});
  EXPECT_FALSE(service::list_records(*store_, reference(), records).value().items.empty());
  records.page.cursor = service::cursor_text("records", {{}, {-5}});
  EXPECT_TRUE(service::list_records(*store_, reference(), records).value().items.empty());
}

}  // namespace
}  // namespace lotline
