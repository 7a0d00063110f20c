#include "tests/bench/relay/options.hpp"

#include <charconv>
#include <string_view>

namespace parley::bench {
namespace {

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size();
}

bool read_option(std::string_view name, std::string_view value, Options& options) {
    if (name == "subject" && value == "bare") {
        options.subject = Subject::Bare;
        return true;
    }
    if (name == "subject") return value == "parley";
    if (name == "port") return read_number(value, options.port);
    if (name == "server-process") return read_number(value, options.server_process);
    if (name == "connections") return read_number(value, options.connections) && options.connections % 2 == 0;
    if (name == "in-flight") return read_number(value, options.in_flight);
    if (name == "body-size") return read_number(value, options.body_size);
    if (name == "warm-up-ms") return read_number(value, options.warm_up_ms);
    if (name == "measure-ms") return read_number(value, options.measure_ms);
    return false;
}

}  // namespace

std::optional<Options> read_options(int argument_count, char** arguments) {
    Options options;
    for (int index = 1; index < argument_count; ++index) {
        const std::string_view word(arguments[index]);
        const std::size_t split = word.find('=');
        if (split == std::string_view::npos) return std::nullopt;
        if (!read_option(word.substr(0, split), word.substr(split + 1), options)) return std::nullopt;
    }
    if (options.port == 0 || options.server_process == 0) return std::nullopt;
    return options;
}

}  // namespace parley::bench
