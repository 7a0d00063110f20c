#pragma once

#include <string>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// What a field shows while it is typed in. The document's own <input> holds text and caret; this follows it.
struct FieldMemory {
    std::string text;
    std::string source;          ///< the last text that was given from outside
    std::uint32_t revision = 0;  ///< how often the interface wrote the text itself
};

/// CSS pixels left and right of a field's text.
inline constexpr float text_field_padding = 14;

struct TextField {
    std::string_view label = {};  ///< accessible name
    std::string_view placeholder = {};
    std::string_view autocomplete = "off";
    std::string_view description = {};
    int max_length = 0;  ///< characters, 0 for no bound
    enum class Lines : std::uint8_t { One, Several } lines = Lines::One;
    enum class Start : std::uint8_t { Plain, Focused } start = Start::Plain;
    enum class State : std::uint8_t { Enabled, Disabled, Invalid } state = State::Enabled;
};

struct FieldResult {
    bool changed = false;    ///< `memory.text` is new
    bool submitted = false;  ///< Enter was pressed in it
};

/// Puts `text` into the field, whatever was typed.
void write_field(FieldMemory& memory, std::string_view text);

/// Takes a text from outside, unless the person is typing another into the field called `key`.
void follow_source(const Context& context, std::string_view key, FieldMemory& memory, std::string_view source);

/// Takes what was typed into the field called `key` in this frame. Not to be called while it is disabled.
FieldResult read_text_field(const Context& context, std::string_view key, FieldMemory& memory);

/// Draws the field and says it in the semantic layer.
void text_field(Context& context, std::string_view key, const Rect& rect, const FieldMemory& memory,
                const TextField& look);

}  // namespace parley::ui
