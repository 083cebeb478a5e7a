// A trace's answer made by hand, as it is read aloud and as JSON.

#include <gtest/gtest.h>

#include "answers/trace_json.h"
#include "cli/trace_text.h"
#include "exchange/trace_words.h"

namespace lotline::cli {

namespace {

service::TraceFound simulated() {
  const tracing::PartyRef maker{PartyId{1}, "MAKER-1", "Simulated Works", "BR"};
  const tracing::PartyRef force{PartyId{2}, "POLICE-1", "Simulated Police", "BR"};
  const tracing::LotRef lot{LotId{5}, maker, "A-1"};
  service::TraceFound found;
  tracing::Answer& answer = found.answer;
  answer.words = "what was read points to lot A-1";
  answer.readings.push_back({.mark = "headstamp",
                             .maker = "Simulated Works",
                             .country = "BR",
                             .years = "2017",
                             .calibre = "7.62X51",
                             .probability = 0.8,
                             .confirmed = false,
                             .reasons = {"the code stands in the table"},
                             .sources = {"a table"}});
  answer.lots.push_back({.lot = lot,
                         .probability = 0.9,
                         .fit = 1,
                         .at_large = Rounds{12'000},
                         .calibre = "7.62X51",
                         .made_on = "2017-04",
                         .exclusivity = "it went to one recipient",
                         .records = {5, 6}});
  answer.lots_total = 12;
  answer.none_on_record = 0.1;
  answer.ruled_out.push_back({{LotId{9}, maker, "B-2"}, "made after the find"});
  answer.ruled_out_total = 1;
  tracing::SupplyStep step{};
  step.lot = lot;
  step.from = maker;
  step.to = force;
  step.rounds = Rounds{4'000};
  step.on = "2017-06-01";
  step.kind = "dispatch";
  step.licence = "EXP-1";
  step.gap = "never received";
  step.records = {6};
  answer.line_of_supply.push_back(step);
  answer.holders.push_back({.party = force,
                            .lot = lot,
                            .rounds = Rounds{4'000},
                            .probability = 0.36,
                            .lawful = false,
                            .reasons = {"200 rounds were stolen from it before"},
                            .records = {6, 7}});
  answer.eliminated.push_back({maker, "held none on the day", {5}});
  answer.left_lawful_hands.push_back({.kind = "theft",
                                      .lot = lot,
                                      .from = force,
                                      .to = {},
                                      .on = "2019-03-10",
                                      .rounds = Rounds{200},
                                      .probability = 0.02,
                                      .words = "200 rounds stolen from Simulated Police",
                                      .records = {7}});
  answer.leads.push_back({.kind = "firearm",
                          .status = "found",
                          .text = "microstamp of firearm A12345",
                          .caution = "it closes no trace",
                          .records = {8}});
  answer.limits.push_back({"not_proof", "a match with a lot is never proof"});
  answer.would_narrow.push_back({"lot_mark", 12, 2, "reading the lot mark would cut 12 lots to an expected 2.0"});
  found.head = {"00ff", 8, {}};
  return found;
}

}  // namespace

TEST(TraceText, the_six_parts_are_told_in_order_with_the_records_they_rest_on) {
  const std::string text = trace_as_text(simulated(), 100);
  std::size_t at = 0;
  for (const std::string_view wanted : {"points to lot A-1",
                                        "1. What the marks may mean",
                                        "Simulated Works (BR)",
                                        "not confirmed",
                                        "2. Lots that fit",
                                        "12,000",
                                        "5, 6",
                                        "and 11 more lots",
                                        "Of no lot on record: 10 %",
                                        "Ruled out: 1",
                                        "made after the find",
                                        "3. Line of supply",
                                        "EXP-1",
                                        "never received",
                                        "4. Last lawful holders",
                                        "36 %",
                                        "not lawfully",
                                        "[records 6, 7]",
                                        "Eliminated:",
                                        "[record 5]",
                                        "5. Where it may have left lawful hands",
                                        "[record 7]",
                                        "Lead: microstamp",
                                        "it closes no trace",
                                        "6. What this answer cannot say",
                                        "never proof",
                                        "would cut 12 lots",
                                        "Read from log 00ff as it stood with 8 records"}) {
    const std::size_t next = text.find(wanted, at);
    ASSERT_NE(next, std::string::npos) << wanted << " in\n" << text;
    at = next;
  }
}

TEST(TraceText, an_answer_without_anything_says_so_in_every_part) {
  const std::string text = trace_as_text({}, 100);
  for (const std::string_view wanted : {"Nothing in the reference tables answers to them.", "No lot on record fits.",
                                        "None: no lot fits.", "None on record.", "Nothing on record."})
    EXPECT_NE(text.find(wanted), std::string::npos) << wanted;
}

TEST(TraceText, many_records_are_cut_short_and_one_is_told_in_the_singular) {
  EXPECT_EQ(exchange::records_in_words({}), "");
  EXPECT_EQ(exchange::records_in_words({12}), "record 12");
  EXPECT_EQ(exchange::records_in_words({12, 14}), "records 12, 14");
  EXPECT_EQ(exchange::records_in_words({1, 2, 3, 4, 5, 6, 7, 8, 9}), "records 1, 2, 3, 4, 5, 6, 7, 8, ...");
}

TEST(TraceJson, the_names_are_the_documented_ones) {
  const std::string json = answers::trace_as_json(simulated());
  for (const std::string name : {"readings",       "maker",       "years",
                                 "calibre",        "probability", "confirmed",
                                 "reasons",        "sources",     "lots",
                                 "number",         "records",     "none_on_record",
                                 "ruled_out",      "lot",         "reason",
                                 "line_of_supply", "from",        "to",
                                 "rounds",         "on",          "kind",
                                 "licence",        "holders",     "party",
                                 "lawful",         "eliminated",  "left_lawful_hands",
                                 "between",        "leads",       "limits",
                                 "would_narrow",   "reading",     "lots_before",
                                 "lots_after",     "register",    "log_id",
                                 "root_hash",      "age"})
    EXPECT_NE(json.find("\"" + name + "\":"), std::string::npos) << name << " in\n" << json;
}

TEST(TraceJson, parties_are_named_by_code_and_lots_by_maker_and_number) {
  const std::string json = answers::trace_as_json(simulated());
  EXPECT_NE(json.find("\"party\":\"POLICE-1\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"number\":\"A-1\""), std::string::npos) << json;
}

}  // namespace lotline::cli
