#include "http/events.h"

#include <gtest/gtest.h>

namespace lotline::http {
namespace {

access::Visitor named(std::string name) {
  access::Visitor visitor;
  visitor.name = std::move(name);
  return visitor;
}

bool stays() { return true; }

std::string read_all(EventStream& stream) {
  std::string text(4'096, '\0');
  const auto count = stream.read(text.data(), text.size(), [] {}, [] {});
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return text;
}

TEST(Events, reach_those_who_may_know_and_nobody_else) {
  Events events;
  const auto officer = events.open(named("officer"), stays);
  const auto dealer = events.open(named("dealer"), stays);
  read_all(*officer);
  read_all(*dealer);
  events.publish("alert", R"({"record":7})", [](const access::Visitor& v) { return v.name == "officer"; });
  EXPECT_EQ(read_all(*officer), "id: 1\nevent: alert\ndata: {\"record\":7}\n\n");
  EXPECT_EQ(read_all(*dealer), "");
}

TEST(Events, a_sleeping_reader_is_woken_once) {
  Events events;
  const auto stream = events.open(named("officer"), stays);
  read_all(*stream);
  int slept = 0;
  int woken = 0;
  char byte = 0;
  EXPECT_EQ(stream->read(&byte, 1, [&] { ++slept; }, [&] { ++woken; }), 0);
  events.heartbeat();
  events.heartbeat();
  EXPECT_EQ(slept, 1);
  EXPECT_EQ(woken, 1);
}

TEST(Events, a_reader_who_does_not_read_is_let_go) {
  Events events;
  const auto stream = events.open(named("officer"), stays);
  const std::string much(EventStream::kMostWaiting, 'x');
  EXPECT_FALSE(stream->write(much));
  EXPECT_FALSE(stream->write("more"));
}

TEST(Events, after_the_end_every_stream_ends_at_once) {
  Events events;
  const auto before = events.open(named("officer"), stays);
  events.end_all();
  const auto after = events.open(named("officer"), stays);
  for (const auto& stream : {before, after}) {
    read_all(*stream);
    char byte = 0;
    EXPECT_EQ(stream->read(&byte, 1, [] {}, [] {}), -1);
  }
}

TEST(Events, a_stream_ends_with_the_session_it_was_opened_in) {
  Events events;
  bool signed_in = true;
  const auto stream = events.open(named("officer"), [&] { return signed_in; });
  events.heartbeat();
  signed_in = false;
  events.heartbeat();
  read_all(*stream);
  char byte = 0;
  EXPECT_EQ(stream->read(&byte, 1, [] {}, [] {}), -1);
}

TEST(Events, closed_streams_are_forgotten) {
  Events events;
  {
    const auto stream = events.open(named("officer"), stays);
  }
  EXPECT_EQ(events.count(), 0U);
}

}  // namespace
}  // namespace lotline::http
