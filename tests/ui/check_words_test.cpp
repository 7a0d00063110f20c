#include "ui/check_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>

namespace parley::ui {
namespace {

using core::CheckState;
using core::Finding;

std::vector<Finding> all_findings() {
    std::vector<Finding> findings;
    for (int i = 0; i <= static_cast<int>(Finding::AllWorks); ++i) findings.push_back(static_cast<Finding>(i));
    return findings;
}

bool says_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != text.npos; });
}

core::CheckView ended(std::vector<Finding> findings) {
    core::CheckView check;
    check.steps.fill(CheckState::Works);
    check.findings = std::move(findings);
    return check;
}

TEST(CheckWords, SayOneThingForEachFinding) {
    std::set<std::string_view> titles;
    for (const Finding finding : all_findings()) {
        const Message message = finding_message(finding, std::nullopt);
        EXPECT_TRUE(titles.insert(message.title).second) << message.title;
        EXPECT_FALSE(message.title.ends_with('.')) << message.title;
        EXPECT_TRUE(message.text.ends_with('.')) << message.title;
    }
}

TEST(CheckWords, SayWhoCanMendWhatIsWrong) {
    for (const Finding finding : all_findings()) {
        if (finding == Finding::AllWorks) continue;
        const Message message = finding_message(finding, std::nullopt);
        EXPECT_TRUE(says_any(message.text, {"You can mend it", "administrator", "hoever runs this server"}))
            << message.title;
    }
}

TEST(CheckWords, AlarmNobodyAboutWhatWorks) {
    for (const Finding finding : {Finding::UdpBlockedRelayTcp, Finding::UdpBlockedRelayTls, Finding::AllWorks}) {
        EXPECT_EQ(gravity_of(finding), Gravity::None);
        EXPECT_TRUE(says_any(finding_message(finding, std::nullopt).title, {"work"}));
    }
    for (const Finding finding : {Finding::ServerUnreachable, Finding::SignallingBlocked, Finding::NoWayOut})
        EXPECT_EQ(gravity_of(finding), Gravity::Great);
    for (const Finding finding : {Finding::RelayUnreachable, Finding::OneNetworkOnly, Finding::CameraMissing})
        EXPECT_EQ(gravity_of(finding), Gravity::Some);
}

TEST(CheckWords, TellWhyTheServerTurnedSomebodyAway) {
    const auto title = [](std::optional<ErrorCode> code) {
        return finding_message(Finding::SignallingRefused, code).title;
    };
    EXPECT_TRUE(says_any(title(ErrorCode::RoomFull), {"full"}));
    EXPECT_TRUE(says_any(title(ErrorCode::RateLimited), {"wait"}));
    EXPECT_TRUE(says_any(title(ErrorCode::Unauthorised), {"invitation"}));
    EXPECT_TRUE(says_any(title(std::nullopt), {"turned you away"}));
}

TEST(CheckReport, HoldsEveryFindingAndEveryStep) {
    core::CheckView check = ended({Finding::NoWayOut, Finding::CameraBusy});
    check.steps[0] = CheckState::Failed;
    const std::string report = check_report(check);
    EXPECT_TRUE(says_any(report, {"Your network blocks calls. It blocks UDP"}));
    EXPECT_TRUE(says_any(report, {"Another app is using your camera. "}));
    EXPECT_TRUE(says_any(report, {"Server: Failed\n"}));
    EXPECT_TRUE(says_any(report, {"Speaker: Works\n"}));
    EXPECT_LT(report.find("Your network"), report.find("Another app"));
}

TEST(CheckReport, NamesTheServersReasonForPrograms) {
    core::CheckView check = ended({Finding::SignallingRefused});
    EXPECT_FALSE(says_any(check_report(check), {"The server said"}));
    check.code = ErrorCode::RoomFull;
    EXPECT_TRUE(says_any(check_report(check), {"The server said: room-full\n"}));
}

TEST(CheckReport, IsEmptyUntilSomethingWasFound) {
    core::CheckView check = ended({});
    EXPECT_EQ(check_report(check), "");
    check = ended({Finding::AllWorks});
    check.running = true;
    EXPECT_EQ(check_report(check), "");
}

TEST(CheckReport, HoldsNoMomentAndNoAddress) {
    const std::string report = check_report(ended(all_findings()));
    EXPECT_TRUE(std::ranges::none_of(report, [](unsigned char letter) { return std::isdigit(letter) != 0; }));
    EXPECT_FALSE(says_any(report, {"://", "@"}));
}

}  // namespace
}  // namespace parley::ui
