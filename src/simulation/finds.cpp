#include "simulation/finds.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "simulation/reading.h"

namespace lotline::simulation {

namespace {

constexpr std::int64_t kSmallestSeizure = 5;
constexpr int kSinglesFired = 700;  ///< single finds that are fired cases, in a thousand: judgement
constexpr int kFoundAbroad = 700;   ///< of rounds bought to be carried over the border, found beyond it: judgement
constexpr std::uint64_t kDistricts = 12;

std::string_view circumstances_of(const TrueFind& find) {
  if (find.fired) return "crime_scene";
  return find.kind == DiversionKind::small_purchases ? "border" : "seized";
}

Row recovery_row(const TrueFind& find, const TrueLine& line, const std::string& laboratory, bool traced) {
  const bool converted = line.kind == DiversionKind::converted_blanks;
  Row row("recoveries", line.ref);
  row.with("case_number", find.id).with("kind", find.fired ? "fired_case" : "live_round").with("count", line.count);
  row.with("country", find.country).with("place", find.place);
  row.with("circumstances", std::string{circumstances_of(find)}).with("custodian", laboratory);
  row.with("headstamp", line.marks.headstamp).with("calibre", line.marks.calibre);
  row.with("colours", line.marks.colours).with("lot_mark", line.marks.lot_mark);
  row.with("package", line.marks.package).with("year", line.marks.year);
  row.with("origin", converted ? "converted_blank" : "").with("indicators", converted ? "bullet set into a blank" : "");
  row.with("modality", find.kind == DiversionKind::small_purchases ? "land_ant" : "");
  row.with("trace", traced ? "yes" : "no").with("no_trace_reason", traced ? "" : "no request was made (simulated)");
  return row.with("on", to_text(find.on)).with("basis", "simulated");
}

/// From whom most of it was taken.
std::string holder_of_most(const TrueFind& find) {
  std::map<std::string, std::int64_t> rounds;
  for (const TrueLine& line : find.lines) rounds[line.holder] += line.count;
  return std::ranges::max_element(rounds, {}, [](const auto& holder) { return holder.second; })->first;
}

}  // namespace

void Finds::until_today() {
  while (!world_.planned.empty() && world_.planned.front().on <= world_.today) {
    const PlannedFind planned = world_.planned.front();
    world_.planned.pop_front();
    make(planned);
  }
}

TrueFind Finds::begun(const PlannedFind& planned, const Diversion& source, std::int64_t count) {
  TrueFind find;
  find.id = fmt::format("F{:05}", ++world_.finds);
  find.kind = source.kind;
  for (const HolderIndex other : source.others) find.others.push_back(world_.known_as[other]);
  find.on = planned.on;
  const bool abroad = source.kind == DiversionKind::small_purchases && chance_.chance(kFoundAbroad);
  find.country = abroad ? world_.nation.neighbour : world_.options.state;
  find.place = fmt::format("District {} (simulated)", 1 + chance_.below(kDistricts));
  find.fired = count == 1 && chance_.chance(kSinglesFired);
  find.recorded = chance_.chance(world_.options.finds_recorded);
  find.count = count;
  return find;
}

void Finds::make(const PlannedFind& planned) {
  Diversion& source = world_.diversions[planned.diversion];
  const std::int64_t count = std::min(planned.count, source.left());
  if (count < 1 || (planned.count > 1 && count < kSmallestSeizure)) return;
  TrueFind find = begun(planned, source, count);
  std::int64_t of_second = 0;
  const std::size_t second = chance_.index(world_.diversions.size());
  if (count >= kSmallestSeizure && second != planned.diversion && chance_.chance(world_.options.mixed_seizures))
    of_second = std::min(world_.diversions[second].left(),
                         count * chance_.between(50, world_.options.second_source_most) / 1000);
  draw(find, source, count - of_second);
  draw(find, world_.diversions[second], of_second);
  find.holder = holder_of_most(find);
  const bool traced = chance_.chance(world_.options.traces_opened);
  for (std::size_t i = 0; find.recorded && i < find.lines.size(); ++i) {
    find.lines[i].ref = fmt::format("find-{}-{}", find.id, i + 1);
    rows_.push_back(recovery_row(find, find.lines[i], world_.the(Role::laboratory).code, traced));
  }
  found_.push_back(std::move(find));
}

/// Each round of the pool is as likely to be among those found as another.
void Finds::draw(TrueFind& find, Diversion& source, std::int64_t count) {
  std::vector<std::int64_t> drawn(source.pool.size());
  std::int64_t left = source.left();
  for (std::int64_t i = 0; i < count; ++i, --left) {
    auto at = static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(left)));
    std::size_t which = 0;
    for (; at >= source.pool[which].rounds; ++which) at -= source.pool[which].rounds;
    --source.pool[which].rounds;
    ++drawn[which];
  }
  for (std::size_t i = 0; i < drawn.size(); ++i)
    if (drawn[i] > 0) read(find, source, source.pool[i], drawn[i]);
  std::erase_if(source.pool, [](const Loot& loot) { return loot.rounds == 0; });
}

void Finds::read(TrueFind& find, const Diversion& source, const Loot& loot, std::int64_t count) {
  const Lot& lot = world_.lot_of(source, loot);
  Marked marked{lot.stamp(), lot.calibre, lot.year, lot.works->style != Style::calibre, lot.works->colours, {}, {}, {}};
  if (lot.marked_singly()) marked.lot_mark = lot.number();
  if (lot.on_record && !find.fired) marked.box_lot = lot.number();
  if (loot.box != kNoCase && !find.fired) marked.case_code = case_code(loot.box);
  while (count > 0) {
    const std::int64_t alike = std::min(count, chance_.between(1, world_.options.reading.most_alike));
    count -= alike;
    TrueLine line;
    line.kind = source.kind;
    line.marks = read_marks(marked, world_.options.reading, chance_);
    line.count = alike;
    line.stamp = marked.stamp;
    if (lot.on_record) line.maker = world_.known_as[lot.maker];
    if (lot.on_record) line.lot = lot.number();
    line.made = lot.year;
    if (loot.holder != Diversion::kNobody) line.holder = world_.known_as[loot.holder];
    line.diversion = source.id;
    find.lines.push_back(std::move(line));
  }
}

Result<void> Finds::close_return() {
  std::size_t row = 0;
  for (TrueFind& find : found_) {
    for (TrueLine& line : find.lines)
      if (!line.ref.empty()) line.exhibit = TRY(world_.sink.take(rows_[row++]));
    world_.truth.take(find);
  }
  found_.clear();
  rows_.clear();
  return {};
}

}  // namespace lotline::simulation
