#include "exchange/epcis_scanner.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/refusals.h"
#include "exchange/epcis_fixture.h"
#include "exchange/refusals.h"

namespace lotline::exchange {
namespace {

/// The events of a document as texts, `?` and its number for one that is left out, `!` and its number for what ends it.
std::vector<std::string> cut(EpcisScanner& scanner) {
  std::vector<std::string> texts;
  for (;;) {
    const auto piece = scanner.next();
    if (!piece) {
      texts.push_back(fmt::format("!{}", piece.error().number));
      return texts;
    }
    if (!*piece) return texts;
    texts.push_back((*piece)->why ? fmt::format("?{}", (*piece)->why->number) : std::string{(*piece)->text});
  }
}

std::vector<std::string> cut(std::string_view document) {
  auto scanner = EpcisScanner::of_text(document, "test");
  return cut(scanner);
}

using Texts = std::vector<std::string>;

/// A file that is gone with the test.
class ScratchFile {
 public:
  explicit ScratchFile(std::string_view content)
      : path_(std::filesystem::temp_directory_path() / fmt::format("lotline_scanner_{}.json", ::getpid())) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile() { std::filesystem::remove(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(EpcisScanner, events_are_cut_out_wherever_the_list_stands) {
  const Texts both{R"({"a":1})", R"({"b":"}"})"};
  EXPECT_EQ(cut(R"({"epcisBody":{"eventList":[{"a":1},{"b":"}"}]}})"), both);
  EXPECT_EQ(
      cut(R"( { "x" : [ { } , "]" , 1 ] , "epcisBody" : { "y" : null , "eventList" : [ {"a":1} , {"b":"}"} ] } } )"),
      both);
  EXPECT_EQ(cut(R"({"epcisBody":{"queryResults":{"resultsBody":{"eventList":[{"a":1},{"b":"}"}]}}}})"), both);
  EXPECT_EQ(cut(R"([{"a":1},{"b":"}"}])"), both);
  EXPECT_EQ(cut(R"({"epcis\u0042ody":{"eventLis\u0074":[{"a":1},{"b":"}"}]}})"), both);
  EXPECT_EQ(cut("\xEF\xBB\xBF"
                R"([{"a":1},{"b":"}"}])"),
            both);
  EXPECT_EQ(cut(R"({"epcisBody":{"eventList":[]}})"), Texts{});
  EXPECT_EQ(cut(R"({"eventList":[{"a":1}],"epcisBody":{"resultsBody":{"eventList":[{}]},"eventList":{}}})"), Texts{});
}

TEST(EpcisScanner, brackets_and_quotes_inside_texts_close_nothing) {
  for (const std::string_view text : {R"("\"}")", R"("\\")", R"("\\\"{[")", R"("\\\\")", R"("[[[{{{")", R"("")"})
    for (std::size_t shift = 0; shift < 130; ++shift) {
      const std::string event = fmt::format(R"({{"p":"{}","t":{}}})", std::string(shift, 'x'), text);
      ASSERT_EQ(cut(fmt::format("[{},{}]", event, event)), (Texts{event, event})) << event;
    }
}

TEST(EpcisScanner, a_run_of_backslashes_over_the_edge_of_a_block_is_counted_on) {
  for (std::size_t shift = 40; shift < 70; ++shift)
    for (std::size_t slashes = 0; slashes < 140; slashes += 2) {
      const std::string event = fmt::format(R"({{"p":"{}{}"}})", std::string(shift, 'x'), std::string(slashes, '\\'));
      ASSERT_EQ(cut(fmt::format("[{},{{}}]", event)), (Texts{event, "{}"})) << event;
      const std::string quoted =
          fmt::format(R"({{"p":"{}{}\"}}"}})", std::string(shift, 'x'), std::string(slashes, '\\'));
      ASSERT_EQ(cut(fmt::format("[{},{{}}]", quoted)), (Texts{quoted, "{}"})) << quoted;
    }
}

TEST(EpcisScanner, the_rest_is_the_document_without_its_events) {
  auto scanner = EpcisScanner::of_text(
      R"({"@context":["a",{"b":"c]"}], "epcisBody":{"eventList":[{"a":1}, 7, {}],"z":1},"type":"T"})", "test");
  EXPECT_FALSE(scanner.context());
  EXPECT_EQ(scanner.next().value()->text, R"({"a":1})");
  EXPECT_EQ(scanner.list_path(), "$.epcisBody.eventList");
  EXPECT_EQ(scanner.context(), R"(["a",{"b":"c]"}])");
  EXPECT_TRUE(scanner.skip_events());
  EXPECT_EQ(scanner.rest(), R"({"@context":["a",{"b":"c]"}],"epcisBody":{"eventList":[],"z":1},"type":"T"})");
  ASSERT_TRUE(scanner.rewind());
  EXPECT_EQ(cut(scanner), (Texts{R"({"a":1})", "?6019", "{}"}));
}

TEST(EpcisScanner, a_document_cut_off_anywhere_is_refused) {
  const std::string whole = document_of(fmt::format("{},{}", kObjectEvent, kObjectEvent));
  EXPECT_EQ(cut(whole).size(), 2U);
  for (std::size_t size = 1; size < whole.size(); ++size)
    ASSERT_EQ(cut(std::string_view{whole}.substr(0, size)).back(), "!6013") << size;
}

TEST(EpcisScanner, what_is_no_json_around_the_events_is_refused) {
  for (const std::string_view document :
       {"[{}{}]", "[{},]", "[,{}]", "[{}}", "{\"a\" 1}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1]", "[{}] x",
        "{\"a\":1}{}", "{\"epcisBody\":{\"eventList\":[{}]}]", "{\"a\":1 \"b\":2}", "{\"\\q\":1}"})
    EXPECT_EQ(cut(document).back(), "!6012") << document;
  for (const std::string_view document : {"", "  ", "\"text\"", "7", "<xml/>"})
    EXPECT_EQ(cut(document).back(), "!6011") << document;
  EXPECT_EQ(cut("[1 2]").back(), "!6012");
}

TEST(EpcisScanner, after_a_refusal_nothing_more_is_read) {
  auto scanner = EpcisScanner::of_text("[{} {}]", "test");
  EXPECT_EQ(cut(scanner).back(), "!6012");
  EXPECT_EQ(cut(scanner), Texts{});
}

TEST(EpcisScanner, what_lies_too_deep_is_left_out_and_the_rest_is_read) {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_EQ(cut(fmt::format("[{},{{}}]", nested(128))), (Texts{nested(128), "{}"}));
  EXPECT_EQ(cut(fmt::format("[{},{{}}]", nested(129))), (Texts{"?6014", "{}"}));
  EXPECT_EQ(cut(fmt::format("[{},{{}}]", nested(100'000))), (Texts{"?6014", "{}"}));
  EXPECT_EQ(cut(std::string(100'001, '[')).back(), "!6013");
  EXPECT_EQ(cut(fmt::format(R"({{"x":{}}})", nested(100'000))).back(), "!6014");
}

TEST(EpcisScanner, an_event_that_is_too_large_is_left_out_and_the_rest_is_read) {
  const auto large = [](std::size_t size) { return fmt::format(R"({{"a":"{}"}})", std::string(size - 8, 'x')); };
  ASSERT_EQ(large(kLargestEvent).size(), kLargestEvent);
  EXPECT_EQ(cut(fmt::format("[{},{{}}]", large(kLargestEvent))).front().size(), kLargestEvent);
  EXPECT_EQ(cut(fmt::format("[{},{{}}]", large(kLargestEvent + 1))), (Texts{"?6015", "{}"}));
  EXPECT_EQ(cut(fmt::format(R"({{"x":{}}})", large(kLargestEvent))).back(), "!6016");
}

TEST(EpcisScanner, a_file_larger_than_its_buffer_gives_the_same_events) {
  std::string document = "[";
  Texts events;
  for (std::size_t i = 0; document.size() < std::size_t{5} << 20; ++i) {
    events.push_back(fmt::format(R"({{"n":{},"t":"{}\\"}})", i, std::string(i * 37 % 5000, '}')));
    if (i > 0) document += ",\n";
    document += events.back();
  }
  const ScratchFile file(fmt::format("\xEF\xBB\xBF{}]\n", document));
  auto scanner = EpcisScanner::open(file.path());
  ASSERT_TRUE(scanner);
  EXPECT_EQ(cut(*scanner), events);
  EXPECT_EQ(scanner->bytes_read(), scanner->bytes_total());
  ASSERT_TRUE(scanner->rewind());
  ASSERT_TRUE(scanner->skip_events());
  EXPECT_EQ(cut(*scanner), Texts{});
}

TEST(EpcisScanner, what_cannot_be_read_is_refused) {
  EXPECT_EQ(refusal_of(EpcisScanner::open("/nowhere/at/all.json")), unreadable_file.number);
  EXPECT_EQ(refusal_of(EpcisScanner::open("/")), unreadable_file.number);
  for (const std::string_view start :
       {std::string_view{"\xFF\xFE["}, std::string_view{"\xFE\xFF["}, std::string_view{"\0[\0]", 4}}) {
    const ScratchFile file(start);
    EXPECT_EQ(refusal_of(EpcisScanner::open(file.path())), bad_encoding.number);
  }
}

TEST(EpcisScanner, a_device_that_fails_while_it_is_read_is_told_apart_from_a_document_cut_off) {
  // A process has nothing at address zero of its own memory: reading there is an error of the device.
  auto scanner = EpcisScanner::open("/proc/self/mem");
  ASSERT_TRUE(scanner);
  EXPECT_EQ(cut(*scanner).back(), fmt::format("!{}", unreadable_file.number));
}

TEST(EpcisScanner, a_pipe_is_read_once) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  constexpr std::string_view kDocument = "[{}]";
  ASSERT_EQ(::write(ends[1], kDocument.data(), kDocument.size()), 4);
  ::close(ends[1]);
  auto scanner = EpcisScanner::open(fmt::format("/dev/fd/{}", ends[0]));
  ASSERT_TRUE(scanner);
  EXPECT_EQ(scanner->bytes_total(), 0U);
  EXPECT_EQ(cut(*scanner), Texts{"{}"});
  EXPECT_EQ(refusal_of(scanner->rewind()), epcis_read_once.number);
  ::close(ends[0]);
}

}  // namespace
}  // namespace lotline::exchange
