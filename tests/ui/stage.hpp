#pragma once

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/ui/fake_rasterizer.hpp"
#include "ui/frame.hpp"

namespace parley::ui::testing {

/// Plays frames of the interface without a browser or a graphics card; time moves when a test says so.
class Stage {
public:
    Stage() : interface_(rasterizer) {
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        surface.width = 1280;
        surface.height = 720;
    }
    ~Stage() {
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetTexID(ImTextureID_Invalid);
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    const FrameResult& frame() {
        const auto events = std::exchange(events_, {});
        result_ = interface_.frame(view, surface, events, now_s);
        now_s += 0.01;
        serve_textures();
        return result_;
    }

    void send(SemanticEvent event) { events_.push_back(std::move(event)); }

    /// The frame in which the document reports a press on `name`.
    const FrameResult& activate(std::string_view name) {
        send({SemanticEvent::Kind::Activate, id_of_button(name), {}, false});
        return frame();
    }

    /// The same for a control of the call, which stands in the bar or behind `More`.
    const FrameResult& choose(std::string_view name) {
        if (find_button(name) == nullptr) open_menu("More");
        return activate(name);
    }

    /// What it holds is there afterwards.
    void open_menu(std::string_view name) {
        activate(name);
        frame();
    }

    /// All actions of the frames of a pointer's press and release on the middle of `name`.
    std::vector<core::UserAction> click(std::string_view name) {
        const SemanticNode* node = find_button(name);
        if (node == nullptr) return {};
        const Rect rect = node->rect;
        std::vector<core::UserAction> actions;
        const auto play = [&] {
            for (const core::UserAction& action : frame().actions) actions.push_back(action);
        };
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(rect.x + rect.width / 2, rect.y + rect.height / 2);
        play();
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        play();
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        play();
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        play();
        play();
        return actions;
    }

    /// Where the frame placed the <video> of that name, or null.
    [[nodiscard]] const VideoPlacement* video(std::string_view element) const {
        const auto found = std::ranges::find(result_.videos, element, &VideoPlacement::element);
        return found == result_.videos.end() ? nullptr : &*found;
    }
    /// The tile's frame at the place of the group called `name`, or null.
    [[nodiscard]] const TileFrame* tile(std::string_view name) const {
        const SemanticNode* group = find(SemanticRole::Group, name);
        if (group == nullptr) return nullptr;
        const auto found = std::ranges::find(result_.tiles, group->rect, &TileFrame::rect);
        return found == result_.tiles.end() ? nullptr : &*found;
    }
    /// Frames until what moves has come to rest.
    const FrameResult& rest() {
        frame();  // in which it sets out
        now_s += 1;
        return frame();
    }

    /// A node of the latest frame, or null.
    [[nodiscard]] const SemanticNode* find(SemanticRole role, std::string_view name) const {
        for (const SemanticNode& node : result_.semantics)
            if (node.role == role && node.name == name) return &node;
        return nullptr;
    }
    [[nodiscard]] const SemanticNode* find_button(std::string_view name) const {
        using enum SemanticRole;
        for (const auto role : {Button, ToggleButton, Switch, MenuItem, MenuItemRadio})
            if (const SemanticNode* node = find(role, name)) return node;
        return nullptr;
    }
    [[nodiscard]] bool shows(SemanticRole role, std::string_view name) const { return find(role, name) != nullptr; }
    [[nodiscard]] SemanticId id_of_button(std::string_view name) const {
        const SemanticNode* node = find_button(name);
        return node == nullptr ? 0 : node->id;
    }
    [[nodiscard]] const FrameResult& result() const { return result_; }

    FakeRasterizer rasterizer;
    core::View view;
    Surface surface;
    double now_s = 1;

private:
    /// What a renderer does with the atlas.
    static void serve_textures() {
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            const bool dying = texture->Status == ImTextureStatus_WantDestroy;
            if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed) continue;
            texture->SetTexID(dying ? ImTextureID_Invalid : ImTextureID{1});
            texture->SetStatus(dying ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
        }
    }

    Interface interface_;
    std::vector<SemanticEvent> events_;
    FrameResult result_;
};

template <class Action>
bool emitted(const FrameResult& result) {
    return std::ranges::any_of(result.actions,
                               [](const core::UserAction& action) { return std::holds_alternative<Action>(action); });
}

inline core::ParticipantView person(std::string id, std::string name) {
    core::ParticipantView participant;
    participant.peer = PeerId(std::move(id));
    participant.name = std::move(name);
    participant.microphone_on = true;
    participant.camera_on = true;
    participant.video_shown = true;
    return participant;
}

/// A call with `count` people, the first of whom is the person at this page.
inline core::View call_with(std::size_t count) {
    core::View view;
    view.screen = core::Screen::Call;
    view.room = "abcd-efgh-jkmn";
    view.link = "https://parley.example/r/abcd-efgh-jkmn#AAAAAAAAAAAAAAAAAAAAAA";
    view.server = core::ServerLink::Online;
    view.local.microphone = core::DeviceState::On;
    view.local.camera = core::DeviceState::On;
    view.chat.lines = std::make_shared<const std::vector<core::ChatLine>>();
    for (std::size_t i = 0; i < count; ++i) {
        view.participants.push_back(person("peer" + std::to_string(i), "Person " + std::to_string(i)));
        view.participants.back().you = i == 0;
    }
    if (count > 1) view.stage.speaker = view.participants[1].peer;
    return view;
}

}  // namespace parley::ui::testing
