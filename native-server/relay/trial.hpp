#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auth/ice.hpp"
#include "relay/stun_message.hpp"

namespace parley::relay {

/// What came of asking a relay for what pages ask it for.
enum class Verdict {
    Works,
    RefusesCredentials,
    HasNoRoom,
    Fails,  ///< with some other error
    DoesNotAnswer,
    IsNotTrusted,  ///< its certificate is not valid, so that browsers will not talk to it
};

/// In words that follow the relay's address: "works", "does not answer" ...
std::string_view words_of(Verdict verdict);

/// One conversation with a relay (RFC 8656): an allocation is asked for with a long-term credential (RFC 8489 section
/// 9.2), and given back at once. No I/O: put each answer in, send what comes out.
class Trial {
public:
    explicit Trial(auth::RelayCredential credential) : credential_(std::move(credential)) {}

    /// What to send now. `transaction` is random and new each time. Only while it is not over.
    Bytes request(const TransactionId& transaction);

    /// What is no answer to the last request changes nothing.
    void receive(Bytes answer);

    [[nodiscard]] bool is_over() const { return step_ == Step::Over; }

    /// As far as is known: a relay that says nothing more does not answer, unless it has given what was asked for.
    [[nodiscard]] Verdict verdict() const { return verdict_; }

private:
    enum class Step { Ask, AskWithCredential, GiveBack, Over };

    void take_error(const Message& error);
    void take_challenge(const Message& challenge);
    void end(Verdict verdict);

    auth::RelayCredential credential_;
    Step step_ = Step::Ask;
    Verdict verdict_ = Verdict::DoesNotAnswer;
    TransactionId transaction_{};
    std::vector<std::uint8_t> request_;
    std::string realm_;
    std::string nonce_;
    std::vector<std::uint8_t> key_;
    bool nonce_was_stale_ = false;
};

}  // namespace parley::relay
