// What marks mean, what regimes say of them, and which are on record: as the words of `lotline marks`.

#include "answers/marks_json.h"
#include "answers/vocabulary_json.h"
#include "base/text.h"
#include "http/house.h"
#include "http/route.h"
#include "service/catalogue_words.h"

namespace lotline::http {

namespace {

constexpr Parameter kText{"text", "as read; ? is one unread character, * several", "DC? 17"};
constexpr Parameter kClock{"clock", "characters by clock position", "12=CBC 6=17"};
constexpr Parameter kCalibre{"calibre", "known or measured", "7.62x51"};
constexpr Parameter kYear{"year", "known or guessed: 1943, 194?, 1941-1945", "2017"};

constexpr Parameter required(Parameter parameter) {
  parameter.required = true;
  return parameter;
}

Result<service::MarksAsked> marks_asked(const Request& request) {
  return service::MarksAsked{TRY(request.text("text")), TRY(request.text("clock")), TRY(request.text("calibre")),
                             TRY(request.text("year"))};
}

Result<Reply> read(Call& call) {
  return json(answers::readings_as_json(TRY(service::read_marks(call.reference, TRY(marks_asked(call.request))))));
}

Result<Reply> headstamp(Call& call) {
  return json(answers::headstamp_as_json(TRY(service::read_headstamp(call.reference, TRY(marks_asked(call.request))))));
}

Result<Reply> lot_mark(Call& call) {
  return json(answers::lot_mark_as_json(TRY(service::read_lot_mark(call.reference, TRY(call.request.text("text"))))));
}

Result<Reply> package(Call& call) {
  const auto text = TRY(call.request.text("text"));
  return json(answers::package_code_as_json(TRY(of_field("text", service::read_package_code(call.reference, text)))));
}

Result<Reply> calibre(Call& call) {
  const auto text = TRY(call.request.text("text"));
  const auto weapon = TRY(call.request.text("weapon_class"));
  return json(answers::calibre_as_json(TRY(service::read_calibre(call.reference, text, weapon))));
}

Result<Reply> regimes(Call& call) {
  TRY(access::require(call.visitor, access::Right::read_marks));
  return json(answers::regimes_as_json(call.reference.catalogue.regimes()));
}

Result<Reply> check(Call& call) {
  const auto regimes = TRY(call.request.text("regime"));
  std::vector<std::string> ids;
  for (const auto id : split(regimes, ';')) ids.emplace_back(trim(id));
  const auto judged = TRY(
      exchange::judge_marks_file(call.reference, call.request.upload.string(), ids, TRY(call.request.text("state"))));
  return json(answers::judged_as_json(judged));
}

Result<Reply> search(Call& call) {
  const auto text = TRY(call.request.text("text"));
  call.looked.object = "mark " + text;
  const auto found = TRY(service::search_marks(call.store, call.reference, text));
  return json(answers::marks_found_as_json(found, call.house.simulated()));
}

Result<Reply> reconcile(Call& call) {
  call.looked.object = "marks without a record, records without a mark";
  const auto found = TRY(service::reconcile(call.store, call.reference));
  return json(answers::unreconciled_as_json(found, call.house.simulated()));
}

Result<Reply> vocabulary(Call& call) {
  return json(answers::words_as_json(TRY(service::vocabulary(call.reference.catalogue, call.request.word("set")))));
}

}  // namespace

std::vector<Route> marks_routes() {
  using access::Right;
  return {
      {.method = "GET",
       .path = "/api/v1/marks/read",
       .summary = "Every reading of a text as a headstamp, a lot mark and a package code, ranked with reasons.",
       .handle = read,
       .right = Right::read_marks,
       .parameters = {required(kText), kClock, kCalibre, kYear},
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/marks/headstamp",
       .summary = "What the marks on the head of a case mean, ranked with reasons.",
       .handle = headstamp,
       .right = Right::read_marks,
       .parameters = {kText, kClock, kCalibre, kYear},
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/marks/lot-mark",
       .summary = "What a lot mark means, ranked with reasons.",
       .handle = lot_mark,
       .right = Right::read_marks,
       .parameters = {required(kText)},
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/marks/package",
       .summary = "The code of a package in the spelling under which it is looked up.",
       .handle = package,
       .right = Right::read_marks,
       .parameters = {required({"text", "as printed, or as a barcode says it", "(00)095212340000000013"})},
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/marks/calibre",
       .summary = "Which calibres a text may mean, ranked, with what each is easily taken for.",
       .handle = calibre,
       .right = Right::read_marks,
       .parameters = {required({"text", "as read or measured", ".308 Win"}),
                      {"weapon_class", "decides between calibres of one bore", "pistol"}},
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/marks/regimes",
       .summary = "The marking regimes that are known.",
       .handle = regimes,
       .right = Right::read_marks,
       .answer = "marks"},
      {.method = "POST",
       .path = "/api/v1/marks/check",
       .summary = "Judges the lots or packages of a CSV template against marking regimes, each by itself.",
       .handle = check,
       .right = Right::read_marks,
       .reads = true,
       .parameters = {{"regime", "ids of regimes, separated by ;", "ecowas", true},
                      {"state", "the State that judges, ISO 3166 alpha-2: the law of another does not apply", "BR"}},
       .upload = "text/csv",
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/marks/search",
       .summary = "Marks on record that a partial mark may be, likeliest first.",
       .handle = search,
       .right = Right::read_marks,
       .needs_case = true,
       .parameters = {required(kText)},
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/marks/reconcile",
       .summary = "Marks without a record, and records without a mark.",
       .handle = reconcile,
       .right = Right::read_marks,
       .needs_case = true,
       .answer = "marks"},
      {.method = "GET",
       .path = "/api/v1/words/{set}",
       .summary = "A fixed vocabulary that fields take their words from.",
       .handle = vocabulary,
       .answer = "words"}};
}

}  // namespace lotline::http
