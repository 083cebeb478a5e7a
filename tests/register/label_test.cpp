// Labels of packages: what they say, of what, and what is refused.

#include "service/label.h"

#include "access/refusals.h"
#include "custody/refusals.h"
#include "exchange/label_layout.h"
#include "exchange/label_print.h"
#include "exchange/refusals.h"
#include "marking/refusals.h"
#include "service/refusals.h"
#include "tests/register/desk_fixture.h"

namespace lotline {
namespace {

using custody::PackageLevel;
using exchange::LabelOrder;
using exchange::SheetFormat;
using exchange::Symbology;

constexpr std::string_view kBox = "(01)09521234543213(10)L-1(21)000001";

class Labels : public SmallState {
 protected:
  Result<service::Label> of_code(const std::string& code) {
    return service::label_of_code(reference(), code, PackageLevel::box, false);
  }
  static std::string value(const service::Label& label, std::string_view title) {
    for (const auto& line : label.lines)
      if (line.title == title) return line.value;
    return "(none)";
  }
  static Result<exchange::LabelPrint> print(const service::Label& label, Symbology symbology,
                                            SheetFormat format = SheetFormat::svg) {
    LabelOrder order;
    order.symbology = symbology;
    order.format = format;
    order.made = day_of(2026, 6, 1);
    return exchange::print_labels({&label, 1}, order);
  }
  static std::string printed_words(const service::Label& label) {
    const exchange::Sheet ruler({});
    const auto laid =
        exchange::lay_label(label, Symbology::gs1_datamatrix, "id.gs1.org", exchange::label_formats(label.level).back(),
                            exchange::ModuleSize::target, ruler);
    std::string words;
    for (const auto& part : laid.value().words) words += part.text + "\n";
    return words;
  }
  void packed(std::string_view code, std::string_view level, std::string_view rounds) {
    done("packages", {{"code", code},
                      {"level", level},
                      {"holder", "MAKER"},
                      {"place", "STORE"},
                      {"maker", "MAKER"},
                      {"lot", "L-1"},
                      {"rounds", rounds},
                      {"on", "2017-05-02"}});
  }
};

// R69
TEST_F(Labels, of_a_package_say_maker_product_lot_quantity_and_recipient) {
  made_lot("L-1", "official");
  packed(kBox, "box", "1200");
  const auto label = service::label_of_package(*store_, reference(), std::string{kBox}).value();
  EXPECT_EQ(label.heading, "BALL");
  EXPECT_EQ(value(label, "Maker"), "MAKER, BR");
  EXPECT_EQ(value(label, "Calibre"), "7.62X51");
  EXPECT_EQ(value(label, "Lot"), "L-1");
  EXPECT_EQ(value(label, "Made"), "2017-04");
  EXPECT_EQ(value(label, "Quantity"), "1,200 rounds");
  EXPECT_EQ(value(label, "Recipient"), "POLICE");
  EXPECT_EQ(label.level, PackageLevel::box);
  EXPECT_FALSE(label.simulated);
  EXPECT_EQ(print(label, Symbology::gs1_datamatrix)->labels.front().front().carries, kBox);
}

TEST_F(Labels, of_mixed_packages_name_each_lot) {
  made_lot("L-1");
  made_lot("L-2");
  done("packages", {{"code", "(00)095212340000000013"},
                    {"level", "case"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "L-1"},
                    {"rounds", "100"},
                    {"more_lots", "MAKER L-2 50"},
                    {"on", "2017-05-02"}});
  const auto label = service::label_of_package(*store_, reference(), "(00)095212340000000013").value();
  EXPECT_EQ(value(label, "Lot 1"), "L-1 of MAKER, 7.62X51, 100 rounds");
  EXPECT_EQ(value(label, "Lot 2"), "L-2 of MAKER, 7.62X51, 50 rounds");
}

TEST_F(Labels, show_one_who_does_not_have_the_package_its_code_alone) {
  made_lot("L-1", "official");
  packed(kBox, "box", "1200");
  done("movements", {{"act", "transfer"},
                     {"package", kBox},
                     {"from", "MAKER"},
                     {"from_place", "STORE"},
                     {"to", "POLICE"},
                     {"on", "2017-06-01"}});
  const access::Visitor maker{"m", desk_->lookup.party("MAKER").value(), {access::Right::read_own}, "", false, {}};
  const service::Reference asked{catalogue_, *readers_, clock_.now().day(), maker};
  const auto label = service::label_of_package(*store_, asked, std::string{kBox}).value();
  EXPECT_EQ(value(label, "Quantity"), "(none)");
  EXPECT_EQ(value(label, "Serial number"), "000001");
}

TEST_F(Labels, are_refused_to_who_may_read_nothing) {
  const access::Visitor nobody{"n", {}, {}, "", false, {}};
  const service::Reference asked{catalogue_, *readers_, clock_.now().day(), nobody};
  const int missing = access::right_missing.number;
  EXPECT_EQ(service::label_of_package(*store_, asked, "x").error().number, missing);
  EXPECT_EQ(service::label_of_code(asked, std::string{kBox}, PackageLevel::box, false).error().number, missing);
  EXPECT_EQ(service::labels_of_lot(*store_, asked, {}).error().number, missing);
}

TEST_F(Labels, of_a_lot_are_numbered_on_and_carry_its_number) {
  done("products", {{"code", "BOXED"}, {"calibre", "7.62X51"}, {"type", "ball"}, {"gtin", "09521234543213"}});
  done("trade_items", {{"gtin", "19521234543210"}, {"product", "BOXED"}, {"level", "case"}, {"rounds", "400"}});
  done("lots", {{"maker", "MAKER"},
                {"lot", "L-9"},
                {"product", "BOXED"},
                {"made_on", "2017-04"},
                {"act", "manufacture"},
                {"rounds", "10000"},
                {"place", "STORE"},
                {"first_recipient", "POLICE"},
                {"licence", "MFG"},
                {"on", "2017-04-20"}});
  const auto boxes =
      service::labels_of_lot(*store_, reference(), {"MAKER", "L-9", "", PackageLevel::box, "0099", 2}).value();
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_EQ(marking::to_bracketed(boxes[1].code), "(01)09521234543213(10)L-9(21)0100");
  const auto cases =
      service::labels_of_lot(*store_, reference(), {"MAKER", "L-9", "", PackageLevel::case_, "", 1}).value();
  EXPECT_EQ(marking::to_bracketed(cases[0].code), "(01)19521234543210(10)L-9");
  EXPECT_EQ(value(cases[0], "Quantity"), "400 rounds");
  EXPECT_EQ(
      service::labels_of_lot(*store_, reference(), {"MAKER", "L-9", "", PackageLevel::pallet, "", 1}).error().number,
      service::no_gtin_for_label.number);

  LabelOrder order;
  EXPECT_EQ(exchange::print_labels(boxes, order).error().number, exchange::one_page_only.number);
  order.format = SheetFormat::pdf;
  EXPECT_EQ(exchange::print_labels(boxes, order)->pages, 2);
  order.paper = exchange::LabelPaper::a4;
  EXPECT_EQ(exchange::print_labels(boxes, order)->pages, 1);
  const auto many =
      service::labels_of_lot(*store_, reference(), {"MAKER", "L-9", "", PackageLevel::box, "0001", 11}).value();
  EXPECT_EQ(exchange::print_labels(many, order)->pages, 2);
}

TEST_F(Labels, refuse_what_the_rules_of_gs1_refuse) {
  EXPECT_EQ(of_code("(01)09521234543214").error().number, marking::bad_check_digit.number);
  EXPECT_EQ(of_code("(30)12").error().number, marking::identifier_alone.number);
  EXPECT_EQ(of_code("(00)095212340000000013(37)12").error().number, marking::identifier_alone.number);
  EXPECT_EQ(of_code("(01)09521234543213(37)12").error().number, marking::identifiers_conflict.number);
  EXPECT_EQ(of_code("(01)09521234543213(02)09521234543213(37)1(00)095212340000000013").error().number,
            marking::identifiers_conflict.number);
  EXPECT_EQ(of_code("(01)09521234543213(10)").error().number, marking::bad_identifier_value.number);
  EXPECT_EQ(of_code("(01)0952123").error().number, marking::bad_identifier_value.number);
}

TEST_F(Labels, say_that_they_are_simulated_where_they_are) {
  auto label = of_code(std::string{kBox}).value();
  EXPECT_EQ(printed_words(label).find("SIMULATED"), std::string::npos);
  label.simulated = true;
  EXPECT_NE(printed_words(label).find("SIMULATED"), std::string::npos);
  EXPECT_NE(printed_words(label).find("(21)000001"), std::string::npos);
}

TEST_F(Labels, are_vectors_and_the_same_every_time) {
  const auto label = of_code(std::string{kBox}).value();
  for (const SheetFormat format : {SheetFormat::svg, SheetFormat::pdf}) {
    const auto once = print(label, Symbology::gs1_datamatrix, format)->bytes;
    EXPECT_EQ(once, print(label, Symbology::gs1_datamatrix, format)->bytes);
    EXPECT_EQ(once.find("<image"), std::string::npos);
    EXPECT_EQ(once.find("/Subtype /Image"), std::string::npos);
  }
}

TEST_F(Labels, that_no_scanner_would_read_are_not_drawn) {
  const auto plain = of_code("OUR-OWN-12").value();
  EXPECT_EQ(print(plain, Symbology::gs1_128).error().number, marking::not_encodable.number);
  const auto keyless = of_code("(02)09521234543213(37)12(00)095212340000000013").value();
  EXPECT_TRUE(print(keyless, Symbology::qr));
  const auto no_key = of_code("(400)ORDER-12").value();
  EXPECT_EQ(print(no_key, Symbology::qr).error().number, marking::not_encodable.number);
  const auto wide = of_code("(400)ABCDEFGHIJKLMNOPQRSTUVWXYZABCD").value();
  EXPECT_EQ(print(wide, Symbology::gs1_128).error().number, exchange::label_too_small.number);
  const auto long_one = of_code("(00)095212340000000013(4302)" + std::string(70, 'A')).value();
  EXPECT_EQ(print(long_one, Symbology::gs1_128).error().number, exchange::not_printable.number);
  LabelOrder order;
  order.domain = "evil.example/01/123?";
  const auto box = of_code(std::string{kBox}).value();
  EXPECT_EQ(exchange::print_labels({&box, 1}, order).error().number, exchange::bad_link_domain.number);
}

}  // namespace
}  // namespace lotline
