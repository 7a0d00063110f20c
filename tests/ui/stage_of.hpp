#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/ui/stage.hpp"

namespace parley::ui::testing {

template <class Action>
const Action* action_in(const std::vector<core::UserAction>& actions) {
    for (const core::UserAction& action : actions)
        if (const auto* found = std::get_if<Action>(&action)) return found;
    return nullptr;
}

/// What a person does with the tiles of a call.
class StageOf : public ::testing::Test {
protected:
    void begin(std::size_t people) {
        stage_.view = call_with(people);
        stage_.frame();
    }
    core::output::StorePreferences& preferences() { return stage_.view.settings.preferences; }
    [[nodiscard]] Rect place(std::string_view name) const { return stage_.find(SemanticRole::Group, name)->rect; }

    void move_to(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        stage_.frame();
    }
    std::vector<core::UserAction> button(bool down) {
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
        return stage_.frame().actions;
    }
    std::vector<core::UserAction> double_click(float x, float y) {
        move_to(x, y);
        std::vector<core::UserAction> actions;
        for (const bool down : {true, false, true, false})
            for (const core::UserAction& action : button(down)) actions.push_back(action);
        return actions;
    }
    /// Drags by the middle of `from`, in several steps.
    std::vector<core::UserAction> drag(const Rect& from, float x, float y) {
        const float begin_x = from.x + from.width / 2;
        const float begin_y = from.y + from.height / 2;
        move_to(begin_x, begin_y);
        button(true);
        for (const float part : {0.25F, 0.5F, 0.75F, 1.0F})
            move_to(begin_x + part * (x - begin_x), begin_y + part * (y - begin_y));
        return button(false);
    }
    void key(std::string value, SemanticId id = 0) {
        stage_.send({SemanticEvent::Kind::Key, id, std::move(value), false});
        stage_.frame();
        stage_.frame();
    }

    Stage stage_;
};

/// A call of three in which one of the others presents.
class Presentation : public StageOf {
protected:
    Presentation() {
        begin(3);
        presenter().screen_on = presenter().screen_shown = true;
        stage_.frame();
        stage_.rest();
    }
    core::ParticipantView& presenter() { return stage_.view.participants[2]; }
    [[nodiscard]] const VideoPlacement& screen() const { return *stage_.video("peer2/screen"); }
    [[nodiscard]] float scale() const { return screen().whole ? screen().whole->width / screen().rect.width : 1; }
};

}  // namespace parley::ui::testing
