#pragma once

#include <string>
#include <vector>

#include "tests/ui/stage.hpp"

/// Every screen with what there may be to show on it, for tests of what must hold wherever one is.
namespace parley::ui::testing {

struct ScreenCase {
    std::string name;
    core::View view;
    Page page = Page::Application;
    bool animated = false;  ///< unless less motion is wanted
};

std::vector<ScreenCase> screen_cases();

core::View troubled_call();
core::View chatting(std::size_t people, std::size_t messages);
/// A call whose connections are marked, with the statistics of one of them.
core::View measured(core::View view);

/// The three sizes that screens are looked at in.
struct ScreenSize {
    float width, height, pixel_ratio;
};
inline constexpr ScreenSize usual_sizes[] = {{1280, 720, 1}, {390, 844, 3}, {2560, 1440, 1}};

/// Whether it is something to press, to move or to write in.
[[nodiscard]] bool is_target(const SemanticNode& node);

/// Two frames of the screen: the second one is what stays.
void show(Stage& stage, const ScreenCase& chosen, const ScreenSize& size);
[[nodiscard]] std::string to_string(const ScreenSize& size);

}  // namespace parley::ui::testing
