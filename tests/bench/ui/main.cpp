#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/ui/stage.hpp"

// How long a frame of the interface takes with very long lists, while they are scrolled: the views, the semantic tree
// with its difference to the one before, and Dear ImGui's draw lists. Without the browser: text is measured, and drawn
// by a stand-in. Exits with 1 when a median is over the bound.

namespace parley::ui {
namespace {

using testing::Stage;
using Clock = std::chrono::steady_clock;

constexpr double frame_max_ms = 4;
constexpr int warm_up_frames = 30;
constexpr int frames = 600;
constexpr std::size_t people = 1'000;
constexpr std::uint64_t messages = 10'000;

struct Subject {
    const char* name;
    float width, height;
    core::View view;
    float wheel;  ///< notches in each frame
};

core::View list_of_people() {
    core::View view = testing::call_with(people);
    view.people.open = true;
    for (std::size_t i = 0; i < people; ++i) {
        view.participants[i].speaking = i % 50 == 0;
        view.participants[i].microphone_on = i % 3 != 0;
        view.participants[i].hand_place = i < 20 ? static_cast<std::uint32_t>(20 - i) : 0;
    }
    return view;
}

core::View long_chat() {
    core::View view = testing::call_with(2);
    view.chat.open = true;
    std::vector<core::ChatLine> lines;
    for (std::uint64_t id = 1; id <= messages; ++id) {
        const std::string words(static_cast<std::size_t>(id % 7) * 30, 'w');
        core::ChatLine& line = lines.emplace_back();
        line.id = id;
        line.name = "Ada";
        line.text = "Message " + std::to_string(id) + ' ' + words;
    }
    view.chat.lines = std::make_shared<const std::vector<core::ChatLine>>(std::move(lines));
    return view;
}

double milliseconds(Clock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

/// The times of all frames, in rising order.
std::vector<double> times_of(const Subject& subject, std::size_t& nodes) {
    Stage stage;
    stage.surface.width = subject.width;
    stage.surface.height = subject.height;
    stage.view = subject.view;
    std::vector<SemanticNode> shown = stage.frame().semantics;
    std::vector<double> times;
    for (int frame = 0; frame < warm_up_frames + frames; ++frame) {
        // Over the panel, which is at the right or over everything.
        ImGui::GetIO().AddMousePosEvent(subject.width - 100, subject.height / 2);
        ImGui::GetIO().AddMouseWheelEvent(0, subject.wheel);
        const auto begin = Clock::now();
        std::vector<SemanticNode> next = stage.frame().semantics;
        const std::size_t changes = diff(shown, next).size();
        const double time = milliseconds(Clock::now() - begin);
        if (frame >= warm_up_frames && changes > 0) times.push_back(time);
        shown = std::move(next);
    }
    nodes = shown.size();
    std::ranges::sort(times);
    return times;
}

int run() {
    const std::vector<Subject> subjects = {
        {"1,000 people, the list on a phone", 390, 844, list_of_people(), -1},
        {"1,000 people, the list beside the call", 1280, 720, list_of_people(), -1},
        {"10,000 messages, the chat on a phone", 390, 844, long_chat(), 1},
        {"10,000 messages, the chat beside the call", 1280, 720, long_chat(), 1},
    };
    bool good = true;
    for (const Subject& subject : subjects) {
        std::size_t nodes = 0;
        const std::vector<double> times = times_of(subject, nodes);
        if (times.empty()) return std::printf("%s: nothing moved\n", subject.name), 1;
        const double median = times[times.size() / 2];
        const double slow = times[times.size() * 99 / 100];
        std::printf("%-42s median %.2f ms, 99 of 100 within %.2f ms, %zu nodes, %zu frames\n", subject.name, median,
                    slow, nodes, times.size());
        good = good && median < frame_max_ms;
    }
    return good ? 0 : 1;
}

}  // namespace
}  // namespace parley::ui

int main() { return parley::ui::run(); }
