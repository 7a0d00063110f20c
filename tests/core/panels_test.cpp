#include "tests/core/world.hpp"

namespace parley::core {
namespace {

bool chat_open(Page& page) { return page.client.view().chat.open; }
bool people_open(Page& page) { return page.client.view().people.open; }

TEST(Panels, OfChatAndPeopleShareOnePlace) {
    World world;
    Page& ann = world.joined("Ann");
    ann.put(action::TogglePeople{});
    EXPECT_TRUE(people_open(ann));
    ann.put(action::ToggleChat{});
    EXPECT_TRUE(chat_open(ann));
    EXPECT_FALSE(people_open(ann));
    ann.put(action::TogglePeople{});
    EXPECT_FALSE(chat_open(ann));
    EXPECT_TRUE(people_open(ann));
    ann.put(action::TogglePeople{});
    EXPECT_FALSE(people_open(ann));
}

TEST(Panels, AreClosedInANewCall) {
    World world;
    Page& ann = world.joined("Ann");
    ann.put(action::TogglePeople{});
    ann.put(action::Leave{});
    ann.put(action::TogglePeople{});
    ann.put(action::Rejoin{});
    world.pass(settle_ms);
    EXPECT_FALSE(people_open(ann));
}

}  // namespace
}  // namespace parley::core
