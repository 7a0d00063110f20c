// The page's own sealing, opening and identities as functions for JavaScript. The last argument of each takes the
// answer.

#include <emscripten/bind.h>

#include <charconv>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "protocol/sealed.hpp"
#include "web/identity.hpp"
#include "web/room_keys.hpp"
#include "web/sealer.hpp"

namespace parley {
namespace {

using emscripten::val;
namespace input = core::input;
namespace output = core::output;

std::string text_of(const val& object, const char* member) { return object[member].as<std::string>(); }

val text_or_null(const std::optional<std::string>& text) { return text ? val(*text) : val::null(); }

std::uint64_t counter_of(const val& order) {
    const std::string text = text_of(order, "counter");
    std::uint64_t counter = 0;
    std::from_chars(text.data(), text.data() + text.size(), counter);
    return counter;
}

protocol::SealContext context_of(const val& order) {
    return {.kind = text_of(order, "kind") == "presence" ? protocol::SealKind::Presence : protocol::SealKind::Message,
            .from = PeerId(text_of(order, "from")),
            .to = PeerId(text_of(order, "to")),
            .run = RunId(text_of(order, "run"))};
}

protocol::Identity identity_of(const val& object) {
    return {.sign = text_of(object, "sign"),
            .secret_hash = text_of(object, "secret_hash"),
            .certificate_fingerprint = text_of(object, "certificate_fingerprint"),
            .signature = text_of(object, "signature")};
}

val to_object(const protocol::Identity& identity) {
    val object = val::object();
    object.set("sign", identity.sign);
    object.set("secret_hash", identity.secret_hash);
    object.set("certificate_fingerprint", identity.certificate_fingerprint);
    object.set("signature", identity.signature);
    return object;
}

/// The adapters, and who waits for which answer.
class Page {
public:
    void derive(const val& key, const val& answer) {
        const core::RequestId request = requests_.next();
        rooms_waiting_[request] = answer;
        keys_.derive({request, key.isString() ? std::optional(key.as<std::string>()) : std::nullopt});
    }

    void seal(const val& order, const val& answer) {
        const bool deflated = text_of(order, "packed") == "deflated";
        sealer_.seal({.seal = wait(answer),
                      .room = RoomId(text_of(order, "room")),
                      .context = context_of(order),
                      .counter = counter_of(order),
                      .packing = deflated ? output::Packing::Deflated : output::Packing::Plain,
                      .plaintext = text_of(order, "text")});
    }

    /// As whoever receives it: only what says that it is of the run and the counter that are expected is opened at all.
    void open(const val& order, const val& answer) {
        auto parts = protocol::decode_sealed(text_of(order, "sealed"));
        const protocol::SealContext context = context_of(order);
        if (!parts || parts->run != context.run || parts->counter != counter_of(order)) {
            answer(val::null());
            return;
        }
        sealer_.open(
            {wait(answer), RoomId(text_of(order, "room")), context, parts->counter, std::move(parts->ciphertext)});
    }

    void prepare(const val& run, const val& answer) {
        identity_waiting_ = answer;
        identity_.prepare({RunId(run.as<std::string>())});
    }

    void verify(const val& order, const val& answer) {
        identity_.verify({wait(answer), PeerId(text_of(order, "peer")), RunId(text_of(order, "run")),
                          identity_of(order["identity"])});
    }

private:
    core::SealId wait(const val& answer) {
        const core::SealId seal = seals_.next();
        seals_waiting_[seal] = answer;
        return seal;
    }

    template <class Handle>
    static void settle(std::map<Handle, val>& waiting, Handle handle, const val& value) {
        const auto found = waiting.find(handle);
        const val answer = found->second;
        waiting.erase(found);
        answer(value);
    }

    void take(const input::Sealed& sealed) { settle(seals_waiting_, sealed.seal, text_or_null(sealed.sealed)); }
    void take(const input::Opened& opened) { settle(seals_waiting_, opened.seal, text_or_null(opened.plaintext)); }
    void take(const input::IdentityVerified& verified) {
        settle(seals_waiting_, verified.seal, val(verified.verdict == input::IdentityVerified::Verdict::Genuine));
    }
    void take(const input::RoomDerived& derived) {
        val room = val::object();
        room.set("key", derived.key);
        room.set("room", derived.room.value);
        room.set("access", derived.access);
        settle(rooms_waiting_, derived.request, room);
    }
    void take(const input::RoomDerivationFailed& failed) { settle(rooms_waiting_, failed.request, val::null()); }
    void take(const input::IdentityReady& ready) {
        val identity = val::object();
        identity.set("peer", ready.peer.value);
        identity.set("secret", ready.secret);
        identity.set("identity", to_object(ready.identity));
        identity.set("certificate", identity_.certificate());
        identity_waiting_(identity);
    }
    void take(const input::IdentityFailed& /*failed*/) { identity_waiting_(val::null()); }
    template <class Other>
    void take(const Other& /*unexpected*/) {}

    web::Sink sink_ = [this](const core::Input& happened) {
        std::visit([this](const auto& one) { take(one); }, happened);
    };
    web::RoomKeys keys_{sink_};
    web::Sealer sealer_{keys_, sink_};
    web::Identity identity_{sink_};
    core::Numbering<core::RequestId> requests_;
    core::Numbering<core::SealId> seals_;
    std::map<core::RequestId, val> rooms_waiting_;
    std::map<core::SealId, val> seals_waiting_;
    val identity_waiting_ = val::undefined();
};

Page& page() {
    static Page only;
    return only;
}

EMSCRIPTEN_BINDINGS(sealing_page) {
    emscripten::function("derive", +[](val key, val answer) { page().derive(key, answer); });
    emscripten::function("seal", +[](val order, val answer) { page().seal(order, answer); });
    emscripten::function("open", +[](val order, val answer) { page().open(order, answer); });
    emscripten::function("prepare", +[](val run, val answer) { page().prepare(run, answer); });
    emscripten::function("verify", +[](val order, val answer) { page().verify(order, answer); });
}

}  // namespace
}  // namespace parley

int main() { return 0; }
