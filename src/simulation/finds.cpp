#include "simulation/finds.h"

#include <fmt/format.h>

#include <algorithm>

#include "simulation/reading.h"

namespace lotline::simulation {

namespace {

constexpr std::int64_t kSmallestSeizure = 5;
constexpr int kSinglesFired = 700;  ///< single finds that are fired cases, in a thousand: judgement
constexpr int kDistricts = 12;

Row recovery_row(const TrueFind& find, const TrueLine& line, std::string_view laboratory, bool traced) {
  Row row("recoveries", line.ref);
  row.with("case_number", find.id).with("kind", find.fired ? "fired_case" : "live_round").with("count", line.count);
  row.with("country", find.country).with("place", find.place);
  row.with("circumstances", find.fired ? "crime_scene" : "seized").with("custodian", std::string{laboratory});
  row.with("headstamp", line.marks.headstamp).with("calibre", line.marks.calibre);
  row.with("colours", line.marks.colours).with("lot_mark", line.marks.lot_mark).with("year", line.marks.year);
  row.with("trace", traced ? "yes" : "no").with("no_trace_reason", traced ? "" : "no request was made (simulated)");
  return row.with("on", to_text(find.on)).with("basis", "simulated");
}

}  // namespace

void Finds::until_today() {
  while (!world_.planned.empty() && world_.planned.front().on <= world_.today) {
    const PlannedFind planned = world_.planned.front();
    world_.planned.pop_front();
    make(planned);
  }
}

void Finds::make(const PlannedFind& planned) {
  Diversion& source = world_.diversions[planned.diversion];
  const std::int64_t count = std::min(planned.count, source.left());
  if (count < 1 || (planned.count > 1 && count < kSmallestSeizure)) return;
  TrueFind find;
  find.id = fmt::format("F{:05}", ++world_.finds);
  find.kind = source.kind;
  find.holder = world_.holder(source.holder).code;
  find.on = planned.on;
  find.country = world_.options.state;
  find.place = fmt::format("District {} (simulated)", 1 + chance_.below(kDistricts));
  find.fired = count == 1 && chance_.chance(kSinglesFired);
  find.recorded = chance_.chance(world_.options.finds_recorded);
  find.count = count;
  std::int64_t of_second = 0;
  const std::size_t second = chance_.index(world_.diversions.size());
  if (count >= kSmallestSeizure && second != planned.diversion && chance_.chance(world_.options.mixed_seizures))
    of_second = std::min(world_.diversions[second].left(),
                         count * chance_.between(50, world_.options.second_source_share) / 1000);
  draw(find, source, count - of_second);
  draw(find, world_.diversions[second], of_second);
  const bool traced = chance_.chance(world_.options.traces_opened);
  for (std::size_t i = 0; find.recorded && i < find.lines.size(); ++i) {
    find.lines[i].ref = fmt::format("find-{}-{}", find.id, i + 1);
    const auto& laboratory = world_.holder(world_.nation.all(Role::laboratory).front());
    world_.recoveries.push_back(recovery_row(find, find.lines[i], laboratory.code, traced));
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
  const Lot& lot = world_.lots[loot.lot];
  const Works& maker = works()[lot.works];
  Marked marked{lot.stamp(), lot.calibre, lot.year, maker.style != Style::calibre, maker.colours, {}, lot.number()};
  if (lot.marked_singly()) marked.lot_mark = lot.number();
  if (find.fired) marked.box_lot.clear();
  while (count > 0) {
    const std::int64_t alike = std::min(count, chance_.between(1, world_.options.reading.most_alike));
    count -= alike;
    TrueLine line;
    line.marks = read_marks(marked, world_.options.reading, chance_);
    line.count = alike;
    line.stamp = marked.stamp;
    line.maker = world_.holder(world_.nation.all(Role::maker)[lot.works]).code;
    line.lot = lot.number();
    line.made = lot.year;
    line.holder = world_.holder(loot.holder).code;
    line.diversion = source.id;
    find.lines.push_back(std::move(line));
  }
}

Result<void> Finds::close_return() {
  std::size_t row = 0;
  for (TrueFind& find : found_) {
    for (TrueLine& line : find.lines)
      if (!line.ref.empty()) line.exhibit = TRY(world_.sink.take(world_.recoveries[row++]));
    world_.truth.take(find);
  }
  found_.clear();
  world_.recoveries.clear();
  return {};
}

}  // namespace lotline::simulation
