#include "exchange/epcis_formats.h"

#include <gtest/gtest.h>

#include "exchange/epcis_fixture.h"
#include "exchange/refusals.h"

namespace lotline::exchange {
namespace {

std::int64_t moment(std::string_view text) {
  const auto time = parse_epcis_time(text);
  return time ? time->milliseconds : -1;
}

TEST(EpcisFormats, a_time_is_a_moment_whatever_its_offset_and_digits) {
  EXPECT_EQ(moment("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(moment("1970-01-01T01:00:00+01:00"), 0);
  EXPECT_EQ(moment("1969-12-31T23:30:00.000-00:30"), 0);
  EXPECT_EQ(moment("1970-01-01T00:00:00.5Z"), 500);
  EXPECT_EQ(moment("1970-01-01T00:00:00.123456Z"), 123);
  EXPECT_EQ(moment("2024-02-29T12:00:00Z"), 1'709'208'000'000);
  EXPECT_EQ(moment("1970-01-01t00:00:01z"), 1'000);
}

TEST(EpcisFormats, a_time_that_does_not_exist_or_is_written_otherwise_is_refused) {
  for (const std::string_view text : {"",
                                      "2026",
                                      "2026-01-01",
                                      "22-07-2026",
                                      "2026-01-01T00:00:00",
                                      "2026-01-01T00:00Z",
                                      "2026-02-29T00:00:00Z",
                                      "2026-13-01T00:00:00Z",
                                      "2026-00-01T00:00:00Z",
                                      "2026-01-01T24:00:00Z",
                                      "2026-01-01T00:60:00Z",
                                      "2026-01-01T00:00:60Z",
                                      "2026-01-01 00:00:00Z",
                                      "2026/01/01T00:00:00Z",
                                      "2026-01-01T00.00:00Z",
                                      "2026-01-01T00:00:00.Z",
                                      "2026-01-01T00:00:00+1:00",
                                      "2026-01-01T00:00:00+0100",
                                      "2026-01-01T00:00:00+24:00",
                                      "2026-01-01T00:00:00+01:60",
                                      "2026-01-01T00:00:00Zx",
                                      "2026-01-01T00:00:00 01:00",
                                      "+026-01-01T00:00:00Z",
                                      "2026-01-01T00:00:0",
                                      "2026-1-01T00:00:00Z"})
    EXPECT_EQ(refusal_of(parse_epcis_time(text)), epcis_bad_time.number) << text;
}

TEST(EpcisFormats, an_offset_lies_within_fourteen_hours) {
  EXPECT_EQ(parse_zone_offset("+01:00").value_or(-1), 60);
  EXPECT_EQ(parse_zone_offset("-09:30").value_or(-1), -570);
  EXPECT_EQ(parse_zone_offset("+14:00").value_or(-1), 840);
  for (const std::string_view text : {"", "Z", "+14:01", "-14:01", "01:00", "+1:00", "+01:60", "+0100", "+01:000"})
    EXPECT_EQ(refusal_of(parse_zone_offset(text)), epcis_bad_offset.number) << text;
}

TEST(EpcisFormats, a_uri_has_a_scheme_and_holds_no_other_characters) {
  for (const std::string_view text :
       {"urn:uuid:1", "https://example.org", "https://example.org:8080/a/b?c=d#e", "https://u@[::1]:80/", "ex:name",
        "mailto:a@b", "geo:1.5,2", "ni:///sha-256;ab?ver=CBV2.0", "https://example.org/%C3%A4", "x-1+.:y", "a://b@c/"})
    EXPECT_TRUE(is_uri(text)) << text;
  for (const std::string_view text : {"",
                                      "name",
                                      ":a",
                                      "1a:b",
                                      "a b:c",
                                      "a:",
                                      "a:b c",
                                      "a:%z0",
                                      "a:%0",
                                      "a:b#c#d",
                                      "a:b[",
                                      "https://exa mple.org/",
                                      "https://a:b/",
                                      "https://[::1/",
                                      "https://[]/",
                                      "https://[xyz]/",
                                      "https://a@b@c/",
                                      "https://a%/",
                                      "a:\xC3\xA4",
                                      "a:b<c",
                                      "https://\"/",
                                      "a_b:c"})
    EXPECT_EQ(refusal_of(parse_uri(text)), epcis_bad_uri.number) << text;
}

TEST(EpcisFormats, a_unit_is_a_code_of_two_or_three_capitals_and_digits) {
  for (const std::string_view text : {"KGM", "C62", "DD", "A93"}) EXPECT_TRUE(parse_uom(text)) << text;
  for (const std::string_view text : {"", "K", "KGMM", "kgm", "K M"})
    EXPECT_EQ(refusal_of(parse_uom(text)), epcis_bad_uom.number) << text;
}

}  // namespace
}  // namespace lotline::exchange
