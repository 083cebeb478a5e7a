#pragma once
// Events that came in a document (EPCIS 2.0): which records each made, and what it said beyond them. One that made none
// is an observation: it moved nothing and is kept whole, findable by what it names.

#include <array>
#include <string>
#include <vector>

#include "base/table.h"

namespace lotline::custody {

struct EventRow {
  static constexpr std::string_view table = "events";
  static constexpr int key_fields = 1;
  static constexpr bool written_once = true;
  static constexpr std::array<std::string_view, 0> indexes{};

  RecordNumber number = 0;
  RecordNumber first = 0;  ///< it made the records from here up to its own; 0 for an observation
  Day happened_first;
  Day happened_last;
  std::string words;  ///< type, step and disposition, for people

  [[nodiscard]] bool moved_nothing() const { return first == 0; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("first", self.first);
    visit("happened_first", self.happened_first);
    visit("happened_last", self.happened_last);
    visit("words", self.words);
  }
};

/// A thing that an observation names, by the key of its code: "(00)...", "(01)...(10)...", or a URI as it stands.
struct EventSubjectRow {
  static constexpr std::string_view table = "event_subjects";
  static constexpr int key_fields = 2;
  static constexpr bool written_once = true;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string subject;
  RecordNumber number = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("subject", self.subject);
    visit("number", self.number);
  }
};

struct EventRecorded {
  static constexpr std::string_view kind_name = "event";

  RecordNumber first = 0;
  std::string kept;  ///< the event as it came, canonical JSON; empty when the records say all of it
  std::vector<std::string> subjects;
  std::string time;  ///< as written in the document: finer than the day that records keep
  std::string words;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("first", self.first);
    visit("kept", self.kept);
    visit("subjects", self.subjects);
    visit("time", self.time);
    visit("words", self.words);
  }
};

struct Events {
  Table<EventRow>& events;
  Table<EventSubjectRow>& subjects;
};

void apply(const EventRecorded& record, RecordNumber number, const When& happened, Events& events);

}  // namespace lotline::custody
