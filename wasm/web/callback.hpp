#pragma once

#include <emscripten/val.h>

#include <map>

/// How JavaScript calls back into an adapter: a function exported through EMSCRIPTEN_BINDINGS with the
/// adapter's number bound as its first argument. JavaScript holds numbers, never pointers, so an event that
/// arrives after its adapter is gone finds nothing and does nothing.
namespace parley::web {

/// A JavaScript function that calls the function exported as `exported_name` with `handle` before the
/// caller's own arguments. Needs no dynamic code, so it works under a strict Content-Security-Policy.
///
/// The exported function must declare exactly the arguments that the caller passes (an event listener: one;
/// a promise handler: one; a timer: none; ResizeObserver and requestVideoFrameCallback: two), each a number,
/// a bool or a `val`. Never a std::string: without dynamic code embind keeps one argument list for each
/// exported function and would free a string twice if the function is re-entered.
inline emscripten::val callback(const char* exported_name, int handle) {
    return emscripten::val::module_property(exported_name)
        .call<emscripten::val>("bind", emscripten::val::undefined(), handle);
}

/// The same with a second number bound, which tells what the call is about.
inline emscripten::val callback(const char* exported_name, int handle, int subject) {
    return emscripten::val::module_property(exported_name)
        .call<emscripten::val>("bind", emscripten::val::undefined(), handle, subject);
}

/// Gives its owner a number for callback(), for as long as the owner lives. The owner must not move.
template <typename Owner>
class Handle {
public:
    explicit Handle(Owner& owner) : number_(next_number()) { owners().emplace(number_, &owner); }
    ~Handle() { owners().erase(number_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    int number() const { return number_; }

    /// The owner of `number`, or null when it is gone.
    static Owner* find(int number) {
        const auto found = owners().find(number);
        return found == owners().end() ? nullptr : found->second;
    }

private:
    static int next_number() {
        static int last = 0;
        return ++last;
    }
    static std::map<int, Owner*>& owners() {
        static std::map<int, Owner*> table;
        return table;
    }

    int number_;
};

}  // namespace parley::web
