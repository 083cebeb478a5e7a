// CSV files into a real register: what is taken, what is refused, and that either way the register is right.

#include "service/verify.h"
#include "tests/register/import_fixture.h"

namespace lotline {

TEST_F(Import, the_header_tells_the_kind_of_a_file_whatever_the_order_of_its_columns) {
  const auto lots = taken(file("a.csv", lot_header_ + lot_row_));
  ASSERT_EQ(lots.files.size(), 1u);
  EXPECT_EQ(lots.files.front().kind, "lots");
  EXPECT_EQ(lots.files.front().recorded, 1);
  EXPECT_TRUE(lots.files.front().refused_path.empty());
  const auto parties_read = taken(file("b.csv", "name, kind ,ref,country,issuer,code\nShop,dealer,1,BR,REG,SHOP\n"));
  EXPECT_EQ(parties_read.files.front().kind, "parties");
  EXPECT_TRUE(desk_->lookup.party("SHOP").has_value());
  expect_verified();
}

TEST_F(Import, the_same_file_twice_changes_nothing) {
  const std::string path =
      file("lots.csv", lot_header_ + lot_row_ + "MK,L2,MAKER,I-1,BALL,2017-04,manufacture,5,POLICE,MFG,2017-04-20\n");
  EXPECT_EQ(taken(path).files.front().recorded, 2);
  const std::string before = root();
  const auto again = taken(path);
  EXPECT_EQ(again.files.front().recorded, 0);
  EXPECT_EQ(again.files.front().skipped, 2);
  EXPECT_TRUE(again.kept);
  EXPECT_EQ(root(), before);
  // Another order of columns, and spaces around values, are the same content.
  const auto turned = taken(file("turned.csv",
                                 "on,issuer,ref,maker,lot,product,made_on,act,rounds,first_recipient,licence,basis\n"
                                 "2017-04-20,MK,L1, MAKER ,I-1,BALL,2017-04,manufacture,500,POLICE,MFG,\n"));
  EXPECT_EQ(turned.files.front().skipped, 1);
  EXPECT_EQ(root(), before);
  reopen();
  EXPECT_EQ(taken(path).files.front().skipped, 2);
  EXPECT_EQ(held("MAKER", "", "I-1").count(), 505);
  expect_verified();
}

TEST_F(Import, a_ref_used_again_for_other_content_is_refused) {
  taken(file("lots.csv", lot_header_ + lot_row_));
  const auto refusal = bad_row(lot_header_ + "MK,L1,MAKER,I-1,BALL,2017-04,manufacture,501,POLICE,MFG,2017-04-20\n");
  EXPECT_EQ(refusal.name, "ref_reused");
  EXPECT_NE(refusal.text.find("MK L1"), std::string::npos);
  // Another issuer may use the same ref.
  taken(file("other.csv", lot_header_ + "XX,L1,MAKER,I-1,BALL,2017-04,manufacture,501,POLICE,MFG,2017-04-20\n"));
  EXPECT_EQ(held("MAKER", "", "I-1").count(), 1001);
}

TEST_F(Import, a_persons_values_are_not_part_of_what_the_log_says_of_a_row) {
  const std::string header = "issuer,ref,kind,name,country,number\n";
  taken(file("people.csv", header + "REG,1,person,Simulated Person,BR,ID-1\n"));
  EXPECT_EQ(taken(file("again.csv", header + "REG,1,person,Another Spelling,BR,ID-1\n")).files.front().skipped, 1);
  EXPECT_EQ(bad_row(header + "REG,1,person,Simulated Person,AR,ID-1\n").name, "ref_reused");
  taken(file("firm.csv", party_header_ + "REG,2,SHOP,dealer,Shop,BR\n"));
  EXPECT_EQ(bad_row(party_header_ + "REG,2,SHOP,dealer,Another Name,BR\n").name, "ref_reused");
}

TEST_F(Import, a_row_without_issuer_or_ref_is_refused) {
  EXPECT_EQ(bad_row(party_header_ + "REG, ,SHOP,dealer,Shop,BR\n").name, "row_without_ref");
  EXPECT_EQ(bad_row(party_header_ + ",1,SHOP,dealer,Shop,BR\n").name, "row_without_ref");
  EXPECT_EQ(bad_row(party_header_ + "REG,a\xE2\x80\xAE"
                                    "b,SHOP,dealer,Shop,BR\n")
                .field,
            "ref");
  EXPECT_EQ(bad_row(party_header_ + "R\x07G,1,SHOP,dealer,Shop,BR\n").field, "issuer");
}

TEST_F(Import, a_row_with_more_or_fewer_fields_than_the_header_is_refused) {
  EXPECT_EQ(bad_row(party_header_ + "REG,1,SHOP,dealer,Shop\n").name, "wrong_field_count");
  EXPECT_EQ(bad_row(party_header_ + "REG,1,SHOP,dealer,Shop,BR,\n").name, "wrong_field_count");
}

TEST_F(Import, a_file_that_cannot_be_one_of_the_templates_is_refused_and_the_nearest_is_named) {
  EXPECT_EQ(refused_file("").name, "bad_columns");
  EXPECT_EQ(refused_file("\n\n").name, "bad_columns");
  const auto twice = refused_file("issuer,ref,code,kind,name,country,name\n");
  EXPECT_EQ(twice.name, "bad_columns");
  EXPECT_NE(twice.text.find("twice"), std::string::npos);
  const auto wrong = refused_file("issuer,ref,code,kynd,name,country\nREG,1,SHOP,dealer,Shop,BR\n");
  EXPECT_EQ(wrong.name, "bad_columns");
  EXPECT_NE(wrong.text.find("parties"), std::string::npos);
  EXPECT_NE(wrong.text.find("missing: kind; unknown: kynd"), std::string::npos) << wrong.text;
  const auto bare = refused_file("code,kind,name,country\nSHOP,dealer,Shop,BR\n");
  EXPECT_NE(bare.text.find("missing: issuer, ref; unknown: none"), std::string::npos) << bare.text;
  // Acts that are no template come by hand only.
  EXPECT_EQ(refused_file("issuer,ref,movement,note\nREG,1,5,wrong\n").name, "bad_columns");
  EXPECT_EQ(import({folder_.path + "/none.csv"}).error().name, "unreadable_file");
}

TEST_F(Import, a_file_in_another_encoding_is_refused) {
  const std::string before = root();
  EXPECT_EQ(refused_file(std::string("\xFF\xFEi\0s\0", 6)).name, "bad_encoding");
  EXPECT_EQ(refused_file(std::string("\xFE\xFF\0i\0s", 6)).name, "bad_encoding");
  EXPECT_EQ(bad_row(party_header_ + "REG,1,SHOP,dealer,Muni\xE7\xE3o,BR\n").name, "bad_encoding");
  EXPECT_EQ(refused_file(party_header_ + std::string("REG,1,SHOP,dealer,\0,BR\n", 23)).name, "bad_encoding");
  EXPECT_EQ(root(), before);
}

TEST_F(Import, quotes_line_breaks_and_a_byte_order_mark_are_read) {
  taken(file("a.csv", "\xEF\xBB\xBF" + party_header_ +
                          "REG,1,SHOP,dealer,\"Shop \"\"One\"\", Ltd\",BR\r\nREG,2,SHOP2,dealer,Muni\xC3\xA7\xC3\xB5"
                          "es,BR"));
  EXPECT_EQ(store_->state().parties.parties.find(make_key(desk_->lookup.party("SHOP").value()))->name,
            "Shop \"One\", Ltd");
  EXPECT_EQ(store_->state().parties.parties.find(make_key(desk_->lookup.party("SHOP2").value()))->name,
            "Muni\xC3\xA7\xC3\xB5"
            "es");
  EXPECT_EQ(bad_row(party_header_ + "REG,3,SHOP3,dealer,Shop \"3\",BR\n").name, "bad_csv");
  EXPECT_EQ(bad_row(party_header_ + "REG,3,SHOP3,dealer,\"Shop,BR\n").name, "bad_csv");
}

TEST_F(Import, one_bad_row_leaves_the_register_as_it_was_and_is_named) {
  const std::string before = root();
  const std::string good = file("good.csv", party_header_ + "REG,1,SHOP,dealer,Shop,BR\n");
  const std::string bad = file("bad.csv", party_header_ +
                                              "REG,2,SHOP2,dealer,Shop,BR\nREG,3,SHOP3,dealer,\"Sh\nop\",BR\n"
                                              "REG,4,SHOP4,dealer,Shop,QQ\nREG,5,SHOP5,dealer,Shop,BR\n");
  const auto report = import({good, bad}).value();
  EXPECT_FALSE(report.kept);
  EXPECT_EQ(report.refused, 2);
  ASSERT_EQ(report.errors.size(), 2u);
  EXPECT_EQ(report.errors[0].refusal.name, "unsafe_text");
  EXPECT_EQ(report.errors[0].line, 3u);
  EXPECT_EQ(report.errors[1].file, bad);
  EXPECT_EQ(report.errors[1].line, 5u);
  EXPECT_EQ(report.errors[1].refusal.field, "country");
  EXPECT_EQ(root(), before);
  EXPECT_FALSE(std::filesystem::exists(bad + ".refused.csv"));
  // Nothing of what was rolled back is remembered.
  EXPECT_FALSE(desk_->lookup.party("SHOP").has_value());
  EXPECT_FALSE(desk_->lookup.party("SHOP5").has_value());
  EXPECT_EQ(parties(), 10);
  reopen();
  EXPECT_EQ(root(), before);
  expect_verified();
}

TEST_F(Import, a_file_that_cannot_be_read_undoes_the_files_before_it) {
  const std::string before = root();
  const std::string good =
      file("good.csv", party_header_ + "REG,1,SHOP,dealer,Shop,BR\n" + "REG,2,UNIT,unit,Unit,BR\n");
  const std::string uses = file("uses.csv", "issuer,ref,code,kind,name,country,parent\nREG,3,U2,unit,U,BR,SHOP\n");
  const auto report = import({good, uses, file("empty.csv", "")});
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().name, "bad_columns");
  EXPECT_EQ(root(), before);
  EXPECT_FALSE(desk_->lookup.party("SHOP").has_value());
}

TEST_F(Import, a_lot_whose_entry_is_refused_leaves_no_lot_behind) {
  const auto rows = lot_header_ + "MK,1,MAKER,GOOD,BALL,2017-04,manufacture,5,POLICE,MFG,2017-04-20\n" +
                    "MK,2,MAKER,BAD,BALL,2010-04,manufacture,5,POLICE,MFG,2010-04-20\n" +
                    "MK,3,MAKER,GOOD,BALL,2017-04,manufacture,7,POLICE,MFG,2017-04-20\n";
  const auto report = import({file("lots.csv", rows)}, OnError::proceed).value();
  EXPECT_EQ(report.files.front().recorded, 2);
  ASSERT_EQ(report.errors.size(), 1u);
  EXPECT_EQ(report.errors.front().refusal.name, "licence_not_in_force");
  EXPECT_EQ(desk_->lookup.lot("MAKER", "BAD", "").error().name, "unknown_lot");
  EXPECT_EQ(store_->state().book.lots.all().size(), 1u);
  EXPECT_FALSE(store_->state().import_refs.find(make_key(std::string{"MK"}, std::string{"2"})).has_value());
  EXPECT_EQ(held("MAKER", "", "GOOD").count(), 12);
  expect_verified();
  taken(file("mended.csv", lot_header_ + "MK,2,MAKER,BAD,BALL,2017-04,manufacture,5,POLICE,MFG,2017-04-20\n"));
  EXPECT_EQ(held("MAKER", "", "BAD").count(), 5);
}

TEST_F(Import, several_files_build_on_each_other_in_one_unit_of_work) {
  const RecordNumber before = store_->head().records;
  const auto report =
      import({file("p.csv", party_header_ + "REG,1,MK2,manufacturer,Second,BR\n"),
              file("l.csv",
                   "issuer,ref,number,kind,holder,issued_on,expires_on\nREG,2,M2,manufacture,MK2,2016-01-01,"
                   "2020-01-01\n"),
              file("lots.csv", lot_header_ + "MK2,1,MK2,Z-1,BALL,2017-04,manufacture,50,POLICE,M2,2017-04-20\n"),
              file("m.csv",
                   "issuer,ref,act,from,to,maker,lot,rounds,dispatch,on\n"
                   "MK2,2,dispatch,MK2,ARMY,MK2,Z-1,20,,2018-01-01\n"
                   "MK2,3,receive,,ARMY,,,,2,2018-01-03\n")})
          .value();
  EXPECT_TRUE(report.kept);
  for (const auto& error : report.errors) ADD_FAILURE() << error.refusal.text;
  EXPECT_EQ(report.files.size(), 4u);
  EXPECT_EQ(store_->head().records, before + 6);
  expect_verified();
}

TEST_F(Import, a_report_names_the_first_hundred_bad_rows_and_counts_all) {
  std::string rows = party_header_;
  for (int i = 0; i < 130; ++i) rows += fmt::format("REG,{},S{},dealer,Shop,QQ\n", i, i);
  const auto report = import({file("bad.csv", rows)}).value();
  EXPECT_EQ(report.errors.size(), exchange::kMostErrors);
  EXPECT_EQ(report.refused, 130);
}

TEST_F(Import, a_register_that_is_read_only_takes_no_file) {
  const std::string path = file("shops.csv", party_header_ + "REG,1,SHOP1,dealer,Shop,BR\n");
  reopen(storage::OpenMode::read_only);
  const auto report = import({path});
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(parties(), 10);
}

TEST_F(Import, every_templates_own_example_has_its_header) {
  for (const auto& act : service::acts()) {
    if (!act.is_template) continue;
    const auto report = import({file("example.csv", exchange::csv_template(act))}).value();
    ASSERT_EQ(report.files.size(), 1u) << act.form.name;
    EXPECT_EQ(report.files.front().kind, act.form.name);
    EXPECT_EQ(report.files.front().recorded + report.files.front().refused,
              static_cast<std::int64_t>(1 + act.form.more_examples.size()));
  }
}

// R78
TEST_F(Import, more_rows_than_are_kept_in_memory_are_written_on_the_way_and_still_undone) {
  constexpr int kLots = 10, kRows = 61'000;
  for (int i = 0; i < kLots; ++i) made_lot(fmt::format("A17-{}", i));
  const std::string before = root();
  std::string rows = "issuer,ref,act,from,from_place,to,maker,lot,rounds,on\n";
  for (int i = 0; i < kRows; ++i)
    rows += fmt::format("MK,{},transfer,MAKER,STORE,{},MAKER,A17-{},{},2018-01-0{}\n", i,
                        i % 2 == 0 ? "DEALER" : "ARMY", i % kLots, i == 60'500 ? 10'000 : 1, 1 + i % 9);
  const std::string path = file("movements.csv", rows);

  std::int64_t reported = 0;
  const auto undone =
      exchange::import_csv(*desk_, {path}, {OnError::rollback, [&](const auto& done) { reported = done.rows; }})
          .value();
  EXPECT_FALSE(undone.kept);
  ASSERT_EQ(undone.errors.size(), 1u);
  EXPECT_EQ(undone.errors.front().line, 60'502u);
  EXPECT_EQ(reported, kRows);
  EXPECT_EQ(root(), before);
  EXPECT_EQ(held("MAKER", "STORE", "A17-3").count(), 10'000);

  const auto report = import({path}, OnError::proceed).value();
  EXPECT_EQ(report.files.front().recorded, kRows - 1);
  reopen();
  EXPECT_EQ(held("MAKER", "STORE", "A17-3").count(), 10'000 - kRows / kLots);
  EXPECT_EQ(held("MAKER", "STORE", "A17-0").count(), 10'000 - kRows / kLots + 1);
  const auto verified = service::verify(*store_);
  ASSERT_TRUE(verified.has_value()) << verified.error().text;
  EXPECT_EQ(verified->entries, kRows - 1 + kLots);
}

}  // namespace lotline
