#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/ui/stage.hpp"

namespace parley::ui::testing {

inline core::ChatLine line(std::uint64_t id, std::string name, std::string text, std::uint16_t minute = 14 * 60 + 5) {
    core::ChatLine result;
    result.id = id;
    result.name = std::move(name);
    result.text = std::move(text);
    result.minute = minute;
    return result;
}

/// A call of two people and its chat.
class ChatStage : public ::testing::Test {
protected:
    ChatStage() { stage_.view = call_with(2); }

    void open() {
        stage_.view.chat.open = true;
        stage_.frame();
    }
    void add(core::ChatLine added) {
        std::vector<core::ChatLine> lines = *stage_.view.chat.lines;
        lines.push_back(std::move(added));
        stage_.view.chat.lines = std::make_shared<const std::vector<core::ChatLine>>(std::move(lines));
    }
    void add_many(std::uint64_t count) {
        std::vector<core::ChatLine> lines;
        for (std::uint64_t id = 1; id <= count; ++id) lines.push_back(line(id, "Ada", "Message " + std::to_string(id)));
        stage_.view.chat.lines = std::make_shared<const std::vector<core::ChatLine>>(std::move(lines));
    }
    void type(std::string text) {
        stage_.send({SemanticEvent::Kind::Input, field().id, std::move(text), false});
        stage_.frame();
    }
    const SemanticNode& field() { return *stage_.find(SemanticRole::TextField, "Message"); }
    const FrameResult& key(SemanticEvent::Kind kind) {
        stage_.send({kind, kind == SemanticEvent::Kind::Dismiss ? 0 : field().id, {}, false});
        return stage_.frame();
    }
    std::string sent() const {
        for (const core::UserAction& action : stage_.result().actions)
            if (const auto* message = std::get_if<core::action::SendChat>(&action)) return message->text;
        return {};
    }
    bool toggles() const {
        return std::ranges::any_of(stage_.result().actions, [](const core::UserAction& action) {
            return std::holds_alternative<core::action::ToggleChat>(action);
        });
    }
    std::size_t items() const {
        return static_cast<std::size_t>(
            std::ranges::count(stage_.result().semantics, SemanticRole::ListItem, &SemanticNode::role));
    }
    /// What a list item reads: the text of what is in it.
    std::string reading_of(std::string_view words) const {
        const SemanticNode* found = stage_.find(SemanticRole::Text, words);
        std::string reading;
        if (found == nullptr) return reading;
        for (const SemanticNode& node : stage_.result().semantics)
            if (node.parent == found->parent) reading += node.name;
        return reading;
    }
    const Rect& panel() { return stage_.find(SemanticRole::Region, "Chat")->rect; }

    Stage stage_;
};

}  // namespace parley::ui::testing
