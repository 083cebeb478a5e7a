// Fired cases: scans on record, their pictures, comparisons, searches and leads. What is listed is there to be looked
// at; a conclusion is an examiner's, recorded as an act.

#include <filesystem>

#include "answers/comparison_json.h"
#include "answers/comparison_picture.h"
#include "answers/enrol_json.h"
#include "answers/lead_json.h"
#include "answers/scan_card_json.h"
#include "answers/search_json.h"
#include "base/whole_file.h"
#include "exchange/scan_files.h"
#include "exchange/scan_picture.h"
#include "http/house.h"
#include "http/members.h"
#include "http/once.h"
#include "http/page_asked.h"
#include "service/enrol_scans.h"
#include "service/lookup.h"
#include "service/refusals.h"
#include "service/search_scans.h"
#include "surface/x3p_reader.h"

namespace lotline::http {

namespace {

using access::Right;

constexpr std::size_t kLargestPicture = std::size_t{64} << 20;
constexpr std::size_t kLargestScan = std::size_t{512} << 20;

Result<ScanId> scan_number(std::string_view text, std::string_view field) {
  return ScanId{TRY(of_field(field, service::Lookup::number(text)))};
}

/// The original of a scan on record, as a file.
struct Original {
  service::ListedScan card;
  std::string path;
};
Result<Original> original_of(Call& call, std::string_view text, std::string_view field) {
  const auto card = TRY(service::scan_card(call.store, call.reference, TRY(scan_number(text, field))));
  const auto path = call.house.scans().original(card.scan.sha256);
  if (!path) return refuse(service::original_missing, "{}", card.scan.file);
  return Original{card, *path};
}

/// A file that is written, read back and removed.
class Passing {
 public:
  explicit Passing(const Call& call, std::string_view ending)
      : path_(call.house.uploads() / (call.request.id + std::string{ending})) {
    std::filesystem::create_directories(path_.parent_path());
  }
  ~Passing() {
    std::error_code error;
    std::filesystem::remove(path_, error);
  }
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

Result<Reply> file_as(const std::string& path, std::string_view type, std::size_t most) {
  const auto bytes = TRY(read_whole_file(path, most));
  return text_of_type(type, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<Reply> list(Call& call) {
  const service::ScansAsked asked{TRY(call.request.text("mark")), TRY(call.request.text("source")),
                                  TRY(page_asked(call.request))};
  return json(
      answers::scans_as_json(TRY(service::list_scans(call.store, call.reference, asked)), call.house.simulated()));
}

Result<Reply> one(Call& call) {
  const ScanId scan = TRY(scan_number(call.request.word("number"), ""));
  return json(
      answers::scan_card_as_json(TRY(service::scan_card(call.store, call.reference, scan)), call.house.simulated()));
}

Result<Reply> picture(Call& call) {
  const Original original = TRY(original_of(call, call.request.word("number"), ""));
  const auto scan = TRY(surface::read_x3p(original.path));
  const Passing png(call, ".png");
  TRY(exchange::write_scan_picture(png.path(), {scan, original.card.scan.file, {}, {original.card.source}}));
  return file_as(png.path(), "image/png", kLargestPicture);
}

Result<Reply> file(Call& call) {
  const Original original = TRY(original_of(call, call.request.word("number"), ""));
  Reply reply = TRY(file_as(original.path, "application/octet-stream", kLargestScan));
  reply.with("Content-Disposition", "attachment; filename=\"scan.x3p\"");
  return reply;
}

Result<Reply> enrol(Call& call) {
  service::ScanToEnrol scan{call.request.upload.string(), {}};
  std::string file = TRY(call.request.text("file"));
  if (file.empty()) file = "upload.x3p";
  scan.fields.emplace_back("file", file);
  for (const auto& [name, value] : call.request.query)
    if (!value.empty() && name != "file") scan.fields.emplace_back(name, TRY(call.request.text(name)));
  const auto desk = TRY(call.house.import_desk(call.visitor));
  auto enrolled =
      service::enrol_scans(*desk.desk, call.house.scans(), {&scan, 1}, {.threads = 1, .source = TRY(source_of(call))});
  if (enrolled.front().outcome == service::EnrolOutcome::refused) return std::unexpected(enrolled.front().refusal);
  enrolled.front().path = file;  // where it lay on the service's disk is nobody's business
  call.house.tell_since(0);
  enrolled.front().path = TRY(call.request.text("file"));  // as the sender calls it, not where it lies here
  return created(answers::enrolled_as_json(enrolled, {}, call.house.simulated()),
                 fmt::format("/api/v1/scans/{}", enrolled.front().scan));
}

/// The one that is named; the shipped one of the mark where nothing is.
Result<const comparison::Calibrator*> calibrator_of(Call& call, const std::string& named, surface::Mark mark) {
  return of_field("calibrator", call.house.calibrators().named(named, mark));
}

/// Both scans of a comparison, read and made ready.
struct Pair {
  Original a, b;
  surface::X3p scan_a, scan_b;
  surface::PrepareOptions prepare;
  service::ReadyScan ready_a, ready_b;
};
Result<Pair> pair_of(Call& call, std::string_view a, std::string_view b) {
  Original first = TRY(original_of(call, a, "a"));
  Original second = TRY(original_of(call, b, "b"));
  if (first.card.scan.mark != second.card.scan.mark)
    return of_field<Pair>("b", refuse(service::marks_differ, "{} and {}", first.card.scan.mark, second.card.scan.mark));
  const auto prepare = surface::defaults_for(TRY(parse_word<surface::Mark>(first.card.scan.mark, "mark")));
  auto scan_a = TRY(of_field("a", surface::read_x3p(first.path)));
  auto scan_b = TRY(of_field("b", surface::read_x3p(second.path)));
  auto ready_a = TRY(of_field("a", service::ready_scan(scan_a, prepare)));
  auto ready_b = TRY(of_field("b", service::ready_scan(scan_b, prepare)));
  return Pair{std::move(first), std::move(second),  std::move(scan_a), std::move(scan_b),
              prepare,          std::move(ready_a), std::move(ready_b)};
}

struct Weighed {
  const comparison::Calibrator* calibrator = nullptr;
  std::string firearm_class{};
  bool counts = false;
};

answers::ComparisonAnswer compared(const Pair& pair, const Weighed& by) {
  return {pair.a.card.scan.file,
          pair.b.card.scan.file,
          pair.ready_a,
          pair.ready_b,
          by.calibrator,
          service::compare_scans(pair.ready_a, pair.ready_b, {by.calibrator, by.firearm_class, by.counts})};
}

Result<Reply> compare(Call& call) {
  auto members = TRY(members_of(call.request.body));
  const Pair pair = TRY(pair_of(call, members["a"], members["b"]));
  const auto* calibrator = TRY(calibrator_of(call, members["calibrator"], pair.prepare.mark));
  return json(answers::comparison_as_json(
      compared(pair, {calibrator, members["class"], members["published_counts"] == "yes"})));
}

Result<Reply> comparison_picture(Call& call) {
  const Pair pair = TRY(pair_of(call, call.request.word("a"), call.request.word("b")));
  const auto* calibrator = TRY(calibrator_of(call, TRY(call.request.text("calibrator")), pair.prepare.mark));
  const Passing png(call, ".png");
  TRY(answers::draw_comparison(png.path(), {}, compared(pair, {calibrator}), pair.scan_a, pair.scan_b, pair.prepare));
  return file_as(png.path(), "image/png", kLargestPicture);
}

/// What is told of a search beside its scan, as the options of `lotline scan search`.
Result<service::ScanSearchOptions> search_options(Call& call, surface::Mark mark,
                                                  std::map<std::string, std::string, std::less<>>& members) {
  service::ScanSearchOptions options;
  options.calibrator = TRY(calibrator_of(call, members["calibrator"], mark));
  options.source = TRY(source_of(call));
  options.firearm_class = members["class"];
  auto& ranking = options.ranking;
  const auto whole = [&](std::string_view name, std::size_t& into) -> Result<void> {
    const std::string& text = members[std::string{name}];
    if (!text.empty()) into = static_cast<std::size_t>(TRY(of_field(name, parse_rounds(text))).count());
    return {};
  };
  TRY(whole("most", ranking.lines));
  TRY(whole("short_list", ranking.short_list));
  using search::ClassField;
  if (members["any_class"] == "yes") ranking.filter.uses.fill(false);
  ranking.filter.uses[static_cast<std::size_t>(ClassField::headstamp)] = members["headstamp"] == "yes";
  ranking.filter.uses[static_cast<std::size_t>(ClassField::instrument)] = members["instrument"] == "yes";
  return options;
}

Result<Reply> search(Call& call) {
  auto members = TRY(members_of(call.request.body));
  const ScanId scan = TRY(scan_number(call.request.word("number"), ""));
  const auto card = TRY(service::scan_card(call.store, call.reference, scan));
  const auto mark = TRY(parse_word<surface::Mark>(card.scan.mark, "mark"));
  const auto options = TRY(search_options(call, mark, members));
  const auto desk = TRY(call.house.import_desk(call.visitor));
  const auto gallery = TRY(service::scan_gallery(*desk.store, call.house.scans(), mark));
  const auto found = TRY(service::search_scans(*desk.desk, call.house.scans(), gallery, scan, options));
  call.house.tell_since(0);
  const bool withheld = found.sealed || members["without_lr"] == "yes";
  return created(
      answers::search_as_json(desk.store->state(), found, withheld, options.calibrator, call.house.simulated()),
      fmt::format("/api/v1/records/{}", found.search));
}

Result<Reply> lead(Call& call) {
  const LeadId id{TRY(service::Lookup::number(call.request.word("number")))};
  return json(answers::lead_as_json(TRY(service::lead_card(call.store, call.reference, id)), call.house.simulated()));
}

/// What an X3P file does not tell itself.
std::vector<Parameter> enrol_parameters() {
  std::vector<Parameter> kept;
  for (const auto& parameter : parameters_of(service::record_scan().form))
    if (parameter.name != "sha256" && parameter.name != "findings") kept.push_back(parameter);
  for (auto& parameter : kept) parameter.required = parameter.name == "mark";
  return kept;
}

}  // namespace

std::vector<Route> scan_routes() {
  const Parameter first{"a", "number of a scan on record", "38", true};
  const Parameter second{"b", "number of another of the same mark", "41", true};
  const Parameter calibrator{
      "calibrator", "hash of a kept calibrator, or none for scores alone; the shipped one of the mark when left out"};
  const Parameter gun_class{"class", "class of firearm, as the calibrator names it, where an examiner can tell"};
  return {{.method = "GET",
           .path = "/api/v1/scans",
           .summary = "Scans on record, a page at a time.",
           .handle = list,
           .right = Right::read_fired_cases,
           .parameters = {{"mark", "breech_face, firing_pin or ejector_mark", "breech_face"},
                          {"source", "number of the exhibit or firearm they are of"},
                          kCursor,
                          kLimit},
           .answer = "scans"},
          {.method = "GET",
           .path = "/api/v1/scans/{number}",
           .summary = "One scan on record: of what, with what, and what was read of its class.",
           .handle = one,
           .right = Right::read_fired_cases,
           .answer = "scans"},
          {.method = "GET",
           .path = "/api/v1/scans/{number}/picture.png",
           .summary = "The surface under a lamp.",
           .handle = picture,
           .right = Right::read_fired_cases,
           .waits = true},
          {.method = "GET",
           .path = "/api/v1/scans/{number}/file.x3p",
           .summary = "The original file.",
           .handle = file,
           .right = Right::read_fired_cases,
           .waits = true},
          {.method = "POST",
           .path = "/api/v1/scans",
           .summary = "Takes an X3P file onto the register: recorded, and its surface kept to be searched.",
           .handle = enrol,
           .right = Right::examine,
           .parameters = enrol_parameters(),
           .upload = "application/octet-stream",
           .answer = "scan enrol"},
          {.method = "POST",
           .path = "/api/v1/comparisons",
           .summary = "Lays two scans on each other and says what agrees and what it weighs; records nothing.",
           .handle = compare,
           .right = Right::read_fired_cases,
           .reads = true,
           .members = {first,
                       second,
                       gun_class,
                       calibrator,
                       {"published_counts", "yes: congruent matching cells as published too, which takes longer"}},
           .answer = "scan compare"},
          {.method = "GET",
           .path = "/api/v1/comparisons/{a}/{b}/picture.png",
           .summary = "Both as they lie on each other, with the cells that agree.",
           .handle = comparison_picture,
           .right = Right::read_fired_cases,
           .waits = true,
           .parameters = {calibrator}},
          {.method = "POST",
           .path = "/api/v1/scans/{number}/searches",
           .summary = "Searches the gallery for a scan on record; the search goes on record as well.",
           .handle = search,
           .right = Right::examine,
           .members = {gun_class,
                       calibrator,
                       {"most", "sources listed at most; 20 when left out", "20"},
                       {"short_list", "scans compared in full at most; 200 when left out", "200"},
                       {"headstamp", "yes: only cases of the same headstamp"},
                       {"instrument", "yes: only scans of the same instrument"},
                       {"any_class", "yes: no filter by calibre, firing pin, breech face and clock positions"},
                       {"without_lr", "yes: shows no likelihood ratio, so that an examiner may look first"}},
           .answer = "scan search"},
          {.method = "GET",
           .path = "/api/v1/leads/{number}",
           .summary = "A lead: two scans, who examines them and, unless sealed, what was concluded.",
           .handle = lead,
           .right = Right::read_fired_cases,
           .answer = "scan lead"}};
}

}  // namespace lotline::http
