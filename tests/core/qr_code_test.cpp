#include <gtest/gtest.h>

#include "tests/core/world.hpp"

// The link as a QR code, on a sheet.

namespace parley::core {
namespace {

using State = QrCodeView::State;
using Outcome = input::QrCodeMade::Outcome;

const QrCodeView& shown(const Page& page) { return page.client.view().qr_code; }

class QrCodeOfTheLink : public ::testing::Test {
protected:
    RequestId open() {
        ann_.put(action::ShowQrCode{});
        const auto asked = ann_.asked<output::MakeQrCode>();
        return asked.empty() ? RequestId() : asked.back().request;
    }
    [[nodiscard]] std::size_t asked() const { return ann_.asked<output::MakeQrCode>().size(); }

    World world_;
    Page& ann_ = world_.joined("ann");
};

TEST_F(QrCodeOfTheLink, IsMadeWhenItIsFirstWanted) {
    EXPECT_EQ(asked(), 0U);
    const RequestId request = open();
    ASSERT_EQ(asked(), 1U);
    EXPECT_EQ(ann_.asked<output::MakeQrCode>()[0].text, ann_.client.view().link);
    EXPECT_TRUE(shown(ann_).open);
    EXPECT_EQ(shown(ann_).state, State::Making);
    ann_.put(input::QrCodeMade{request, Outcome::Made, {2, {true, false, false, true}}});
    ASSERT_EQ(shown(ann_).state, State::Made);
    EXPECT_EQ(shown(ann_).code->size, 2);
    EXPECT_TRUE(shown(ann_).code->is_dark(0, 0));
    EXPECT_FALSE(shown(ann_).code->is_dark(1, 0));
}

TEST_F(QrCodeOfTheLink, IsMadeOnceForALink) {
    const RequestId request = open();
    ann_.put(action::CloseQrCode{});
    EXPECT_FALSE(shown(ann_).open);
    open();
    EXPECT_EQ(asked(), 1U) << "it is being made";
    ann_.put(input::QrCodeMade{request, Outcome::Made, {1, {true}}});
    ann_.put(action::CloseQrCode{});
    open();
    EXPECT_EQ(asked(), 1U);
    EXPECT_EQ(shown(ann_).state, State::Made);
}

TEST_F(QrCodeOfTheLink, IsTriedAgainAfterItFailed) {
    ann_.put(input::QrCodeMade{open(), Outcome::Failed, {}});
    EXPECT_EQ(shown(ann_).state, State::Failed);
    ann_.put(action::CloseQrCode{});
    open();
    EXPECT_EQ(asked(), 2U);
    EXPECT_EQ(shown(ann_).state, State::Making);
}

TEST_F(QrCodeOfTheLink, IsNeverThatOfAnotherMeeting) {
    const RequestId first = open();
    ann_.put(action::GoHome{});
    world_.pass(settle_ms);
    EXPECT_FALSE(shown(ann_).open) << "it goes with the call";
    ann_.put(action::OpenMeeting{key_of('m')});
    world_.pass(settle_ms);
    ann_.put(action::Join{});
    world_.pass(settle_ms);
    ASSERT_EQ(ann_.screen(), Screen::Call);
    open();
    ASSERT_EQ(asked(), 2U);
    EXPECT_EQ(ann_.asked<output::MakeQrCode>()[1].text, ann_.client.view().link);
    ann_.put(input::QrCodeMade{first, Outcome::Made, {1, {true}}});
    EXPECT_EQ(shown(ann_).state, State::Making) << "an answer to the question before";
}

TEST_F(QrCodeOfTheLink, GivesWayToAnotherSheetAndCoversNone) {
    open();
    ann_.put(action::OpenKeys{});
    EXPECT_FALSE(ann_.client.view().keys_shown) << "it would lie under the code";
    ann_.put(action::OpenSettings{});
    EXPECT_FALSE(shown(ann_).open);
    open();
    EXPECT_FALSE(shown(ann_).open) << "the settings are open";
    ann_.put(action::CloseSettings{});
    open();
    ann_.put(action::CheckConnection{});
    EXPECT_FALSE(shown(ann_).open);
}

TEST_F(QrCodeOfTheLink, IsShownInACallOnly) {
    ann_.put(action::Leave{});
    open();
    EXPECT_FALSE(shown(ann_).open);
    EXPECT_EQ(asked(), 0U);
}

}  // namespace
}  // namespace parley::core
