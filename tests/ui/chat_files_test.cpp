#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/ui/chat_stage.hpp"
#include "ui/chat_words.hpp"
#include "ui/theme.hpp"

namespace parley::ui {
namespace {

using core::ChatLine;
using core::FileView;
using testing::line;
using State = FileView::State;
using enum SemanticRole;

ChatLine file_line(std::uint64_t id, State state, std::string name = "holiday.jpg") {
    ChatLine result = line(id, "Ada", "");
    FileView file;
    file.name = std::move(name);
    file.media_type = "image/jpeg";
    file.size = file.to_move = 4'000'000;
    file.moved = state == State::Complete ? file.size : 1'000'000;
    file.state = state;
    file.received = core::IncomingId{3};
    result.file = std::move(file);
    return result;
}

class ChatFiles : public testing::ChatStage {
protected:
    void show(ChatLine shown) {
        stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(std::vector<ChatLine>{std::move(shown)});
        open();
    }
    template <class Action>
    bool acted_on(std::uint64_t id) const {
        return std::ranges::any_of(stage_.result().actions, [id](const core::UserAction& action) {
            const auto* found = std::get_if<Action>(&action);
            return found != nullptr && found->line == id;
        });
    }
};

TEST_F(ChatFiles, AreAttachedByAButton) {
    open();
    stage_.activate("Attach file");
    EXPECT_TRUE(testing::emitted<core::action::AttachFiles>(stage_.result()));
}

TEST_F(ChatFiles, AreAcceptedOrDeclined) {
    show(file_line(7, State::Asking));
    EXPECT_TRUE(stage_.shows(Text, "holiday.jpg"));
    EXPECT_TRUE(stage_.shows(Text, "3.8 MB"));
    EXPECT_EQ(stage_.find(Button, "Accept")->description, "holiday.jpg");
    stage_.activate("Accept");
    EXPECT_TRUE(acted_on<core::action::AcceptFile>(7));
    stage_.activate("Decline");
    EXPECT_TRUE(acted_on<core::action::CancelFile>(7));
}

TEST_F(ChatFiles, SayHowFarTheyAreAndAreStopped) {
    show(file_line(7, State::Moving));
    EXPECT_TRUE(stage_.shows(Text, "25 % of 3.8 MB"));
    EXPECT_EQ(stage_.find(Progress, "holiday.jpg")->value_now, 25);
    stage_.activate("Cancel");
    EXPECT_TRUE(acted_on<core::action::CancelFile>(7));
    EXPECT_FALSE(stage_.shows(Button, "Save"));
}

TEST_F(ChatFiles, AreShownAndSavedWhenTheyAreHere) {
    show(file_line(7, State::Complete));
    ASSERT_TRUE(stage_.shows(Image, "holiday.jpg"));
    EXPECT_EQ(stage_.find(Image, "holiday.jpg")->value, "incoming-3");
    stage_.activate("Save");
    EXPECT_TRUE(acted_on<core::action::SaveReceived>(7));
    EXPECT_FALSE(stage_.shows(Button, "Cancel"));
}

TEST_F(ChatFiles, ThatCouldDoMoreThanBeLookedAtAreNotShown) {
    ChatLine drawing = file_line(7, State::Complete, "drawing.svg");
    drawing.file->media_type = "image/svg+xml";
    show(drawing);
    EXPECT_FALSE(stage_.shows(Image, "drawing.svg"));
    EXPECT_TRUE(stage_.shows(Button, "Save"));
}

TEST_F(ChatFiles, ThatFailedOfferNothing) {
    for (const State state : {State::Declined, State::Cancelled, State::NoRoom, State::Damaged, State::Lost,
                              State::Failed, State::Undelivered}) {
        show(file_line(7, state));
        for (const char* name : {"Save", "Cancel", "Accept"}) EXPECT_FALSE(stage_.shows(Button, name)) << name;
        EXPECT_FALSE(stage_.shows(Image, "holiday.jpg"));
    }
}

TEST_F(ChatFiles, ThatFailedSayWhatToDoAboutIt) {
    show(file_line(7, State::Undelivered));
    EXPECT_TRUE(stage_.shows(Text, "It stopped arriving"));
    ASSERT_TRUE(stage_.shows(Text, "Ask for it to be sent again"));
    EXPECT_GE(stage_.find(Text, "Ask for it to be sent again")->rect.y,
              stage_.find(Text, "It stopped arriving")->rect.y + type::small.line_height);
    show(file_line(7, State::Failed));
    EXPECT_TRUE(stage_.shows(Text, "Reload this page, ask for it again"));
    ChatLine own = file_line(7, State::Undelivered);
    own.you = true;
    show(std::move(own));
    EXPECT_TRUE(stage_.shows(Text, "It did not get through"));
    EXPECT_TRUE(stage_.shows(Text, "Send it again"));
}

TEST_F(ChatFiles, AreAnnounced) {
    stage_.frame();
    add(file_line(1, State::Waiting));
    EXPECT_EQ(stage_.frame().announcement, "Ada sent a file: holiday.jpg");
}

TEST_F(ChatFiles, AreOutOfReachWhereTheyAreScrolledAway) {
    stage_.view.chat.lines = {};
    std::vector<ChatLine> lines{file_line(1, State::Complete)};
    for (std::uint64_t id = 2; id < 60; ++id) lines.push_back(line(id, "Ada", "Message"));
    stage_.view.chat.lines = std::make_shared<const std::vector<ChatLine>>(std::move(lines));
    open();
    EXPECT_FALSE(stage_.shows(Button, "Save"));
    EXPECT_FALSE(stage_.shows(Image, "holiday.jpg"));
}

TEST(FileWords, SaySizesAsPeopleDo) {
    EXPECT_EQ(size_text(0), "0 B");
    EXPECT_EQ(size_text(1'023), "1023 B");
    EXPECT_EQ(size_text(1'024), "1.0 KB");
    EXPECT_EQ(size_text(3'000'000), "2.9 MB");
    EXPECT_EQ(size_text(500 * 1'024), "500 KB");
    EXPECT_EQ(size_text(std::uint64_t{1'024} * 1'024 * 1'024 - 1), "1.0 GB");
}

TEST(FileWords, SayWhatBecameOfOnesOwn) {
    FileView file = *file_line(1, State::Complete).file;
    EXPECT_EQ(file_text(file, true), "3.8 MB, delivered");
    file.receivers = 3;
    file.complete = 2;
    EXPECT_EQ(file_text(file, true), "3.8 MB, 2 of 3 have it");
    EXPECT_EQ(file_text(file, false), "3.8 MB, here until you close this page");
    file.saved = FileView::Saved::Yes;
    EXPECT_EQ(file_text(file, false), "3.8 MB, saved");
}

}  // namespace
}  // namespace parley::ui
