#include "seizure/scan.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/recorded_field.h"
#include "surface/mark.h"

namespace lotline::service {

namespace {

const Form kForm{
    "scans",
    "a scan of a fired case: of an exhibit, a test fire or a replica; lotline scan enrol fills it from the file",
    {{"exhibit", "number or ref of the exhibit it is a scan of", "12"},
     {"test_fire", "or of the test fire", ""},
     {"replica", "or of the replica", ""},
     {"file", "name of the original file", "case-12-bf.x3p", true},
     {"sha256", "SHA-256 of the original file, hexadecimal",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", true},
     {"mark", "breech_face, firing_pin or ejector_mark", "breech_face", true},
     {"calibre", "any name the catalogue knows", "9x19"},
     {"firing_pin", "shape (see lotline words firing_pin_shape)", "circular"},
     {"breech_face", "class (see lotline words breech_face_class)", "parallel"},
     {"extractor", "clock position, 1 to 12 or 3:30", "3"},
     {"ejector", "clock position", "8:30"},
     {"headstamp", "as read", "CBC 9MM LUGER"},
     {"instrument", "maker and model", "Demonstration Microscope"},
     {"instrument_serial", "its serial number", "4711"},
     {"calibration", "day and number of its calibration", "2022-01-10 C-9"},
     {"pitch_nm", "nanometres between points", "6250"},
     {"batch", "name of scans made together", "2022-03-A"},
     {"findings", "what was found in the file, separated by ;", ""},
     {"on", "day it was scanned; today when empty", "2022-03-05"},
     {"basis", "document it rests on", "Report 16/2022"},
     {"note", "free words", ""}}};

Result<seizure::ClassMarks> class_marks(Desk& desk, const Values& values) {
  const auto& catalogue = desk.catalogue;
  seizure::ClassMarks marks;
  if (values.has("calibre")) marks.calibre = TRY(of_field("calibre", calibre_id(catalogue, values.text("calibre"))));
  marks.firing_pin =
      TRY(of_field("firing_pin", vocabulary_word(catalogue, "firing_pin_shape", values.text("firing_pin"))));
  marks.breech_face =
      TRY(of_field("breech_face", vocabulary_word(catalogue, "breech_face_class", values.text("breech_face"))));
  marks.extractor = TRY(of_field("extractor", seizure::parse_clock(values.text("extractor"))));
  marks.ejector = TRY(of_field("ejector", seizure::parse_clock(values.text("ejector"))));
  marks.headstamp = values.text("headstamp");
  return marks;
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::ScanRecorded scan;
  scan.exhibit = ExhibitId{TRY(recorded_field(desk, values, "exhibit", source))};
  scan.test_fire = TestFireId{TRY(recorded_field(desk, values, "test_fire", source))};
  scan.replica = ReplicaId{TRY(recorded_field(desk, values, "replica", source))};
  scan.file = values.text("file");
  scan.sha256 = to_lower_ascii(values.text("sha256"));
  scan.mark = word(TRY(values.word<surface::Mark>("mark")));
  scan.class_marks = TRY(class_marks(desk, values));
  scan.instrument = values.text("instrument");
  scan.instrument_serial = values.text("instrument_serial");
  scan.calibration = values.text("calibration");
  if (values.has("pitch_nm")) scan.pitch_nm = TRY(values.rounds("pitch_nm")).count();
  scan.batch = values.text("batch");
  scan.findings = values.list("findings");
  scan.note = values.text("note");
  return enter(desk, circumstance, TRY(seizure::decide_scan(desk.store.state().scans, std::move(scan))));
}

}  // namespace

ActKind record_scan() { return {kForm, record, true}; }

}  // namespace lotline::service
