#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace parley {

/// A value, or the reason why there is none. Expected failures travel in it; nothing is thrown.
/// `value()` may be called only when `ok()`, `error()` only when not: anything else is a programmer's error.
template <class Value, class Error>
class [[nodiscard]] Result {
public:
    Result(Value value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const Value& value() const& {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    [[nodiscard]] Value&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<Value, Error> content_;
};

}  // namespace parley
