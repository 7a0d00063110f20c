#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/call_log/text_kind.hpp"
#include "core/handles.hpp"
#include "protocol/ids.hpp"

namespace parley::core::call_log {

/// `text` as a JSON string, quotes included. What is no ASCII becomes `?`: nothing that was redacted has it.
void append_quoted(std::string& json, std::string_view text);

/// A sealed stand-in without the zeros at its end, then `*` and its length.
std::string folded(std::string_view sealed);
std::string unfolded(std::string_view text);

/// Writes the rows of `fields` of something redacted as the members of a JSON object.
class JsonWriter {
public:
    explicit JsonWriter(std::string& json) : json_(json) {}

    void operator()(const char* name, const std::string& text, TextKind kind);
    void operator()(const char* name, const std::optional<std::string>& text, TextKind kind) {
        if (text) (*this)(name, *text, kind);
    }
    void operator()(const char* name, const std::vector<std::string>& texts, TextKind /*kind*/) {
        list(name, texts, [&](const std::string& text) { append_quoted(json_, text); });
    }
    template <class Tag>
    void operator()(const char* name, Id<Tag>& id) {
        member(name);
        append_quoted(json_, id.value);
    }
    template <class Tag>
    void operator()(const char* name, Number<Tag>& handle) {
        (*this)(name, handle.value);
    }
    template <class Integer>
        requires std::is_integral_v<Integer>
    void operator()(const char* name, const Integer& number) {
        member(name);
        append(number);
    }
    void operator()(const char* name, const float& level) { (*this)(name, std::lround(level * 1'000)); }
    template <class Enum>
    void operator()(const char* name, const Enum& value, Enum /*last*/) {
        (*this)(name, static_cast<int>(value));
    }
    template <class Part>
    void operator()(const char* name, std::optional<Part>& part) {
        if (part) (*this)(name, *part);
    }
    template <class Part>
    void operator()(const char* name, std::vector<Part>& parts) {
        list(name, parts, [&](Part& part) { value(part); });
    }
    /// A part that holds nothing of its own is written without members.
    template <class Part, std::size_t Size>
    void operator()(const char* name, std::array<Part, Size>& parts) {
        list(name, parts, [&](Part& part) {
            if (part == Part{})
                json_ += "{}";
            else
                value(part);
        });
    }
    template <class Enum>
    void operator()(const char* name, const std::vector<Enum>& values, Enum /*last*/) {
        list(name, values, [&](const Enum& one) { append(static_cast<int>(one)); });
    }
    template <class Part>
        requires std::is_class_v<Part>
    void operator()(const char* name, Part& part) {
        member(name);
        value(part);
    }

private:
    void member(const char* name);
    void append(bool flag) { json_ += flag ? "true" : "false"; }
    void append(auto number) { json_ += std::to_string(number); }
    void value(int number) { append(number); }
    template <class Part>
        requires std::is_class_v<Part>
    void value(Part& part) {
        json_ += '{';
        JsonWriter nested(json_);
        fields(nested, part);
        json_ += '}';
    }
    void list(const char* name, auto& parts, const auto& write) {
        member(name);
        json_ += '[';
        for (auto& part : parts) {
            if (&part != &parts.front()) json_ += ',';
            write(part);
        }
        json_ += ']';
    }

    std::string& json_;
    bool first_ = true;
};

}  // namespace parley::core::call_log
