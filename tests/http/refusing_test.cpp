// What the service refuses where no request is at fault: an address that cannot be had, files that it may not open, a
// stop, and an upload that is gone.

#include <sys/resource.h>
#include <sys/stat.h>

#include "access/refusals.h"
#include "answers/refusals.h"
#include "http/answering.h"
#include "http/listening.h"
#include "service/demonstration.h"
#include "service/refusals.h"
#include "storage/refusals.h"
#include "tests/http/server_fixture.h"

namespace lotline {
namespace {

/// While it lives this process may open so many files more.
class FilesLeft {
 public:
  explicit FilesLeft(int count) {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int next = ::dup(STDIN_FILENO);
    ::close(next);
    const rlimit limit{static_cast<rlim_t>(next + count), before_.rlim_max};
    setrlimit(RLIMIT_NOFILE, &limit);
  }
  ~FilesLeft() { setrlimit(RLIMIT_NOFILE, &before_); }
  FilesLeft(const FilesLeft&) = delete;
  FilesLeft& operator=(const FilesLeft&) = delete;

 private:
  rlimit before_{};
};

TEST_F(ServerTest, an_address_that_cannot_be_had_is_refused) {
  http::Settings settings;
  settings.listen = "127.0.0.1:0";
  const auto first = http::Listening::open(settings).value();
  const std::string beside = "unix:" + folder_.path;
  for (const std::string& listen : {fmt::format("127.0.0.1:{}", first.port()), std::string{"[fe80::1%nosuch]:80"},
                                    beside + "/none/socket", beside + "/" + std::string(200, 's')}) {
    settings.listen = listen;
    const auto second = http::Listening::open(settings);
    ASSERT_FALSE(second.has_value()) << listen;
    EXPECT_EQ(second.error().number, answers::cannot_listen.number) << listen;
  }
}

TEST_F(ServerTest, a_socket_is_open_to_its_owner_and_group_whatever_the_umask) {
  http::Settings settings;
  settings.listen = "unix:" + folder_.path + "/socket";
  const auto usual = ::umask(0077);
  const auto open = http::Listening::open(settings);
  ::umask(usual);
  ASSERT_TRUE(open.has_value());
  struct stat there{};
  ASSERT_EQ(::stat((folder_.path + "/socket").c_str(), &there), 0);
  EXPECT_EQ(there.st_mode & 0777U, 0660U);
}

TEST_F(ServerTest, without_files_left_to_open_it_does_not_start) {
  settings_.listen = "unix:" + folder_.path + "/socket";
  house_ = http::House::open({catalogue_, clock_, salts_, path_}, settings_).value();
  // The first is the socket, the second wakes who takes connections from it, the rest are the library's.
  for (const int left : {0, 1, 2}) {
    const FilesLeft limit(left);
    const auto server = http::Server::start(*house_, page_);
    ASSERT_FALSE(server.has_value()) << left;
    EXPECT_EQ(server.error().number, answers::cannot_listen.number) << left;
  }
}

TEST_F(ServerTest, once_it_stops_new_requests_are_told_so) {
  start();
  http::Answering answering(*house_, page_);
  http::Exchange before;
  before.request.method = "GET";
  before.request.headers["host"] = "localhost";
  EXPECT_TRUE(answering.admit(before, "/readyz"));
  answering.refuse_more();
  http::Exchange after;
  after.request = before.request;
  EXPECT_FALSE(answering.admit(after, "/readyz"));
  EXPECT_EQ(after.reply.status, 503);
}

TEST_F(ServerTest, an_upload_that_is_gone_is_no_job) {
  start();
  const auto none = house_->jobs().add(access::keeper_of_the_file(), {"clubs.csv", folder_.path + "/none.csv"});
  ASSERT_FALSE(none.has_value());
  EXPECT_EQ(none.error().number, answers::upload_failed.number);
  EXPECT_TRUE(house_->jobs().of(access::keeper_of_the_file()).empty());
}

TEST_F(ServerTest, a_job_without_refused_rows_has_no_file_of_them) {
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  const std::string upload = folder_.path + "/clubs.csv";
  std::ofstream(upload) << "issuer,ref,code,kind,name,country\nREG,1,CLUB-A,club,Club A,BR\n";
  const access::Visitor visitor{"officer", {}, access::rights_of(access::Role::registry_officer), {}, false};
  const auto job = house_->jobs().add(visitor, {"clubs.csv", upload}).value();
  for (int i = 0; i < 500 && house_->jobs().find(visitor, job.id)->state != "done"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const Answer rows = ask("GET", "/api/v1/imports/" + job.id + "/refused.csv", officer.headers());
  EXPECT_EQ(rows.status, 404);
  EXPECT_NE(rows.body.find(fmt::format("\"number\":{}", answers::no_such_job.number)), std::string::npos) << rows.body;
}

TEST_F(ServerTest, a_read_only_register_is_read_and_takes_nothing) {
  std::filesystem::permissions(path_, std::filesystem::perms::owner_read);
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  EXPECT_EQ(ask("GET", "/api/v1/lots", officer.headers()).status, 200);
  const std::string body = R"({"code":"NEWCLUB","kind":"club","name":"Club","country":"BR"})";
  const Answer act = ask("POST", "/api/v1/records/parties", officer.headers(), body);
  EXPECT_EQ(act.status, 503) << act.body;
  EXPECT_NE(act.body.find(fmt::format("\"number\":{}", storage::read_only_register.number)), std::string::npos);
  const auto desk = house_->import_desk(access::keeper_of_the_file());
  ASSERT_FALSE(desk.has_value());
  EXPECT_EQ(desk.error().number, storage::read_only_register.number);
}

TEST_F(ServerTest, a_folder_without_a_page_is_refused) {
  const std::string empty = folder_.path + "/empty";
  std::filesystem::create_directory(empty);
  EXPECT_EQ(http::PageFiles::read(empty).error().number, answers::bad_setting.number);
}

TEST_F(ServerTest, scans_are_compared_with_their_originals_at_hand_and_of_one_mark) {
  reopen();
  const auto exhibit = done("recoveries", recovery("C-1", "fired_case", "1", "crime_scene", "2021-08-20"));
  const auto scan = [&](char digit, std::string_view mark) {
    return done(
        "scans",
        {{"exhibit", std::to_string(exhibit)}, {"file", "a.x3p"}, {"sha256", std::string(64, digit)}, {"mark", mark}});
  };
  const auto face = scan('a', "breech_face");
  const auto pin = scan('b', "firing_pin");
  desk_.reset();
  store_.reset();
  start();
  const auto examiner = account("examiner", {access::Role::examiner}, "LAB");
  const auto compared = [&] {
    return ask("POST", "/api/v1/comparisons", examiner.headers(), fmt::format(R"({{"a":"{}","b":"{}"}})", face, pin))
        .body;
  };
  const auto says = [](const std::string& body, int number) {
    return body.find(fmt::format("\"number\":{}", number)) != std::string::npos;
  };
  EXPECT_TRUE(says(compared(), service::original_missing.number)) << compared();
  for (const char digit : {'a', 'b'})
    ASSERT_TRUE(house_->scans().keep_original(std::string(64, digit), folder_.path + "/page/index.html", false));
  EXPECT_TRUE(says(compared(), service::marks_differ.number)) << compared();
}

TEST_F(ServerTest, a_true_register_is_not_shown_as_a_demonstration) {
  start();
  const auto offered = service::Demonstration::begin(house_->access(), false);
  ASSERT_FALSE(offered.has_value());
  EXPECT_EQ(offered.error().number, service::true_register.number);
}

TEST_F(ServerTest, a_demonstration_is_signed_in_to_once_with_its_own_secret) {
  start();
  auto offered = service::Demonstration::begin(house_->access(), true).value();
  const service::SignIn asked{"", "", "", "127.0.0.1", "", ""};
  const auto refused = [&](std::string_view secret) {
    const auto made = offered->sign_in(house_->access(), secret, asked);
    return made ? 0 : made.error().number;
  };
  EXPECT_EQ(refused("another"), access::sign_in_refused.number);
  EXPECT_EQ(refused(offered->secret()), 0);
  EXPECT_EQ(refused(offered->secret()), access::sign_in_refused.number);
}

TEST_F(ServerTest, a_demonstration_whose_account_was_disabled_lets_nobody_in) {
  start();
  auto& desk = house_->access();
  auto offered = service::Demonstration::begin(desk, true).value();
  access::AccountChange change;
  change.disabled = true;
  ASSERT_TRUE(service::change_account(desk, access::keeper_of_the_file(), "demonstration", change));
  const auto made = offered->sign_in(desk, offered->secret(), {"", "", "", "127.0.0.1", "", ""});
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().number, access::sign_in_refused.number);
}

}  // namespace
}  // namespace lotline
