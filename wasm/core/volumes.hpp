#pragma once

#include <algorithm>
#include <cstdint>
#include <map>

#include "core/bounds.hpp"
#include "core/outbox.hpp"
#include "core/output/playback.hpp"
#include "protocol/ids.hpp"

namespace parley::core {

/// How loud each person is heard, for one call. Whoever goes and comes back is as loud as before.
class Volumes {
public:
    explicit Volumes(Outbox& outbox) : outbox_(outbox) {}

    /// Beyond `bounds::volumes_max` people nothing is changed.
    void set(const PeerId& peer, std::uint8_t percent) {
        const std::uint8_t wanted = std::min(percent, loudest);
        if (of(peer) == wanted) return;
        if (wanted == loudest) {
            changed_.erase(peer);
        } else if (changed_.contains(peer) || changed_.size() < bounds::volumes_max) {
            changed_[peer] = wanted;
        } else {
            return;
        }
        outbox_.push(output::SetVolume{peer.value, wanted});
    }
    [[nodiscard]] std::uint8_t of(const PeerId& peer) const {
        const auto found = changed_.find(peer);
        return found == changed_.end() ? loudest : found->second;
    }
    /// After the call everybody is as loud as they are.
    void forget() {
        for (const auto& [peer, percent] : changed_) outbox_.push(output::SetVolume{peer.value, loudest});
        changed_.clear();
    }

private:
    static constexpr std::uint8_t loudest = 100;

    Outbox& outbox_;
    std::map<PeerId, std::uint8_t> changed_;
};

}  // namespace parley::core
