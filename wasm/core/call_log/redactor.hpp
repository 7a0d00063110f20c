#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/call_log/pseudonyms.hpp"
#include "core/call_log/text_kind.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/output.hpp"
#include "protocol/ids.hpp"

namespace parley::core::call_log {

/// Replaces everything private in inputs and outputs by stand-ins. The core does the same with what was redacted as
/// with what was not: the same things stay equal, others different, and each keeps the form that is looked at.
/// Redacting twice is redacting once.
class Redactor {
public:
    void redact(Input& input);
    void redact(Output& output);

    // For the rows of `fields`.
    void operator()(const char* name, std::string& text, TextKind kind);
    void operator()(const char* name, std::optional<std::string>& text, TextKind kind) {
        if (text) (*this)(name, *text, kind);
    }
    void operator()(const char* name, std::vector<std::string>& texts, TextKind kind) {
        for (std::string& text : texts) (*this)(name, text, kind);
    }
    void operator()(const char* name, PeerId& peer);
    void operator()(const char* name, RoomId& room);
    void operator()(const char* name, RunId& run);
    void operator()(const char* name, SessionId& session);
    void operator()(const char* name, protocol::ConnectionName& connection);
    void operator()(const char* name, float& level);
    template <class Integer>
        requires std::is_integral_v<Integer>
    void operator()(const char* /*name*/, Integer& /*number*/) {}
    template <class Enum>
    void operator()(const char* /*name*/, Enum& /*value*/, Enum /*last*/) {}
    template <class Tag>
    void operator()(const char* /*name*/, Number<Tag>& /*handle*/) {}
    template <class Part>
    void operator()(const char* name, std::optional<Part>& part) {
        if (part) (*this)(name, *part);
    }
    template <class Part>
    void operator()(const char* name, std::vector<Part>& parts) {
        for (Part& part : parts) (*this)(name, part);
    }
    template <class Part, std::size_t Size>
    void operator()(const char* name, std::array<Part, Size>& parts) {
        for (Part& part : parts) (*this)(name, part);
    }
    template <class Enum>
    void operator()(const char* /*name*/, std::vector<Enum>& /*values*/, Enum /*last*/) {}
    template <class... Kinds>
    void operator()(const char* name, std::variant<Kinds...>& one_of) {
        std::visit([&](auto& kind) { (*this)(name, kind); }, one_of);
    }
    template <class Part>
        requires std::is_class_v<Part>
    void operator()(const char* /*name*/, Part& part) {
        fields(*this, part);
    }

private:
    using Group = Pseudonyms::Group;

    [[nodiscard]] std::string stand_in(std::string_view text, TextKind kind);
    [[nodiscard]] std::string word(Group group, std::string_view text) { return pseudonyms_.word(group, text); }
    [[nodiscard]] std::string peer(std::string_view text);
    [[nodiscard]] std::string element(std::string_view text);
    [[nodiscard]] std::string run(std::string_view text);
    [[nodiscard]] std::string connection(std::string_view text);
    [[nodiscard]] std::string chat(std::string_view text);
    [[nodiscard]] std::string key(std::string_view text);
    [[nodiscard]] std::string path(std::string_view text);
    [[nodiscard]] std::string fragment(std::string_view text);
    [[nodiscard]] std::string address(std::string_view text);
    [[nodiscard]] std::string typed(std::string_view text);
    [[nodiscard]] std::string tab_grant(std::string_view text);
    [[nodiscard]] std::string fingerprint(std::string_view text);
    [[nodiscard]] std::string server_url(std::string_view text);
    [[nodiscard]] std::string candidate(std::string_view text);
    [[nodiscard]] std::string sdp(std::string_view text);
    [[nodiscard]] std::string sdp_line(std::string_view line);
    [[nodiscard]] std::string plaintext(std::string_view text);
    enum class Size { Least, Kept };
    [[nodiscard]] std::string sealed(std::string_view text, Size size);

    struct StandInOfSealed {
        std::uint64_t number = 0;
        std::size_t size = 0;  ///< of its ciphertext
    };

    Pseudonyms pseudonyms_;
    std::unordered_map<std::uint64_t, StandInOfSealed> sealed_;
    PeerId own_;
};

}  // namespace parley::core::call_log
