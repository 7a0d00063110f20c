#include <gtest/gtest.h>

#include <vector>

#include "tests/ui/stage.hpp"

// Where the things of a call stand.

namespace parley::ui {
namespace {

using testing::Stage;
using enum SemanticRole;

class CallPlaces : public ::testing::Test {
protected:
    Stage stage_;
};

TEST_F(CallPlaces, OfButtonsStayWhenSomebodyComes) {
    const auto places = [&] {
        std::vector<float> found;
        for (const char* name : {"Mute microphone", "People", "Chat", "More", "Leave call"})
            found.push_back(stage_.find_button(name)->rect.x);
        return found;
    };
    stage_.view = testing::call_with(1);
    stage_.frame();
    const std::vector<float> alone = places();
    stage_.view = testing::call_with(2);
    stage_.frame();
    EXPECT_EQ(places(), alone);
}

}  // namespace
}  // namespace parley::ui
