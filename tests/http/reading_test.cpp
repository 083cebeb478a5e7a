// The reading routes over a small register: what is asked for by query and path reaches the use case, and what the
// visitor may not see does not come back.

#include <algorithm>
#include <fstream>

#include "access/refusals.h"
#include "answers/http_status.h"
#include "http/house.h"
#include "http/route.h"
#include "tests/register/desk_fixture.h"

namespace lotline::http {
namespace {

class Reading : public SmallState {
 protected:
  Reading() {
    made_lot("A17-1");
    made_lot("B17-2");
    done("movements", transfer("A17-1", "MAKER", "STORE", "DEALER", "1000"));
    done("packages", box("BOX-1", "A17-1", "10"));
    dealer_ = {"dealer", desk_->lookup.party("DEALER").value(), access::rights_of(access::Role::trader), {}, false};
    auditor_ = {"auditor", {}, access::rights_of(access::Role::auditor), {}, false};
    desk_.reset();
    store_.reset();
    house_ = House::open({catalogue_, clock_, salts_, path_}, {}).value();
  }
  ~Reading() override { house_.reset(); }

  /// The reply of the route of this path as declared, asked by the visitor.
  Result<Reply> get(const access::Visitor& visitor, std::string_view path,
                    std::map<std::string, std::string> words = {}, std::map<std::string, std::string> query = {}) {
    const auto found = std::ranges::find(routes(), path, &Route::path);
    EXPECT_TRUE(found != routes().end()) << path;
    Request request;
    request.method = "GET";
    request.words = {words.begin(), words.end()};
    request.query = {query.begin(), query.end()};
    request.upload = upload_;
    const auto reference = house_->reference(visitor);
    Call call{request, visitor, house_->store(), reference, *house_, {}};
    return found->handle(call);
  }
  std::string body(const access::Visitor& visitor, std::string_view path, std::map<std::string, std::string> words = {},
                   std::map<std::string, std::string> query = {}) {
    const auto reply = get(visitor, path, std::move(words), std::move(query));
    EXPECT_TRUE(reply.has_value()) << path << ": " << (reply ? "" : reply.error().text);
    return reply ? reply->body : "";
  }
  static bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

  std::unique_ptr<House> house_;
  access::Visitor dealer_, auditor_;
  std::filesystem::path upload_;
};

TEST_F(Reading, cards_are_asked_for_by_path_and_day) {
  EXPECT_TRUE(has(body(auditor_, "/api/v1/lots/{maker}/{number}", {{"maker", "MAKER"}, {"number", "A17-1"}}),
                  "\"number\":\"A17-1\""));
  EXPECT_TRUE(has(body(dealer_, "/api/v1/holders/{code}", {{"code", "DEALER"}}), "\"party\":\"DEALER\""));
  EXPECT_TRUE(has(body(auditor_, "/api/v1/packages/{code}", {{"code", "BOX-1"}}), "\"code\":\"BOX-1\""));
  EXPECT_TRUE(has(body(auditor_, "/api/v1/records/{number}", {{"number", "1"}}), "register_opened"));
  const auto early = get(auditor_, "/api/v1/lots/{maker}/{number}", {{"maker", "MAKER"}, {"number", "A17-1"}},
                         {{"as_known_on", "2020-01-01"}});
  EXPECT_EQ(early.error().name, "not_on_record_yet");
  const auto wrong = get(auditor_, "/api/v1/lots/{maker}/{number}", {{"maker", "MAKER"}, {"number", "A17-1"}},
                         {{"as_of", "2020-13-01"}});
  EXPECT_EQ(wrong.error().field, "as_of");
}

TEST_F(Reading, a_dealer_is_refused_what_is_anothers_as_what_is_not_there) {
  const auto others = get(dealer_, "/api/v1/lots/{maker}/{number}", {{"maker", "MAKER"}, {"number", "B17-2"}}).error();
  EXPECT_EQ(answers::http_status_of(others), 403);
  EXPECT_EQ(get(dealer_, "/api/v1/lots/{maker}/{number}", {{"maker", "MAKER"}, {"number", "Z-9"}}).error(), others);
  EXPECT_EQ(get(dealer_, "/api/v1/holders/{code}", {{"code", "POLICE"}}).error(), others);
  EXPECT_EQ(get(dealer_, "/api/v1/packages/{code}", {{"code", "BOX-1"}}).error(), others);
  EXPECT_EQ(get(dealer_, "/api/v1/records/{number}", {{"number", "1"}}).error(), others);
}

TEST_F(Reading, lists_take_their_filters_and_go_on_from_a_cursor) {
  const auto first = body(auditor_, "/api/v1/lots", {}, {{"limit", "1"}, {"calibre", "7.62x51"}});
  EXPECT_TRUE(has(first, "A17-1") && !has(first, "B17-2"));
  const auto at = first.find("\"next\":\"") + 8;
  const auto cursor = first.substr(at, first.find('"', at) - at);
  const auto second = body(auditor_, "/api/v1/lots", {}, {{"limit", "1"}, {"cursor", cursor}});
  EXPECT_TRUE(has(second, "B17-2") && has(second, "\"next\":\"\""));
  EXPECT_FALSE(has(body(dealer_, "/api/v1/lots"), "B17-2"));
  EXPECT_TRUE(has(body(auditor_, "/api/v1/holders", {}, {{"kind", "dealer"}}), "DEALER"));
  EXPECT_TRUE(has(body(auditor_, "/api/v1/packages", {}, {{"holder", "MAKER"}}), "BOX-1"));
  EXPECT_TRUE(has(body(auditor_, "/api/v1/movements", {}, {{"holder", "DEALER"}}), "\"kind\":\"transfer\""));
  EXPECT_TRUE(has(body(auditor_, "/api/v1/records", {}, {{"kind", "package"}}), "\"kind\":\"package\""));
  EXPECT_EQ(get(auditor_, "/api/v1/lots", {}, {{"limit", "many"}}).error().field, "limit");
  EXPECT_EQ(get(auditor_, "/api/v1/lots", {}, {{"limit", "0"}}).error().field, "limit");
  EXPECT_EQ(get(auditor_, "/api/v1/lots", {}, {{"cursor", "00"}}).error().name, "bad_cursor");
}

TEST_F(Reading, marks_are_read_by_text_and_by_the_clock) {
  EXPECT_TRUE(has(body(dealer_, "/api/v1/marks/headstamp", {}, {{"clock", "12=CBC"}, {"calibre", "9x19"}}), "CBC"));
  EXPECT_TRUE(has(body(dealer_, "/api/v1/marks/read", {}, {{"text", "BOX-1"}}), "\"key\":\"BOX-1\""));
  EXPECT_TRUE(has(body(dealer_, "/api/v1/marks/lot-mark", {}, {{"text", "012-CBC-19"}}), "\"lot_mark\""));
  EXPECT_TRUE(has(body(dealer_, "/api/v1/marks/package", {}, {{"text", "BOX-1"}}), "\"gs1\":false"));
  EXPECT_EQ(get(dealer_, "/api/v1/marks/package", {}, {{"text", "(00)123"}}).error().field, "text");
  EXPECT_TRUE(has(body(dealer_, "/api/v1/marks/calibre", {}, {{"text", ".308 Win"}}), "\"probability\""));
  EXPECT_TRUE(has(body(dealer_, "/api/v1/marks/regimes"), "\"required\""));
  EXPECT_EQ(get({}, "/api/v1/marks/regimes").error().name, "right_missing");
  EXPECT_TRUE(has(body(auditor_, "/api/v1/marks/search", {}, {{"text", "A17-1"}}), "A17-1"));
  EXPECT_EQ(get(dealer_, "/api/v1/marks/search", {}, {{"text", "A17-1"}}).error().number, access::not_your_own.number);
  EXPECT_TRUE(has(body(auditor_, "/api/v1/marks/reconcile"), "\"unreconciled\""));
}

TEST_F(Reading, labels_are_judged_from_a_file_that_was_sent) {
  upload_ = folder_.path + "/lots.csv";
  std::ofstream(upload_) << "issuer,ref,maker,lot,product,made_on,act,rounds,place,first_recipient,on,package_marks\n"
                            "i,r,MAKER,A17-9,BALL,2017,manufacture,100,STORE,POLICE,2017,lot\n";
  const auto judged = body(dealer_, "/api/v1/marks/check", {}, {{"regime", "ecowas"}});
  EXPECT_TRUE(has(judged, "lot A17-9 of MAKER")) << judged;
  EXPECT_FALSE(get(dealer_, "/api/v1/marks/check", {}, {{"regime", "atlantis"}}).has_value());
}

TEST_F(Reading, reports_vocabularies_and_the_profile) {
  EXPECT_TRUE(has(body(auditor_, "/api/v1/reports"), "trace_requests"));
  EXPECT_EQ(get(dealer_, "/api/v1/reports").error().name, "right_missing");
  EXPECT_TRUE(has(body(auditor_, "/api/v1/reports/{name}", {{"name", "trace_requests"}}), "\"report\""));
  EXPECT_EQ(get(auditor_, "/api/v1/reports/{name}", {{"name", "gossip"}}).error().name, "unknown_report");
  EXPECT_EQ(get(auditor_, "/api/v1/reports/{name}", {{"name", "trace_requests"}}, {{"colour", "red"}}).error().name,
            "unknown_field");
  EXPECT_EQ(get(dealer_, "/api/v1/reports/{name}", {{"name", "trace_requests"}}).error().name, "right_missing");
  EXPECT_TRUE(has(body(auditor_, "/api/v1/profile", {}, {{"from", "2019-01-01"}}), "\"profile\""));
  EXPECT_TRUE(has(body(dealer_, "/api/v1/words/{set}", {{"set", "diversion_modality"}}), "\"code\""));
  EXPECT_EQ(get(dealer_, "/api/v1/words/{set}", {{"set", "spells"}}).error().name, "unknown_vocabulary");
}

}  // namespace
}  // namespace lotline::http
