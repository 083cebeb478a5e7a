// Simulated data is called simulated wherever it is shown: every command of the program that reads a register is run
// over a simulated one and over one of a State's own, as text and with --json.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/commands.h"

namespace lotline::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWord = "SIMULATED";

/// What is asked of a command, of each of the two registers.
struct Asked {
  std::vector<std::string> of_simulated;
  std::vector<std::string> of_real;
  bool document = false;  ///< it prints a document, which says it in its own way
};

/// Commands that read no register, though they are told one; or make one of which the name is told; or serve it until
/// they are stopped.
const std::set<std::string, std::less<>> kNotAsked{"init", "rebuild", "serve"};

const std::vector<std::string> kTold{"seen"};
const std::vector<std::string> kMade{"@new", "--person", "A person", "--role", "court"};
const std::vector<std::string> kRenamed{"seen", "--person", "Another name"};
const std::vector<std::string> kToken{"seen", "--name", "a till", "--right", "read_marks", "--ends", "@today"};

const std::map<std::string, Asked> kAsked{
    {"access-log", {{}, {}}},
    {"account add", {kMade, kMade}},
    {"account change", {kRenamed, kRenamed}},
    {"account disable", {kTold, kTold}},
    {"account enable", {kTold, kTold}},
    {"account list", {{}, {}}},
    {"account reset", {kTold, kTold}},
    {"account token", {kToken, kToken}},
    {"account tokens", {{}, {}}},
    {"backup", {{"--into", "@copy"}, {"--into", "@copy"}}},
    {"account withdraw-token", {{"1"}, {"1"}}},
    {"trace", {{"--headstamp", "KVB ??", "--calibre", "7.62x51"}, {"--headstamp", "CBC 17", "--calibre", "7.62x51"}}},
    {"holder", {{"ARMY-DEPOT-1"}, {"POLICE-1"}}},
    {"lot", {{"@maker", "@number"}, {"MAKER-1", "ABC17A001-001"}}},
    {"package", {{"@package"}, {"(00)095212340000000013"}}},
    {"entry", {{"2"}, {"2"}}},
    {"marks search", {{"KVB ??"}, {"CBC 17"}}},
    {"marks reconcile", {{}, {}}},
    {"label code",
     {{"(01)09521234543213(10)A", "--out", "@drawing"}, {"(01)09521234543213(10)A", "--out", "@drawing"}}},
    {"label lot",
     {{"@maker", "@number", "--serial", "1", "--out", "@drawing"},
      {"MAKER-1", "ABC17A001-001", "--serial", "1", "--out", "@drawing"}}},
    {"label package", {{"@package", "--out", "@drawing"}, {"(00)095212340000000013", "--out", "@drawing"}}},
    {"upgrade", {{}, {}}},
    {"epcis export", {{"@maker", "@number"}, {"MAKER-1", "ABC17A001-001"}, true}},
    {"profile", {{}, {}}},
    {"verify", {{}, {}}},
    {"feed", {{"@empty"}, {"@empty"}}},
    {"scan enrol", {{"--remake"}, {"--remake"}}},
    // The shipped calibrator is itself of simulated surfaces, and says so.
    {"scan search", {{"--all", "--no-calibrator"}, {"--all", "--no-calibrator"}}},
    {"scan lead", {{"@lead_simulated"}, {"@lead_real"}}},
    {"import", {{"@file"}, {"@file"}}},
    {"record party",
     {{"--code", "@new", "--kind", "force", "--name", "A force", "--country", "BR"},
      {"--code", "@new", "--kind", "force", "--name", "A force", "--country", "BR"}}}};

struct Ran {
  int code;
  std::string output;
  std::string errors;
};

Ran run(const std::vector<std::string>& words) {
  static const SystemClock clock;
  static proof::SystemSalts salts;
  const World world{clock, salts, "lotline"};
  Session session(world);
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int code = run_command(program(session), words);
  std::fflush(stdout);
  return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

/// Every command that is told a register, by its words.
void gather(const Command& command, const std::string& path, std::map<std::string, bool>& found) {
  for (const Option& option : command.options)
    if (option.name == "--register" || option.name == "REGISTER") found[path] = option.positional();
  for (const Command& inner : command.commands)
    gather(inner, path.empty() ? inner.name : path + " " + inner.name, found);
}

class Simulated : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (fs::temp_directory_path() / "lotline_simulated_XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder() = name;
    ASSERT_EQ(run({"simulate", "--movements", "1000", "--seed", "7", "--into", at("simulated"), "--json"}).code, kDone);
    ASSERT_EQ(run({"init", at("real"), "--state", "BR"}).code, kDone);
    for (const std::string form : {"parties", "licences", "products", "lots", "packages", "movements"}) {
      write(form, run({"template", form}).output);
      ASSERT_EQ(run({"import", at(form), "--register", at("real")}).code, kDone);
    }
    write("empty", "");
    write("file", "issuer,ref,code,kind,name,country\nT,1,T-1,force,A force,BR\n");
    names() = names_on_record();
    names()["@today"] = to_text(SystemClock{}.now().day());
    // The products of a simulated State have no number of the trade, without which there is no label of a box.
    recorded("simulated", {"record", "trade_item", "--gtin", "09521234543213", "--product", names()["@product"],
                           "--level", "box", "--rounds", "50"});
    for (const std::string which : {"simulated", "real"}) {
      names()["@lead_" + which] = lead_in(which);
      recorded(which, {"account", "add", "seen", "--person", "A person", "--role", "court"});
      recorded(which,
               {"account", "token", "seen", "--name", "a system", "--right", "trace", "--ends", names()["@today"]});
    }
  }
  static void TearDownTestSuite() { fs::remove_all(folder()); }

  static fs::path& folder() {
    static fs::path path;
    return path;
  }
  /// What stands for @maker and the other words that depend on the simulated State.
  static std::map<std::string, std::string>& names() {
    static std::map<std::string, std::string> found;
    return found;
  }
  static std::string at(const std::string& name) { return (folder() / name).string(); }
  static void write(const std::string& name, const std::string& text) {
    std::ofstream(at(name), std::ios::binary) << text;
  }

  /// The first lot and package of the simulated State's own records.
  static std::map<std::string, std::string> names_on_record() {
    std::map<std::string, std::string> found{{"@empty", at("empty")}, {"@file", at("file")}};
    fs::create_directory(at("files"));
    EXPECT_EQ(run({"simulate", "--movements", "1000", "--seed", "7", "--files", at("files")}).code, kDone);
    for (const auto& file : fs::directory_iterator(at("files"))) {
      auto reader = CsvReader::open(file.path().string());
      EXPECT_TRUE(reader.has_value());
      const auto header = reader->next();
      const auto row = reader->next();
      if (!*row) continue;
      for (std::size_t i = 0; i < (*header)->fields.size(); ++i) {
        const std::string column{(*header)->fields[i]};
        const std::string value{(*row)->fields[i]};
        const std::string path = file.path().string();
        if (path.ends_with("lots.csv") && (column == "maker" || column == "lot" || column == "product"))
          found.emplace(column == "lot" ? "@number" : "@" + column, value);
        if (path.ends_with("packages.csv") && column == "code") found.emplace("@package", value);
      }
    }
    return found;
  }

  /// Runs words on a register; what they are recorded as.
  static std::string recorded(const std::string& which, std::vector<std::string> words) {
    words.insert(words.end(), {"--register", at(which), "--json"});
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, kDone) << ran.errors;
    for (const std::string key : {"\"record\": ", "\"search\": "}) {
      const auto place = ran.output.find(key);
      if (place == std::string::npos) continue;
      const auto begin = place + key.size();
      return ran.output.substr(begin, ran.output.find_first_not_of("0123456789", begin) - begin);
    }
    return {};
  }
  /// A lead between two made-up scans, on record.
  static std::string lead_in(const std::string& which) {
    if (!fs::exists(at("scans"))) {
      EXPECT_EQ(run({"scan", "generate", "--into", at("scans"), "--guns", "1", "--firings", "2"}).code, kDone);
    }
    recorded(which, {"record", "party", "--code", "SCAN-LAB", "--kind", "laboratory", "--name", "A laboratory",
                     "--country", "BR"});
    std::string scan;
    for (const std::string file : {"gun0000-0.x3p", "gun0000-1.x3p"}) {
      const auto exhibit =
          recorded(which, {"record",      "recovery",  "--case-number", "SCANNED", "--kind",          "fired_case",
                           "--count",     "1",         "--country",     "BR",      "--circumstances", "crime_scene",
                           "--custodian", "SCAN-LAB",  "--headstamp",   "CBC 17",  "--trace",         "yes",
                           "--on",        "2021-08-15"});
      scan = recorded(which, {"scan", "enrol", at("scans/" + file), "--exhibit", exhibit});
    }
    const auto search = recorded(which, {"scan", "search", scan});
    return recorded(which, {"record", "lead", "--search", search, "--rank", "1", "--reviewer", "SCAN-LAB"});
  }

  static std::vector<std::string> words_of(const std::string& path, bool positional, const std::string& which,
                                           const std::vector<std::string>& asked, bool json) {
    std::vector<std::string> words;
    std::istringstream stream(path);
    for (std::string word; stream >> word;) words.push_back(word);
    static int made = 0;
    names()["@new"] = fmt::format("NEW-{}", ++made);
    names()["@copy"] = at(fmt::format("copy-{}", made));
    names()["@drawing"] = at(fmt::format("label-{}.svg", made));
    for (const std::string& word : asked) words.push_back(word.starts_with('@') ? names().at(word) : word);
    if (!positional) words.emplace_back("--register");
    words.push_back(at(which));
    if (json) words.emplace_back("--json");
    return words;
  }
};

}  // namespace

// R78
TEST_F(Simulated, every_command_that_reads_a_register_says_of_a_simulated_one_that_it_is_and_of_no_other) {
  const SystemClock clock;
  proof::SystemSalts salts;
  Session session(World{clock, salts, "lotline"});
  std::map<std::string, bool> commands;
  gather(program(session), "", commands);
  for (const auto& [path, positional] : commands) {
    if (kNotAsked.contains(path)) continue;
    SCOPED_TRACE(path);
    Asked asked;
    if (const auto known = kAsked.find(path); known != kAsked.end())
      asked = known->second;
    else if (path.starts_with("record "))
      continue;  // one form like another: "record party" stands for all
    else
      ASSERT_TRUE(path.starts_with("report ")) << "a command that this test does not know yet";

    const Ran text = run(words_of(path, positional, "simulated", asked.of_simulated, false));
    EXPECT_EQ(text.code, kDone) << text.errors;
    if (asked.document)
      EXPECT_TRUE(text.output.contains("\"lotline:simulated\":true")) << text.output.substr(0, 500);
    else
      EXPECT_TRUE(text.output.starts_with(kSimulated)) << text.output.substr(0, 500);
    EXPECT_EQ(text.output.find(kWord, kWord.size()), std::string::npos) << "it says so twice";

    const Ran json = run(words_of(path, positional, "simulated", asked.of_simulated, true));
    EXPECT_EQ(json.code, kDone) << json.errors;
    EXPECT_TRUE(json.output.starts_with("{")) << json.output.substr(0, 100);
    EXPECT_FALSE(json.output.contains(kWord));
    EXPECT_TRUE(json.output.contains("simulated\": true") || json.output.contains("simulated\":true"))
        << json.output.substr(0, 500);

    const Ran real = run(words_of(path, positional, "real", asked.of_real, false));
    EXPECT_EQ(real.code, kDone) << real.errors;
    EXPECT_FALSE(real.output.contains(kWord)) << real.output;
    const Ran real_json = run(words_of(path, positional, "real", asked.of_real, true));
    EXPECT_EQ(real_json.code, kDone) << real_json.errors;
    EXPECT_FALSE(real_json.output.contains("simulated\": true") || real_json.output.contains("simulated\":true"))
        << real_json.output;
  }
}

// R78
TEST_F(Simulated, a_refusal_tells_of_what_register_it_speaks) {
  for (const bool simulated : {true, false}) {
    const Ran ran = run({"holder", "NOBODY", "--register", at(simulated ? "simulated" : "real"), "--json"});
    EXPECT_EQ(ran.code, kRefused);
    EXPECT_TRUE(ran.errors.contains(simulated ? "\"simulated\": true" : "\"simulated\": false")) << ran.errors;
  }
}

}  // namespace lotline::cli
