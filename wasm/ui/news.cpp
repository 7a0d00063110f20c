#include "ui/news.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace parley::ui {

namespace {

constexpr double gather_max_s = 3;  ///< however many more keep coming

/// How news of one kind are said.
struct Manner {
    double gather_s;            ///< waited for more after each
    double gap_s;               ///< between two times
    std::size_t sentences_max;  ///< more are only counted
    std::string_view after_count;
};

/// Nobody answers to who comes and goes; a message may be waited for.
constexpr Manner manner_of(News kind) {
    switch (kind) {
        case News::Joined:
            return {1, 2, 2, " people joined"};
        case News::Left:
            return {1, 2, 2, " people left"};
        case News::HandRaised:
            return {1, 2, 2, " people raised a hand"};
        case News::Message:
        case News::Count:
            break;
    }
    return {0, 2, 3, " new messages"};
}

double due_s(const NewsMemory::Waiting& waiting, const Manner& manner) {
    const double gathered_s = std::min(waiting.latest_s + manner.gather_s, waiting.first_s + gather_max_s);
    return waiting.said_s ? std::max(gathered_s, *waiting.said_s + manner.gap_s) : gathered_s;
}

void say(Context& context, NewsMemory::Waiting& waiting, const Manner& manner) {
    if (waiting.count > manner.sentences_max) {
        announce(context, std::to_string(waiting.count).append(manner.after_count));
    } else {
        for (const std::string& sentence : waiting.sentences) announce(context, sentence);
    }
    waiting = {};
    waiting.said_s = context.now_s;
}

}  // namespace

std::optional<News> news_of(core::NoticeKind kind) {
    if (kind == core::NoticeKind::PersonJoined) return News::Joined;
    if (kind == core::NoticeKind::PersonLeft) return News::Left;
    if (kind == core::NoticeKind::HandRaised) return News::HandRaised;
    return std::nullopt;
}

void tell(Context& context, News kind, std::string sentence) {
    NewsMemory::Waiting& waiting = context.news.kinds[static_cast<std::size_t>(kind)];
    if (waiting.count++ == 0) waiting.first_s = context.now_s;
    waiting.latest_s = context.now_s;
    if (waiting.sentences.size() < manner_of(kind).sentences_max) waiting.sentences.push_back(std::move(sentence));
}

void speak_news(Context& context) {
    for (std::size_t i = 0; i < context.news.kinds.size(); ++i) {
        NewsMemory::Waiting& waiting = context.news.kinds[i];
        if (waiting.count == 0) continue;
        const Manner manner = manner_of(static_cast<News>(i));
        const double wait_s = due_s(waiting, manner) - context.now_s;
        if (wait_s > 0)
            request_frame(context, wait_s);
        else
            say(context, waiting, manner);
    }
}

}  // namespace parley::ui
