#include "core/files.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/bounds.hpp"
#include "protocol/limits.hpp"
#include "tests/core/world.hpp"

// Files from page to page: who gets what, and what becomes of them when something breaks.

namespace parley::core {
namespace {

using State = FileView::State;

constexpr std::uint64_t small = 3'000'000;
constexpr std::uint64_t large = bounds::file_accepted_max + 1;

const ChatLine& last_line(const Page& page) { return page.client.view().chat.lines->back(); }
const FileView& last_file(const Page& page) { return *last_line(page).file; }

/// What the page keeps of the file that its last line shows.
std::uint64_t kept(const Page& page) {
    const auto found = page.kept_files().find(last_file(page).received);
    return found == page.kept_files().end() ? 0 : found->second.moved;
}

/// While the other's machine sleeps, and with the server that knew of it gone. Then they are together again.
void leave_unseen(World& world, Page& who, Page& other) {
    other.sleep();
    world.network.cut(who.name, other.name);
    world.server.restart();
    world.pass(1'000);
    who.put(action::Leave{});
    world.pass(1'000);
    who.put(action::Rejoin{});
    world.pass(5'000);
    world.network.mend(who.name, other.name);
    other.wake();
    world.pass(60'000);
    EXPECT_FALSE(other.let_go.contains(who.name)) << "it was seen";
}

/// Ann, who sends, and Bob in one meeting.
struct Files : testing::Test {
    World world;
    Page& ann = world.joined("ann");
    Page& bob = world.joined("bob");

    /// Ann sends a large file and Bob takes it; a part of it is there.
    void begin_large() {
        ann.choose_file(large);
        world.pass(500);
        bob.put(action::AcceptFile{last_line(bob).id});
        world.pass(300);
    }
};

TEST_F(Files, ReachEveryoneWhoIsThere) {
    Page& cem = world.joined("cem");
    const std::string title = ann.choose_file(small);
    world.pass(5'000);
    for (const Page* page : {&bob, &cem}) {
        EXPECT_EQ(last_file(*page).state, State::Complete);
        EXPECT_EQ(last_file(*page).name, title);
        EXPECT_EQ(last_line(*page).name, "ann");
        EXPECT_EQ(kept(*page), small);
    }
    ASSERT_EQ(ann.client.view().chat.lines->size(), 1U) << "one bubble for all";
    EXPECT_EQ(last_file(ann).state, State::Complete);
    EXPECT_EQ(last_file(ann).complete, 2);
    EXPECT_EQ(last_file(ann).moved, 2 * small);
}

TEST_F(Files, GoToOneAloneWhenTheyAreForOne) {
    const Page& cem = world.joined("cem");
    ann.put(action::AddressChat{PeerId("bob")});
    ann.choose_file(small);
    world.pass(5'000);
    EXPECT_EQ(last_file(bob).state, State::Complete);
    EXPECT_EQ(last_line(bob).audience, ChatLine::Audience::OnlyYouTwo);
    EXPECT_EQ(last_line(ann).to, "bob");
    EXPECT_TRUE(cem.client.view().chat.lines->empty());
}

TEST_F(Files, ThatAreEmptyArriveToo) {
    ann.choose_file(0);
    world.pass(5'000);
    EXPECT_EQ(last_file(bob).state, State::Complete);
    EXPECT_EQ(last_file(ann).state, State::Complete);
}

TEST_F(Files, ThatAreLargeWaitUntilTheyAreWanted) {
    ann.choose_file(large);
    world.pass(10'000);
    EXPECT_EQ(last_file(bob).state, State::Asking);
    EXPECT_EQ(last_file(ann).state, State::Waiting);
    bob.put(action::AcceptFile{last_line(bob).id});
    world.pass(10'000);
    EXPECT_EQ(last_file(bob).state, State::Complete);
    EXPECT_EQ(kept(bob), large);
    EXPECT_EQ(last_file(ann).state, State::Complete);
    ann.choose_file(large);
    world.pass(1'000);
    bob.put(action::CancelFile{last_line(bob).id});
    world.pass(1'000);
    EXPECT_EQ(last_file(bob).state, State::Declined);
    EXPECT_EQ(last_file(ann).state, State::Declined);
}

TEST_F(Files, ThatAreSmallAreAskedAboutAfterMany) {
    constexpr std::uint64_t each = bounds::file_accepted_max;
    for (std::uint64_t taken = 0; taken <= bounds::files_unasked_max; taken += each) {
        ann.choose_file(each);
        world.pass(3'000);
        ASSERT_EQ(last_file(bob).state, State::Complete) << taken;
    }
    ann.choose_file(1);
    world.pass(3'000);
    EXPECT_EQ(last_file(bob).state, State::Asking);
}

TEST_F(Files, AreTakenBackAndStopped) {
    begin_large();
    ASSERT_EQ(last_file(bob).state, State::Moving);
    ASSERT_GT(kept(bob), 0U);
    ann.put(action::CancelFile{last_line(ann).id});
    world.pass(1'000);
    EXPECT_EQ(last_file(ann).state, State::Cancelled);
    EXPECT_EQ(last_file(bob).state, State::Cancelled);
    EXPECT_TRUE(bob.kept_files().empty()) << "half a file is no file";
    EXPECT_EQ(ann.asked<output::StopSending>().size(), 1U);
    // And by who receives it.
    begin_large();
    bob.put(action::CancelFile{last_line(bob).id});
    world.pass(1'000);
    EXPECT_EQ(last_file(ann).state, State::Declined);
    EXPECT_EQ(ann.asked<output::StopSending>().size(), 2U);
    EXPECT_TRUE(bob.kept_files().empty());
}

TEST_F(Files, GoOnWhereTheyWereAfterACut) {
    begin_large();
    const std::uint64_t before = kept(bob);
    ASSERT_GT(before, 0U);
    ASSERT_LT(before, large);
    world.network.cut("ann", "bob");
    world.pass(40'000);
    ASSERT_NE(last_file(bob).state, State::Complete);
    world.network.mend("ann", "bob");
    world.pass(60'000);
    EXPECT_EQ(last_file(bob).state, State::Complete);
    EXPECT_EQ(last_file(ann).state, State::Complete);
    const auto sent = ann.asked<output::SendFile>();
    ASSERT_GE(sent.size(), 2U);
    EXPECT_GE(sent.back().from, before) << "nothing is sent from its beginning again";
    EXPECT_NE(sent.back().connection, sent.front().connection) << "the first connection was given up";
}

TEST_F(Files, GoOnWhileTheServerIsAway) {
    world.server.answer = Server::Answer::Refuses;
    world.server.restart();
    world.pass(1'000);
    ann.choose_file(small);
    world.pass(5'000);
    EXPECT_EQ(last_file(bob).state, State::Complete);
    EXPECT_EQ(last_file(ann).state, State::Complete);
}

TEST_F(Files, AreLostWithThePageThatTheyWereWith) {
    begin_large();
    bob.vanish();
    const Page& again = world.joined("bob", "second run");
    world.pass(10'000);
    EXPECT_EQ(last_file(ann).state, State::Lost);
    EXPECT_TRUE(again.client.view().chat.lines->empty());
}

TEST_F(Files, AreOverWhenWhoeverWasToTakeThemLeftUnseenAndCameBack) {
    ann.choose_file(large);
    world.pass(500);
    ASSERT_EQ(last_file(bob).state, State::Asking);
    leave_unseen(world, bob, ann);
    EXPECT_EQ(last_file(bob).state, State::Lost);
    ASSERT_NE(ann.sees("bob"), nullptr);
    EXPECT_EQ(last_file(ann).state, State::Lost) << "bob can't take it any more";
    ann.choose_file(small);
    world.pass(5'000);
    EXPECT_EQ(last_file(ann).state, State::Complete);
}

TEST_F(Files, EndAsTheirReceiverSaidBeforeTheyLeftUnseen) {
    ann.choose_file(large);
    world.pass(500);
    ann.sleep();
    bob.put(action::CancelFile{last_line(bob).id});
    leave_unseen(world, bob, ann);
    EXPECT_EQ(last_file(ann).state, State::Declined);
}

TEST_F(Files, OfANewPageDoNotEndWithThoseOfThePageBefore) {
    ann.choose_file(large);
    world.pass(500);
    bob.put(action::Leave{});
    world.pass(1'000);
    ann.vanish();
    Page& again = world.joined("ann", "second run");
    bob.put(action::Rejoin{});
    while (again.sees("bob") == nullptr) world.pass(1);
    again.choose_file(large);
    world.pass(20'000);
    EXPECT_EQ(last_file(again).state, State::Waiting) << "it has the same number";
    EXPECT_EQ(last_file(bob).state, State::Asking);
}

TEST_F(Files, ThatArriveOtherThanTheyWereSentAreRefused) {
    bob.damages = true;
    ann.choose_file(100'000);
    world.pass(5'000);
    EXPECT_EQ(last_file(bob).state, State::Damaged);
    EXPECT_EQ(last_file(ann).state, State::Damaged);
    EXPECT_TRUE(bob.kept_files().empty());
    bob.put(action::SaveReceived{last_line(bob).id});
    EXPECT_TRUE(bob.asked<output::SaveReceived>().empty());
}

TEST_F(Files, ThatFindNoRoomAreSaidToHaveFoundNone) {
    ann.choose_file(small);
    world.pass(150);
    ASSERT_EQ(last_file(bob).state, State::Moving);
    bob.put(input::FileNotKept{last_file(bob).received, input::FileNotKept::Reason::NoRoom});
    world.pass(2'000);
    EXPECT_EQ(last_file(bob).state, State::NoRoom);
    EXPECT_EQ(last_file(ann).state, State::NoRoom);
}

TEST_F(Files, OfOnePersonMoveAFewAtATime) {
    for (int count = 0; count < 6; ++count) ann.choose_file(small);
    world.pass(150);
    EXPECT_EQ(bob.kept_files().size(), bounds::files_receiving_max);
    world.pass(20'000);
    for (const ChatLine& line : *bob.client.view().chat.lines) EXPECT_EQ(line.file->state, State::Complete);
}

TEST_F(Files, ThatAreTooLargeOrForNobodyAreRefused) {
    World empty;
    Page& alone = empty.joined("ann");
    alone.choose_file(small);
    EXPECT_EQ(alone.client.view().notices.back().kind, NoticeKind::FilesRefused);
    ann.choose_file(limits::file_size_max + 1);
    EXPECT_EQ(ann.client.view().notices.back().kind, NoticeKind::FileTooLarge);
    EXPECT_TRUE(ann.client.view().chat.lines->empty());
}

TEST_F(Files, AreSavedWhenTheyAreThere) {
    ann.choose_file(small);
    world.pass(150);
    bob.put(action::SaveReceived{last_line(bob).id});
    EXPECT_TRUE(bob.asked<output::SaveReceived>().empty()) << "it is not";
    world.pass(5'000);
    bob.put(action::SaveReceived{last_line(bob).id});
    ASSERT_EQ(bob.asked<output::SaveReceived>().size(), 1U);
    EXPECT_EQ(last_file(bob).saved, FileView::Saved::Yes);
}

TEST_F(Files, AskBeforeALargeOneIsLostWithThePage) {
    using Mode = output::GuardPage::Mode;
    ann.choose_file(large);
    world.pass(500);
    bob.put(action::AcceptFile{last_line(bob).id});
    world.pass(10'000);
    ASSERT_EQ(bob.asked<output::GuardPage>().size(), 1U);
    EXPECT_EQ(bob.asked<output::GuardPage>().back().mode, Mode::Ask);
    EXPECT_EQ(ann.asked<output::GuardPage>().back().mode, Mode::Off) << "all of it has gone";
    bob.put(action::SaveReceived{last_line(bob).id});
    EXPECT_EQ(bob.asked<output::GuardPage>().back().mode, Mode::Off);
}

TEST(FileName, StaysInItsFolderAndSaysWhatItIs) {
    EXPECT_EQ(tidied_file_name("holiday.jpg"), "holiday.jpg");
    EXPECT_EQ(tidied_file_name("../../etc/passwd"), "_.._etc_passwd");
    EXPECT_EQ(tidied_file_name("C:\\a\nb"), "C__a_b");
    EXPECT_EQ(tidied_file_name(".bashrc"), "bashrc");
    EXPECT_EQ(tidied_file_name(" .. "), "file");
    EXPECT_EQ(tidied_file_name("photo\u202Egpj.exe"), "photogpj.exe");
    EXPECT_EQ(tidied_file_name("na\u00EFve \u2014 \u65E5\u672C.pdf"), "na\u00EFve \u2014 \u65E5\u672C.pdf");
    const std::string long_name = tidied_file_name(std::string(400, 'x') + ".tar.gz");
    EXPECT_EQ(long_name.size(), 255U);
    EXPECT_TRUE(long_name.ends_with("x.gz"));
}

}  // namespace
}  // namespace parley::core
