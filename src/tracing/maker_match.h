#pragma once
// Which manufacturers' codes stand in a headstamp or a lot mark, one character misread allowed.

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "tracing/marks_understood.h"

namespace lotline::tracing {

/// The codes of the register's manufacturers, read once to be compared with many marks.
class MakerMatch {
 public:
  explicit MakerMatch(const parties::Directory& directory);

  /// None when the marks hold no code.
  std::set<PartyId> of(const MarksUnderstood& marks) const;
  /// What a manufacturer stamps; none when nobody recorded it.
  const std::vector<std::string>& codes_of(PartyId maker) const;

 private:
  struct Code {
    std::u32string glyphs;
    PartyId maker;
  };
  [[nodiscard]] double fit_of(const Code& code, const std::vector<std::u32string>& tokens) const;

  std::vector<Code> codes_;
  std::unordered_map<PartyId, std::vector<std::string>> by_maker_;
  marking::ConfusionOptions confusion_;
};

}  // namespace lotline::tracing
