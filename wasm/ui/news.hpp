#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/view.hpp"
#include "ui/context.hpp"

/// What happens by itself and often comes together is said together: that twelve people joined, and not twelve names.
namespace parley::ui {

enum class News : std::uint8_t { Joined, Left, HandRaised, Message, Count };

/// What waits to be said.
struct NewsMemory {
    struct Waiting {
        std::vector<std::string> sentences;  ///< the first few
        std::size_t count = 0;               ///< of all
        double first_s = 0, latest_s = 0;
        std::optional<double> said_s = {};  ///< when something of the kind was said last
    };
    std::array<Waiting, static_cast<std::size_t>(News::Count)> kinds;
};

/// What the notice is news of; nothing for what is said at once, because it answers to what the person did.
std::optional<News> news_of(core::NoticeKind kind);

/// Has `sentence` said soon, or only counted with others of its kind.
void tell(Context& context, News kind, std::string sentence);

/// Once in a frame, when all news of it were told.
void speak_news(Context& context);

}  // namespace parley::ui
