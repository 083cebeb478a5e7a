#pragma once
// Searches of the gallery of scans, each on record with what it searched and by which versions, also when nothing came
// of it. What it lists are sources to look at; a lead is chosen among them (lead.h).

#include <array>
#include <string>
#include <vector>

#include "seizure/scan.h"

namespace lotline::seizure {

struct ScanSearchRow {
  static constexpr std::string_view table = "scan_searches";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"scan"};

  ScanSearchId id;
  ScanId scan;
  RecordNumber gallery_until = 0;    ///< last record that the gallery was made from
  std::int64_t gallery_scans = 0;    ///< scans in it
  std::int64_t gallery_sources = 0;  ///< exhibits and firearms they are of
  std::string gallery_hash;          ///< over the numbers and files of its scans
  std::string filters;               ///< words, separated by ';'
  std::string versions;              ///< name=version, separated by ';'
  std::int64_t passed = 0;           ///< sources that the filters left
  std::int64_t listed = 0;
  Day searched_first;
  Day searched_last;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("scan", self.scan);
    visit("gallery_until", self.gallery_until);
    visit("gallery_scans", self.gallery_scans);
    visit("gallery_sources", self.gallery_sources);
    visit("gallery_hash", self.gallery_hash);
    visit("filters", self.filters);
    visit("versions", self.versions);
    visit("passed", self.passed);
    visit("listed", self.listed);
    visit("searched_first", self.searched_first);
    visit("searched_last", self.searched_last);
  }
};

/// One source that a search lists, by the best of its scans.
struct ScanCandidateRow {
  static constexpr std::string_view table = "scan_candidates";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"scan"};

  ScanSearchId search;
  int rank = 0;  ///< from 1
  ScanId scan;
  std::int64_t score_ppm = 0;  ///< score in millionths
  bool has_llr = false;
  std::int64_t llr_milli = 0;  ///< log10 of the likelihood ratio in thousandths; 0 without one
  std::string llr_reason;      ///< why there is none
  std::string notes;           ///< why it stands here, warnings; separated by ';'

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("search", self.search);
    visit("rank", self.rank);
    visit("scan", self.scan);
    visit("score_ppm", self.score_ppm);
    visit("has_llr", self.has_llr);
    visit("llr_milli", self.llr_milli);
    visit("llr_reason", self.llr_reason);
    visit("notes", self.notes);
  }
};

struct ScansSearched {
  static constexpr std::string_view kind_name = "scan_search";

  struct Candidate {
    bool has_llr = false;
    std::int64_t llr_milli = 0;
    std::string llr_reason;
    std::vector<std::string> notes;
    ScanId scan;
    std::int64_t score_ppm = 0;

    template <class Self, class Visit>
    static void fields(Self& self, Visit& visit) {
      visit("has_llr", self.has_llr);
      visit("llr_milli", self.llr_milli);
      visit("llr_reason", self.llr_reason);
      visit("notes", self.notes);
      visit("scan", self.scan);
      visit("score_ppm", self.score_ppm);
    }
  };

  std::vector<Candidate> candidates;  ///< best first
  std::vector<std::string> filters;
  std::string gallery_hash;
  std::int64_t gallery_scans = 0;
  std::int64_t gallery_sources = 0;
  RecordNumber gallery_until = 0;
  std::int64_t passed = 0;
  ScanId scan;
  std::vector<std::string> versions;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("candidates", self.candidates);
    visit("filters", self.filters);
    visit("gallery_hash", self.gallery_hash);
    visit("gallery_scans", self.gallery_scans);
    visit("gallery_sources", self.gallery_sources);
    visit("gallery_until", self.gallery_until);
    visit("passed", self.passed);
    visit("scan", self.scan);
    visit("versions", self.versions);
  }
};

struct ScanSearches {
  Table<ScanSearchRow>& searches;
  Table<ScanCandidateRow>& candidates;
};

/// Refuses a search of or among scans that are not on record or were withdrawn.
Result<ScansSearched> decide_search(const Table<ScanRow>& scans, ScansSearched searched);
void apply(const ScansSearched& record, RecordNumber number, const When& happened, ScanSearches& searches);

}  // namespace lotline::seizure
