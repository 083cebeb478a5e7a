// Scans enrolled from files and searched: surfaces made up for the tests, like no gun.

#include <sys/resource.h>

#include <fstream>

#include "comparison/noise_surface.h"
#include "exchange/scan_files.h"
#include "seizure/refusals.h"
#include "service/mirror_check.h"
#include "service/refusals.h"
#include "service/scan_surface.h"
#include "service/search_scans.h"
#include "storage/scan_folder.h"
#include "surface/x3p_writer.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

using service::EnrolOutcome;

class ScanEnrolment : public SmallState {
 protected:
  ScanEnrolment() : files_(folder_.path + "/scans") {
    std::filesystem::create_directory(files_);
    done("firearm", {{"make", "Demonstration Arms"}, {"serial", "S-1"}});
    fired_ = done("test_fires", {{"firearm", "S-1"}, {"laboratory", "LAB"}});
    exhibits_ = {scene("C-1"), scene("C-2")};
    folder_store_ = storage::ScanFolder::open(storage::scan_folder_of(path_), true).value();
  }

  RecordNumber scene(const std::string& case_number) {
    return done("recoveries", recovery(case_number, "fired_case", "1", "crime_scene", "2021-08-20"));
  }
  static surface::HeightMap map_of(std::uint64_t gun, double turned_deg, std::uint64_t firing) {
    comparison::NoiseOptions options;
    options.noise = 0.1;
    options.noise_seed = firing;
    const auto made = comparison::noise_surface(gun, {turned_deg, 20, -30}, options);
    surface::HeightMap map{made.columns, made.rows, made.pitch_um * 1e-6, made.pitch_um * 1e-6, {}};
    for (std::size_t i = 0; i < made.present.size(); ++i)
      map.heights_m.push_back(made.present[i] != 0 ? made.heights_um[i] * 1e-6 : surface::missing);
    return map;
  }
  void write(const std::string& name, surface::HeightMap map) const {
    surface::X3p scan;
    scan.map = std::move(map);
    scan.metadata = surface::software_metadata("tests", "2022-03-05T10:00:00Z", "simulated");
    ASSERT_TRUE(surface::write_x3p(files_ + "/" + name, scan).has_value());
  }
  void write_text(const std::string& name, const std::string& text) const {
    std::ofstream(files_ + "/" + name) << text;
  }

  /// Cases of guns 1 and 2 from two scenes, and a test fire of gun 1.
  void three_scans() const {
    write("a.x3p", map_of(1, 40, 1));
    write("b.x3p", map_of(2, 0, 2));
    write("c.x3p", map_of(1, -75, 3));
    write_text("scans.csv", fmt::format("file,exhibit,test_fire,calibre,extractor\na.x3p,{},,9x19,3\nb.x3p,{},,9x19,3\n"
                                        "c.x3p,,{},9x19,3:10\n",
                                        exhibits_[0], exhibits_[1], fired_));
  }
  std::vector<service::EnrolledScan> enrol(const exchange::ScanFields& said = {}, bool copy = true,
                                           const std::string& under = "") {
    service::EnrolOptions options;
    options.threads = 2;
    options.copy_originals = copy;
    const auto found = exchange::scan_files({files_ + under}, said).value();
    return service::enrol_scans(*desk_, *folder_store_, found, options);
  }
  service::ScanGallery gallery() {
    return service::scan_gallery(*store_, *folder_store_, surface::Mark::breech_face).value();
  }
  Result<service::ScanSearched> search(RecordNumber scan, const service::ScanSearchOptions& options = {}) {
    return service::search_scans(*desk_, *folder_store_, gallery(), ScanId{scan}, options);
  }
  service::KeptSurface kept(RecordNumber scan) {
    return *folder_store_->find(service::surface_key(*store_->state().scans.scans.find(make_key(scan))));
  }

  std::string files_;
  RecordNumber fired_ = 0;
  std::vector<RecordNumber> exhibits_;
  std::unique_ptr<storage::ScanFolder> folder_store_;
};

TEST_F(ScanEnrolment, takes_a_folder_and_reports_what_cannot_be_read) {
  three_scans();
  write_text("bad.x3p", "no scan");
  write("unlabelled.x3p", map_of(3, 0, 1));
  const auto enrolled = enrol();
  ASSERT_EQ(enrolled.size(), 5u);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(enrolled[static_cast<std::size_t>(i)].outcome, EnrolOutcome::enrolled) << i;
  EXPECT_EQ(enrolled[3].outcome, EnrolOutcome::refused);
  EXPECT_TRUE(enrolled[3].path.ends_with("bad.x3p"));
  EXPECT_GE(enrolled[3].refusal.number, 5000);
  EXPECT_EQ(enrolled[4].refusal.name, "scan_unlabelled");

  const auto row = *store_->state().scans.scans.find(make_key(enrolled[0].scan));
  EXPECT_EQ(row.file, "a.x3p");
  EXPECT_EQ(row.calibre, "9X19");
  EXPECT_EQ(row.extractor, 180);
  EXPECT_EQ(row.pitch_nm, 12'500);
  EXPECT_EQ(row.scanned_first, parse_day("2022-03-05").value()) << "as the file says";
  EXPECT_EQ(*folder_store_->original(row.sha256),
            storage::scan_folder_of(path_) + "/x3p/" + row.sha256.substr(0, 2) + "/" + row.sha256 + ".x3p");
  EXPECT_EQ(service::read_original(*folder_store_, row.sha256)->sha256, row.sha256);
  expect_verified();
}

TEST_F(ScanEnrolment, is_taken_up_where_it_was_cut_off) {
  three_scans();
  enrol();
  const auto records = store_->head().records;
  for (const auto& scan : enrol()) {
    EXPECT_EQ(scan.outcome, EnrolOutcome::known);
    EXPECT_GT(scan.scan, 0);
  }
  EXPECT_EQ(store_->head().records, records);
}

TEST_F(ScanEnrolment, makes_surfaces_of_other_versions_again) {
  three_scans();
  const auto enrolled = enrol();
  auto old = kept(enrolled[1].scan);
  const auto now = old;
  old.made_by = "another version";
  folder_store_->keep(service::surface_key(*store_->state().scans.scans.find(make_key(enrolled[1].scan))), old);
  EXPECT_EQ(gallery().missing, 1);
  EXPECT_EQ(search(enrolled[1].scan).error().name, "not_enrolled");
  const auto remade = service::remake_surfaces(*store_, *folder_store_, {});
  ASSERT_EQ(remade.size(), 1u);
  EXPECT_EQ(remade[0].outcome, EnrolOutcome::remade);
  EXPECT_EQ(kept(enrolled[1].scan).features, now.features);
  EXPECT_EQ(gallery().missing, 0);
  EXPECT_TRUE(service::remake_surfaces(*store_, *folder_store_, {}).empty());
}

TEST_F(ScanEnrolment, keeps_an_unsuitable_scan_on_record_and_out_of_searches) {
  auto map = map_of(1, 0, 1);
  for (double& height : map.heights_m) height = surface::missing;
  map.heights_m[0] = 0;
  write("empty.x3p", map);
  const auto enrolled = enrol({{"exhibit", std::to_string(exhibits_[0])}});
  ASSERT_EQ(enrolled.size(), 1u);
  EXPECT_EQ(enrolled[0].outcome, EnrolOutcome::unsuitable);
  EXPECT_FALSE(enrolled[0].unsuitable.empty());
  EXPECT_EQ(gallery().unsuitable, 1);
  EXPECT_TRUE(gallery().gallery.items().empty());
  EXPECT_EQ(search(enrolled[0].scan).error().name, "not_enrolled");
}

TEST_F(ScanEnrolment, a_search_lists_the_gun_of_a_case_first_and_is_on_record) {
  three_scans();
  const auto enrolled = enrol();
  const auto found = search(enrolled[0].scan).value();
  ASSERT_FALSE(found.sources.empty());
  EXPECT_EQ(found.sources[0].scan, enrolled[2].scan);
  EXPECT_EQ(found.sources[0].best.source_kind, seizure::SourceKind::firearm);
  EXPECT_FALSE(found.sources[0].line.llr.has_value()) << "there is no calibrator";
  const auto row = *store_->state().scan_searches.searches.find(make_key(found.search));
  EXPECT_EQ(row.gallery_scans, 3);
  EXPECT_EQ(row.gallery_sources, 3);
  EXPECT_EQ(row.gallery_hash, gallery().hash);
  EXPECT_TRUE(row.versions.contains("lotline-1"));
  EXPECT_TRUE(row.versions.contains("calibrator=none"));
  EXPECT_TRUE(row.filters.contains("calibre"));
  const auto first = *store_->state().scan_searches.candidates.find(make_key(found.search, 1));
  EXPECT_EQ(first.scan.number, enrolled[2].scan);
  EXPECT_EQ(first.llr_reason, "no_calibrator");
  EXPECT_NEAR(static_cast<double>(first.score_ppm) / 1e6, found.sources[0].line.score, 1e-6);
  expect_verified();
}

TEST_F(ScanEnrolment, a_search_is_an_examiner_s) {
  three_scans();
  const auto enrolled = enrol();
  desk_->visitor = {"clerk", {}, access::rights_of(access::Role::auditor), {}, false};
  EXPECT_EQ(search(enrolled[0].scan).error().name, "right_missing");
}

TEST_F(ScanEnrolment, a_search_without_any_source_is_on_record_too) {
  write("a.x3p", map_of(1, 0, 1));
  const auto enrolled = enrol({{"exhibit", std::to_string(exhibits_[0])}});
  const auto found = search(enrolled[0].scan).value();
  EXPECT_TRUE(found.sources.empty());
  EXPECT_EQ(store_->state().scan_searches.searches.find(make_key(found.search))->listed, 0);
}

TEST_F(ScanEnrolment, a_scan_whose_surface_is_gone_meanwhile_is_told_as_not_compared) {
  three_scans();
  const auto enrolled = enrol();
  const auto before = gallery();
  const auto row = *store_->state().scans.scans.find(make_key(enrolled[0].scan));
  const auto other = storage::ScanFolder::open(folder_.path + "/other.scans", true).value();
  other->keep(service::surface_key(row), kept(enrolled[0].scan));
  EXPECT_EQ(service::search_scans(*desk_, *other, before, row.id, {}).error().name, "original_missing");
  ASSERT_TRUE(other->keep_original(row.sha256, files_ + "/a.x3p", true));
  const auto found = service::search_scans(*desk_, *other, before, row.id, {}).value();
  ASSERT_FALSE(found.ranking.failed.empty());
  for (const auto& failed : found.ranking.failed) EXPECT_EQ(failed.refusal.name, "not_enrolled");
}

TEST_F(ScanEnrolment, a_withdrawn_scan_is_not_searched_with) {
  three_scans();
  const auto scan = enrol()[0].scan;
  done("withdraw", {{"record", std::to_string(scan)}, {"reason", "wrong_exhibit"}});
  EXPECT_EQ(search(scan).error().number, seizure::withdrawn_before.number);
}

TEST_F(ScanEnrolment, the_same_request_is_searched_with_once) {
  three_scans();
  const auto scan = enrol()[0].scan;
  service::ScanSearchOptions options;
  options.source = {"", "laboratory", "request 1"};
  ASSERT_TRUE(search(scan, options));
  const auto records = store_->head().records;
  EXPECT_EQ(search(scan, options).error().number, service::ref_reused.number);
  EXPECT_EQ(store_->head().records, records);
}

TEST_F(ScanEnrolment, every_new_scan_is_searched_with_once) {
  three_scans();
  const auto enrolled = enrol();
  const auto pending = [&] { return service::never_searched(*store_, surface::Mark::breech_face, {}).size(); };
  EXPECT_EQ(pending(), 3u);
  search(enrolled[1].scan).value();
  EXPECT_EQ(pending(), 2u) << "a run that was cut off goes on with the rest";
  comparison::Calibrator other;
  other.sha256 = "another";
  service::ScanSearchOptions options;
  options.calibrator = &other;
  EXPECT_EQ(service::never_searched(*store_, surface::Mark::breech_face, options).size(), 3u);
}

TEST_F(ScanEnrolment, a_mould_is_turned_right_side_out_and_a_double_cast_is_not) {
  const auto map = map_of(1, 10, 1);
  write("case.x3p", map);
  const auto of_case = enrol({{"exhibit", std::to_string(exhibits_[0])}});
  std::filesystem::remove(files_ + "/case.x3p");
  const auto replica = [&](std::string_view cast) {
    return std::to_string(
        done("replicas", {{"exhibit", std::to_string(exhibits_[0])}, {"cast", cast}, {"made_by", "LAB"}}));
  };
  write("mould.x3p", surface::as_cast(map, surface::Cast::negative));
  const auto of_mould = enrol({{"replica", replica("negative")}});
  std::filesystem::remove(files_ + "/mould.x3p");
  auto copy = map;
  copy.heights_m.back() = 0;  // another file of the same case
  write("double.x3p", copy);
  const auto of_double = enrol({{"replica", replica("double")}});
  ASSERT_EQ(of_mould[0].outcome, EnrolOutcome::enrolled);
  EXPECT_EQ(kept(of_mould[0].scan).features, kept(of_case[0].scan).features);
  ASSERT_EQ(of_double[0].outcome, EnrolOutcome::enrolled);
  EXPECT_EQ(kept(of_double[0].scan).signature, kept(of_case[0].scan).signature);
  EXPECT_EQ(gallery().sources, 1) << "replicas are of the same source";
}

TEST_F(ScanEnrolment, a_file_that_is_only_referenced_must_still_be_there_to_search_with) {
  three_scans();
  const auto enrolled = enrol({}, false);
  ASSERT_TRUE(search(enrolled[0].scan).has_value());
  std::filesystem::remove(files_ + "/a.x3p");
  EXPECT_EQ(search(enrolled[0].scan).error().name, "original_missing");
  write("a.x3p", map_of(9, 0, 1));
  EXPECT_EQ(search(enrolled[0].scan).error().name, "original_missing") << "another file of the same name";
  EXPECT_TRUE(search(enrolled[2].scan).has_value()) << "it is still searched for";
  write_text("a.x3p", "no scan");
  EXPECT_EQ(search(enrolled[0].scan).error().name, "original_missing") << "what lies there is no scan";
}

TEST_F(ScanEnrolment, a_withdrawn_scan_is_not_searched) {
  three_scans();
  const auto enrolled = enrol();
  done("withdraw", {{"record", std::to_string(enrolled[2].scan)}, {"reason", "mirrored"}});
  EXPECT_EQ(gallery().gallery.items().size(), 2u);
  EXPECT_EQ(search(enrolled[2].scan).error().name, "withdrawn_before");
  EXPECT_EQ(search(9999).error().name, "unknown_scan");
}

TEST_F(ScanEnrolment, what_a_search_withholds_follows_the_blind_examination) {
  three_scans();
  const auto enrolled = enrol();
  const auto found = search(enrolled[0].scan).value();
  EXPECT_FALSE(found.sealed);
  const auto lead = done("lead", {{"search", std::to_string(found.search)}, {"rank", "1"}, {"reviewer", "POLICE"}});
  done("blind_examination", {{"lead", std::to_string(lead)}, {"examiner", "COURT"}});
  EXPECT_TRUE(search(enrolled[0].scan)->sealed);
  EXPECT_TRUE(search(enrolled[2].scan)->sealed) << "searched from the other end";
  EXPECT_FALSE(search(enrolled[1].scan)->sealed);
}

TEST_F(ScanEnrolment, a_mirrored_batch_is_suspected_and_nothing_is_turned) {
  constexpr int kGuns = 10;
  std::vector<std::string> exhibits;
  for (int gun = 0; gun < kGuns; ++gun) {
    exhibits.push_back(std::to_string(scene(fmt::format("M-{}", gun))));
    write(fmt::format("{}.x3p", gun), map_of(static_cast<std::uint64_t>(gun), 10 * gun, 1));
  }
  const auto enrol_batch = [&](const std::string& batch) {
    std::vector<service::ScanToEnrol> scans;
    for (int gun = 0; gun < kGuns; ++gun)
      scans.push_back({fmt::format("{}/{}.x3p", files_, gun),
                       {{"exhibit", exhibits[static_cast<std::size_t>(gun)]}, {"batch", batch}}});
    std::vector<RecordNumber> numbers;
    for (const auto& scan : service::enrol_scans(*desk_, *folder_store_, scans, {})) numbers.push_back(scan.scan);
    return numbers;
  };
  const auto first = enrol_batch("first");
  EXPECT_TRUE(service::check_batches(*store_, *folder_store_, first, 2).empty()) << "there is nothing to ask yet";

  for (int gun = 0; gun < kGuns; ++gun)
    write(fmt::format("{}.x3p", gun), map_of(static_cast<std::uint64_t>(gun), 25 * gun, 2));
  const auto right = service::check_batches(*store_, *folder_store_, enrol_batch("right"), 2);
  ASSERT_EQ(right.size(), 1u);
  EXPECT_FALSE(right[0].suspicion.suspected);
  EXPECT_EQ(right[0].words(), "");

  for (int gun = 0; gun < kGuns; ++gun)
    write(fmt::format("{}.x3p", gun), surface::mirrored(map_of(static_cast<std::uint64_t>(gun), 40 * gun, 3)));
  const auto records = store_->head().records;
  const auto turned = enrol_batch("turned");
  const auto suspected = service::check_batches(*store_, *folder_store_, turned, 2);
  ASSERT_EQ(suspected.size(), 1u);
  EXPECT_TRUE(suspected[0].suspicion.suspected);
  EXPECT_EQ(suspected[0].suspicion.for_mirrored, static_cast<std::size_t>(kGuns));
  EXPECT_TRUE(suspected[0].words().contains("batch \"turned\", breech_face: 10 of 10 scans")) << suspected[0].words();
  EXPECT_EQ(store_->head().records, records + kGuns) << "it is said, and nothing is recorded or turned";
}

TEST_F(ScanEnrolment, a_folder_that_cannot_be_looked_into_is_refused) {
  write("a.x3p", map_of(1, 0, 1));
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit none{0, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &none);  // a folder's rights do not stop the superuser
  const auto found = exchange::scan_files({files_}, {});
  setrlimit(RLIMIT_NOFILE, &before);
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().name, "unreadable_file");
}

TEST_F(ScanEnrolment, of_nothing_or_by_unknown_columns_is_refused) {
  EXPECT_EQ(exchange::scan_files({files_}, {}).error().name, "no_scan_files");
  EXPECT_EQ(exchange::scan_files({files_ + "/none.x3p"}, {}).error().name, "no_scan_files");
  write("a.x3p", map_of(1, 0, 1));
  for (const char* labels : {"", "exhibit\n1\n", "file,colour\na.x3p,red\n", "file,exhibit,exhibit\na.x3p,1,2\n"}) {
    write_text("scans.csv", labels);
    EXPECT_EQ(exchange::scan_files({files_}, {}).error().name, "bad_columns") << labels;
  }
  write_text("scans.csv", "file,exhibit\na.x3p\n");
  EXPECT_EQ(exchange::scan_files({files_}, {}).error().name, "wrong_field_count");
  write_text("scans.csv", "file,exhibit\n ,1\n");
  EXPECT_EQ(exchange::scan_files({files_}, {}).error().name, "missing_value") << "not the folder as a scan";
  write_text("scans.csv", "file,exhibit,mark\na.x3p,1,firing_pin\na.x3p,1,\n");
  const auto files = exchange::scan_files({files_}, {{"exhibit", "7"}, {"mark", "ejector_mark"}}).value();
  ASSERT_EQ(files.size(), 2u) << "one for each of its marks";
  EXPECT_EQ(files[0].fields, (exchange::ScanFields{{"exhibit", "1"}, {"mark", "firing_pin"}}));
  EXPECT_EQ(files[1].fields, (exchange::ScanFields{{"exhibit", "1"}, {"mark", "ejector_mark"}}));
}

}  // namespace lotline
