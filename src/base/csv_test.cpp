#include "base/csv.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

namespace lotline {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// All rows up to the first refusal, which goes into `refused`.
Rows rows_of(CsvReader reader, Refusal* refused = nullptr) {
  Rows rows;
  for (;;) {
    auto row = reader.next();
    if (!row && refused != nullptr) *refused = row.error();
    if (!row || !*row) return rows;
    rows.emplace_back((*row)->fields.begin(), (*row)->fields.end());
  }
}
Rows rows_of(std::string text) { return rows_of(CsvReader::of_text(std::move(text), "t.csv")); }
Refusal refusal_of(std::string text) {
  Refusal refused;
  rows_of(CsvReader::of_text(std::move(text), "t.csv"), &refused);
  return refused;
}
bool says(const Refusal& refusal, std::string_view words) { return refusal.text.find(words) != std::string::npos; }

struct ScratchFile {
  std::string path = std::filesystem::temp_directory_path() / ("lotline_csv_" + std::to_string(::getpid()));
  ~ScratchFile() { std::filesystem::remove(path); }
};

TEST(Csv, rows_end_with_lf_crlf_or_the_file) {
  const Rows rows{{"a", "b"}, {"1", "2"}};
  EXPECT_EQ(rows_of("a,b\n1,2\n"), rows);
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n"), rows);
  EXPECT_EQ(rows_of("a,b\n1,2"), rows);
  EXPECT_EQ(rows_of("a,b\r\n1,2\r"), rows);
  EXPECT_EQ(rows_of("\"a\",\"b\"\r\n\"1\",\"2\"\r\n"), rows);
  EXPECT_EQ(rows_of("\"a\",\"b\"\n\"1\",\"2\"\r"), rows);
}

TEST(Csv, quoted_fields_hold_commas_quotes_and_line_breaks) {
  EXPECT_EQ(rows_of("\"a,b\",\"say \"\"x\"\"\",\"l1\nl2\r\nl3\"\n"), (Rows{{"a,b", "say \"x\"", "l1\nl2\r\nl3"}}));
  EXPECT_EQ(rows_of("\"\",\"\"\"\",\n"), (Rows{{"", "\"", ""}}));
}

TEST(Csv, empty_fields_count_and_blank_lines_do_not) {
  EXPECT_EQ(rows_of("\n  \n,\n\r\na\n\n"), (Rows{{"", ""}, {"a"}}));
  EXPECT_EQ(rows_of(""), Rows{});
  EXPECT_EQ(rows_of("\n"), Rows{});
}

TEST(Csv, a_byte_order_mark_is_passed_over) {
  EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                    "a,b\n"),
            (Rows{{"a", "b"}}));
}

TEST(Csv, rows_know_their_line_and_their_bytes) {
  auto reader = CsvReader::of_text("a\n\n\"x\ny\",1\r\nz\n", "t.csv");
  EXPECT_EQ(reader.next()->value().line, 1U);
  const auto second = reader.next()->value();
  EXPECT_EQ(second.line, 3U);
  EXPECT_EQ(second.raw, "\"x\ny\",1");
  EXPECT_EQ(reader.next()->value().line, 5U);
  EXPECT_EQ(reader.line(), 5U);
  EXPECT_EQ(reader.bytes_read(), 14U);
  EXPECT_EQ(reader.bytes_total(), 14U);
  EXPECT_EQ(reader.name(), "t.csv");
}

TEST(Csv, other_encodings_are_refused_by_name) {
  EXPECT_TRUE(says(refusal_of(std::string{"\xFF\xFE"
                                          "a\0,\0",
                                          6}),
                   "UTF-16"));
  EXPECT_TRUE(says(refusal_of(std::string{"\xFE\xFF\0a", 4}), "UTF-16"));
  EXPECT_TRUE(says(refusal_of("\xFF\xFE\x2D\x4E\x87\x65"), "this is UTF-16"));
  EXPECT_TRUE(says(refusal_of("\xFE\xFF\x4E\x2D\x65\x87"), "this is UTF-16"));
  EXPECT_TRUE(says(refusal_of(std::string{"a\0,\0b\0", 6}), "NUL"));
  EXPECT_EQ(refusal_of("caf\xE9,b\n").name, "bad_encoding");
  EXPECT_TRUE(says(refusal_of("a,b\n1,2\ncaf\xE9,b\n"), "t.csv:3"));
}

TEST(Csv, a_file_with_nul_bytes_is_refused_at_once_and_later_ones_by_line) {
  auto reader = CsvReader::of_text(std::string{"a,b\n\0,2\n", 8}, "t.csv");
  ASSERT_FALSE(reader.next());
  EXPECT_FALSE(reader.next().value());
  EXPECT_TRUE(says(refusal_of("a\n" + std::string(5000, 'x') + "\n" + std::string{"1\0", 2} + "\n"), "t.csv:3"));
}

TEST(Csv, a_row_that_is_no_utf8_is_refused_and_the_next_one_read) {
  auto reader = CsvReader::of_text("a,b\ncaf\xE9,\"x\"\n1,2\n", "t.csv");
  EXPECT_TRUE(reader.next());
  EXPECT_EQ(reader.next().error().name, "bad_encoding");
  EXPECT_EQ(reader.refused_row().raw, "caf\xE9,\"x\"");
  EXPECT_EQ(reader.refused_row().fields, (std::vector<std::string_view>{"caf\xE9", "x"}));
  EXPECT_EQ(reader.next()->value().fields[1], "2");
  EXPECT_FALSE(reader.next().value());
}

TEST(Csv, a_malformed_row_is_refused_and_the_next_one_read) {
  for (const char* bad :
       {"a\"b,c", "\"a\"b,c", "\"a\" ,c", "\"a\"\rb,c", "\"a\"\r,c", "\"a\"b\"c,d", "a,\"b\"x", "\"a\"\r\"b"}) {
    auto reader = CsvReader::of_text(std::string{bad} + "\n1,2\n", "t.csv");
    const auto row = reader.next();
    ASSERT_FALSE(row) << bad;
    EXPECT_EQ(row.error().name, "bad_csv");
    EXPECT_TRUE(says(row.error(), "t.csv:1: ")) << row.error().text;
    EXPECT_EQ(reader.refused_row().raw, bad);
    EXPECT_TRUE(reader.refused_row().whole);
    const auto good = reader.next();
    ASSERT_TRUE(good && *good) << bad;
    EXPECT_EQ((*good)->fields[1], "2") << bad;
    EXPECT_EQ(reader.line(), 2U);
  }
}

TEST(Csv, of_a_refused_row_the_fields_are_told_with_a_misplaced_quote_as_a_character) {
  const auto fields_of = [](const char* bad) {
    auto reader = CsvReader::of_text(bad, "t.csv");
    EXPECT_FALSE(reader.next()) << bad;
    const auto row = reader.refused_row();
    return std::vector<std::string>(row.fields.begin(), row.fields.end());
  };
  EXPECT_EQ(fields_of("1,Shop \"4\",BR\n"), (std::vector<std::string>{"1", "Shop \"4\"", "BR"}));
  EXPECT_EQ(fields_of("1,\"a\" b,\"say \"\"x\"\"\"\n"), (std::vector<std::string>{"1", "a\" b", "say \"x\""}));
  EXPECT_EQ(fields_of("1,\"a,BR\n2,b,BR\n"), (std::vector<std::string>{"1", "a,BR"}));
}

TEST(Csv, a_quote_that_is_never_closed_takes_the_line_in_which_it_stands) {
  auto reader = CsvReader::of_text("a\n\"x\ny\",\"b,c\r\n1,2\n\"\",3\n", "t.csv");
  EXPECT_TRUE(reader.next());
  const auto row = reader.next();
  ASSERT_FALSE(row);
  EXPECT_TRUE(says(row.error(), "t.csv:2: a quote is never closed")) << row.error().text;
  EXPECT_EQ(reader.refused_row().raw, "\"x\ny\",\"b,c");
  EXPECT_EQ(reader.refused_row().fields[1], "b,c");
  EXPECT_EQ(reader.next()->value().fields[1], "2");
  EXPECT_EQ(reader.line(), 4U);
  EXPECT_EQ(reader.next()->value().fields[1], "3");
  EXPECT_FALSE(reader.next().value());
  EXPECT_EQ(reader.bytes_read(), reader.bytes_total());

  auto last = CsvReader::of_text("a\n\"b,c", "t.csv");
  EXPECT_TRUE(last.next());
  EXPECT_FALSE(last.next());
  EXPECT_EQ(last.refused_row().raw, "\"b,c");
  EXPECT_FALSE(last.next().value());
}

TEST(Csv, a_quote_that_is_not_closed_within_a_megabyte_hides_no_row) {
  std::string text = "\"oops\n";
  constexpr std::size_t kRows = 300'000;
  for (std::size_t i = 0; i < kRows; ++i) text += "1,\"\"\n";
  auto reader = CsvReader::of_text(std::move(text), "t.csv");
  EXPECT_EQ(reader.next().error().name, "bad_csv");
  EXPECT_EQ(reader.refused_row().raw, "\"oops");
  EXPECT_EQ(rows_of(std::move(reader)).size(), kRows);
}

TEST(Csv, a_row_is_at_most_a_megabyte) {
  const std::string longest(CsvReader::kLongestRow, 'x');
  EXPECT_EQ(rows_of(longest + "\nb\n").size(), 2U);
  for (const std::string& too_long :
       {longest + "x", "\"" + longest, longest + longest + "\"", longest + std::string(1U << 20, '\r')}) {
    EXPECT_EQ(refusal_of(too_long).name, "line_too_long");
    auto reader = CsvReader::of_text("a\n" + too_long + "\nb\nc\n", "t.csv");
    EXPECT_TRUE(reader.next());
    const auto refused = reader.next();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().name, "line_too_long");
    EXPECT_TRUE(says(refused.error(), "t.csv:2"));
    const auto row = reader.refused_row();
    EXPECT_EQ(row.raw, too_long.substr(0, CsvReader::kKeptOfRefused));
    EXPECT_TRUE(row.fields.empty());
    EXPECT_FALSE(row.whole);
    EXPECT_EQ(reader.next()->value().fields[0], "b");
    EXPECT_EQ(reader.line(), 3U);
    EXPECT_EQ(reader.next()->value().fields[0], "c");
    EXPECT_FALSE(reader.next().value());
    EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
  }
}

TEST(Csv, a_row_has_at_most_a_thousand_commas) {
  EXPECT_EQ(rows_of(std::string(1000, ',')).front().size(), 1001U);
  auto reader = CsvReader::of_text(std::string(1001, ',').append("\n1,2\n"), "t.csv");
  const auto refused = reader.next();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().name, "bad_csv");
  EXPECT_TRUE(says(refused.error(), "more than a thousand fields"));
  EXPECT_EQ(reader.next()->value().fields[1], "2");
}

TEST(Csv, a_line_of_a_gigabyte_is_refused_after_the_first_of_its_bytes) {
  ScratchFile file;
  ASSERT_EQ(::mkfifo(file.path.c_str(), 0600), 0);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  std::atomic<std::size_t> written{0};
  std::thread writer([&] {
    std::FILE* pipe = std::fopen(file.path.c_str(), "wb");
    const std::string chunk(std::size_t{1} << 16, 'x');
    while (written < (std::size_t{1} << 30) && std::fwrite(chunk.data(), 1, chunk.size(), pipe) == chunk.size())
      written += chunk.size();
    std::fclose(pipe);
  });
  {
    auto reader = CsvReader::open(file.path).value();
    EXPECT_EQ(reader.next().error().name, "line_too_long");
    EXPECT_EQ(reader.bytes_total(), 0U);
  }
  writer.join();
  std::signal(SIGPIPE, before);
  EXPECT_LT(written, std::size_t{4} << 20);
}

TEST(Csv, a_file_is_read_in_pieces) {
  ScratchFile file;
  {
    std::ofstream out(file.path, std::ios::binary);
    for (int i = 0; i < 60'000; ++i) out << i << ",\"a \"\"quoted\"\" text\"\r\n";
  }
  auto reader = CsvReader::open(file.path).value();
  for (int i = 0; i < 60'000; ++i) {
    const auto row = reader.next();
    ASSERT_TRUE(row && *row);
    ASSERT_EQ((*row)->fields[0], std::to_string(i));
    ASSERT_EQ((*row)->fields[1], "a \"quoted\" text");
  }
  EXPECT_FALSE(reader.next().value());
  EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
  EXPECT_EQ(reader.bytes_total(), std::filesystem::file_size(file.path));
}

TEST(Csv, a_file_that_cannot_be_read_is_refused) {
  EXPECT_EQ(CsvReader::open("/nonexistent/file.csv").error().name, "unreadable_file");
  const auto folder = CsvReader::open("/").error();
  EXPECT_TRUE(says(folder, "is a directory"));
}

TEST(Csv, what_is_written_reads_back) {
  const std::vector<std::string> fields{"a", "", "b,c", "say \"x\"", "two\nlines", "cr\r", " blanks "};
  EXPECT_EQ(rows_of(csv_row(fields)), (Rows{fields}));
  EXPECT_EQ(csv_field("plain"), "plain");
  EXPECT_EQ(csv_field("a\"b"), "\"a\"\"b\"");
}

}  // namespace
}  // namespace lotline
