#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/call_log/fields.hpp"
#include "core/call_log/json_writer.hpp"

namespace parley::replay {

using Json = nlohmann::json;

/// Reads the rows of `fields` from the members of a JSON object, as JsonWriter wrote them. A member that is missing
/// leaves what was there, and one that nobody asks for is ignored; one that does not fit its row is a fault.
class JsonReader {
public:
    explicit JsonReader(const Json& object) : object_(object) {}

    void operator()(const char* name, std::string& text, core::call_log::TextKind kind);
    void operator()(const char* name, std::optional<std::string>& text, core::call_log::TextKind kind) {
        if (object_.contains(name)) (*this)(name, text.emplace(), kind);
    }
    void operator()(const char* name, std::vector<std::string>& texts, core::call_log::TextKind kind);
    template <class Tag>
    void operator()(const char* name, Id<Tag>& id) {
        (*this)(name, id.value, core::call_log::TextKind::Dropped);
    }
    template <class Tag>
    void operator()(const char* name, core::Number<Tag>& handle) {
        (*this)(name, handle.value);
    }
    void operator()(const char* name, bool& flag);
    template <class Integer>
        requires std::is_integral_v<Integer>
    void operator()(const char* name, Integer& number) {
        if (const Json* value = find(name)) read(*value, number);
    }
    void operator()(const char* name, float& level) {
        int thousandths = 0;
        (*this)(name, thousandths);
        level = static_cast<float>(thousandths) / 1'000;
    }
    template <class Enum>
    void operator()(const char* name, Enum& value, Enum last) {
        int number = static_cast<int>(value);
        (*this)(name, number);
        const bool known = number >= 0 && number <= static_cast<int>(last);
        if (known) value = static_cast<Enum>(number);
        sound_ = sound_ && known;
    }
    template <class Part>
    void operator()(const char* name, std::optional<Part>& part) {
        if (object_.contains(name)) (*this)(name, part.emplace(Part()));
    }
    template <class Part>
    void operator()(const char* name, std::vector<Part>& parts) {
        const Json* list = find(name);
        if (list == nullptr) return;
        sound_ = sound_ && list->is_array();
        for (const Json& entry : *list) read(entry, parts.emplace_back());
    }
    template <class Part, std::size_t Size>
    void operator()(const char* name, std::array<Part, Size>& parts) {
        std::vector<Part> read_parts;
        (*this)(name, read_parts);
        sound_ = sound_ && (read_parts.empty() || read_parts.size() == Size);
        if (read_parts.size() == Size) std::ranges::move(read_parts, parts.begin());
    }
    template <class Enum>
    void operator()(const char* name, std::vector<Enum>& values, Enum last) {
        std::vector<int> numbers;
        (*this)(name, numbers);
        for (const int number : numbers) {
            const bool known = number >= 0 && number <= static_cast<int>(last);
            if (known) values.push_back(static_cast<Enum>(number));
            sound_ = sound_ && known;
        }
    }
    template <class Part>
        requires std::is_class_v<Part>
    void operator()(const char* name, Part& part) {
        if (const Json* value = find(name)) read(*value, part);
    }

    void fail() { sound_ = false; }
    [[nodiscard]] bool sound() const { return sound_; }

private:
    [[nodiscard]] const Json* find(const char* name) const {
        const auto found = object_.find(name);
        return found == object_.end() ? nullptr : &*found;
    }
    template <class Integer>
        requires std::is_integral_v<Integer>
    void read(const Json& value, Integer& number) {
        const bool fits = value.is_number_unsigned()
                              ? value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<Integer>::max())
                              : value.is_number_integer() && std::is_signed_v<Integer> &&
                                    value.get<std::int64_t>() >= std::int64_t(std::numeric_limits<Integer>::min());
        if (fits) number = value.get<Integer>();
        sound_ = sound_ && fits;
    }
    template <class Part>
        requires std::is_class_v<Part>
    void read(const Json& value, Part& part) {
        using core::call_log::fields;
        JsonReader nested(value);
        if (value.is_object()) fields(nested, part);
        sound_ = sound_ && value.is_object() && nested.sound();
    }

    const Json& object_;
    bool sound_ = true;
};

}  // namespace parley::replay
