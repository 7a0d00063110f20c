#include "protocol/codes.hpp"

#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(Codes, ReadBackEveryTextTheyAreSpelledWith) {
    for (int index = 0; index <= static_cast<int>(ErrorCode::Internal); ++index) {
        const auto code = static_cast<ErrorCode>(index);
        EXPECT_EQ(error_code_from(to_text(code)), code);
    }
}

TEST(Codes, RefuseATextThatIsNoCode) {
    EXPECT_EQ(error_code_from(""), std::nullopt);
    EXPECT_EQ(error_code_from("Bad-Message"), std::nullopt);
}

TEST(Codes, TellWhatAClientMayTryAgain) {
    for (const auto code : {4400, 4401, 4403, 4409, 4410, 4413})
        EXPECT_TRUE(is_final_close(static_cast<std::uint16_t>(code)));
    for (const auto code : {1000, 1001, 1006, 1011, 1012, 4408, 4429, 4430}) {
        EXPECT_FALSE(is_final_close(static_cast<std::uint16_t>(code)));
    }
}

TEST(Codes, CloseASocketAsTheProtocolSays) {
    EXPECT_EQ(close_code_for(ErrorCode::BadMessage), 4400);
    EXPECT_EQ(close_code_for(ErrorCode::TooLarge), 4413);
    EXPECT_EQ(close_code_for(ErrorCode::WrongKey), 4403);
    EXPECT_EQ(close_code_for(ErrorCode::RoomFull), 4403);
    EXPECT_EQ(close_code_for(ErrorCode::Replaced), 4409);
    EXPECT_EQ(close_code_for(ErrorCode::JoinTimeout), 4408);
    EXPECT_EQ(close_code_for(ErrorCode::RateLimited), 4429);
    EXPECT_EQ(close_code_for(ErrorCode::SlowConsumer), 4430);
    EXPECT_EQ(close_code_for(ErrorCode::Draining), 1012);
}

}  // namespace
}  // namespace parley
