#include "relay/trial.hpp"

#include <utility>

namespace parley::relay {
namespace {

// RFC 8656 section 18.7: the protocol number, and three bytes that mean nothing.
constexpr std::uint32_t udp_transport = 17U << 24;
// RFC 8489 section 14.8 and RFC 8656 section 19.
constexpr int error_unauthenticated = 401;
constexpr int error_stale_nonce = 438;
constexpr int error_wrong_credentials = 441;
constexpr int error_quota_reached = 486;
constexpr int error_insufficient_capacity = 508;

std::string text_of(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

std::string_view words_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::Works:
            return "works";
        case Verdict::RefusesCredentials:
            return "refuses our credentials";
        case Verdict::HasNoRoom:
            return "has no room left";
        case Verdict::Fails:
            return "answers with an error";
        case Verdict::DoesNotAnswer:
            return "does not answer";
        case Verdict::IsNotTrusted:
            return "has a certificate that browsers refuse";
    }
    return "";
}

Bytes Trial::request(const TransactionId& transaction) {
    transaction_ = transaction;
    MessageWriter writer(Kind::Request, step_ == Step::GiveBack ? Method::Refresh : Method::Allocate, transaction);
    if (step_ == Step::GiveBack) {
        writer.add(Attribute::Lifetime, std::uint32_t{0});
    } else {
        writer.add(Attribute::RequestedTransport, udp_transport);
    }
    if (step_ != Step::Ask) {
        writer.add(Attribute::Username, credential_.username);
        writer.add(Attribute::Realm, realm_);
        writer.add(Attribute::Nonce, nonce_);
        writer.add_integrity(key_);
    }
    writer.add_fingerprint();
    request_.assign(writer.bytes().begin(), writer.bytes().end());
    return request_;
}

void Trial::receive(Bytes bytes) {
    const auto answer = Message::read(bytes);
    if (is_over() || !answer || !answer->answers(transaction_)) return;
    if (answer->kind() == Kind::Error) return take_error(*answer);
    // A success that anybody could have made up is none.
    if (answer->kind() != Kind::Success || step_ == Step::Ask || !answer->has_integrity(key_)) return;
    if (step_ == Step::GiveBack) return end(Verdict::Works);
    verdict_ = Verdict::Works;
    step_ = Step::GiveBack;
}

void Trial::take_error(const Message& error) {
    // What was given was given, even if it cannot be given back.
    if (step_ == Step::GiveBack) return end(Verdict::Works);
    switch (error.error_code().value_or(0)) {
        case error_unauthenticated:
            if (step_ == Step::Ask) return take_challenge(error);
            return end(Verdict::RefusesCredentials);
        case error_stale_nonce:
            if (!std::exchange(nonce_was_stale_, true)) return take_challenge(error);
            return end(Verdict::Fails);
        case error_wrong_credentials:
            return end(Verdict::RefusesCredentials);
        case error_quota_reached:
        case error_insufficient_capacity:
            return end(Verdict::HasNoRoom);
        default:
            return end(Verdict::Fails);
    }
}

void Trial::take_challenge(const Message& challenge) {
    const auto realm = challenge.find(Attribute::Realm);
    const auto nonce = challenge.find(Attribute::Nonce);
    if (!realm || !nonce) return end(Verdict::Fails);
    realm_ = text_of(*realm);
    nonce_ = text_of(*nonce);
    key_ = long_term_key(credential_.username, realm_, credential_.password);
    step_ = Step::AskWithCredential;
}

void Trial::end(Verdict verdict) {
    verdict_ = verdict;
    step_ = Step::Over;
}

}  // namespace parley::relay
