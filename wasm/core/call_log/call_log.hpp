#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "core/call_log/redactor.hpp"
#include "core/input.hpp"
#include "core/output.hpp"
#include "core/time.hpp"

namespace parley::core::call_log {

/// The version of the log's form. Another one can't be replayed.
inline constexpr int version = 4;
inline constexpr std::string_view format_name = "parley call log";
/// What the log calls a deadline that passed.
inline constexpr std::string_view tick_name = "tick";

/// What happened in a page, without names, what was said, keys and addresses: enough for the core to do it all again.
///
/// JSON, an object a line. First the header, `{"log":"parley call log","version":1,"build":"..."}`. Then a line for
/// each thing that happened, with its time, its kind, what it consisted of and what came of it: an output each, by its
/// kind, its number and a hash of what it says. `{"at":1203,"input":"SocketClosed","with":{"socket":1,"code":1006},
/// "outputs":["OpenSocket 2 8ff31a06"]}`. Last, `{"end":"saved"}`, or `{"end":"full"}` when more happened than a log
/// holds: its beginning is kept then, as nothing can be replayed without it.
class CallLog {
public:
    struct Bounds {
        std::size_t bytes = 8 * 1024 * 1024;
        std::size_t lines = 200'000;
    };

    /// `build` says which source the page was made from.
    explicit CallLog(std::string_view build);
    CallLog(std::string_view build, Bounds bounds);

    /// What the core is given next. Its outputs follow.
    void note(TimeMs now, const Input& input);
    void note_tick(TimeMs now);
    void note(const Output& output);

    /// All of it, up to and with what was noted last.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool full() const { return full_; }

private:
    void begin_line(TimeMs now);
    void finish_line();
    [[nodiscard]] std::string whole_line() const { return line_ + R"("outputs":[)" + outputs_ + "]}\n"; }
    [[nodiscard]] bool fits(std::size_t more) const {
        return bytes_ + more <= bounds_.bytes && lines_.size() < bounds_.lines;
    }

    Redactor redactor_;
    Bounds bounds_;
    std::deque<std::string> lines_;
    std::size_t bytes_ = 0;
    std::string line_;      ///< of what is being handled, up to its outputs
    std::string outputs_;   ///< of it
    bool passing_ = false;  ///< what is being handled is left out if nothing comes of it
    bool full_ = false;
};

/// As in the log: what happened, or what the person did.
std::string_view name_in_log(const Input& input);
/// As in the log: the output's kind, the number of what it is about, and a hash of all that it says.
std::string in_short(Output redacted);

}  // namespace parley::core::call_log
