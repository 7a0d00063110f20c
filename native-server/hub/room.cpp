#include "hub/room.hpp"

#include <algorithm>

namespace parley::hub {

Peer* Room::find(const PeerId& peer) const {
    const auto found = std::ranges::find(peers, peer, [](const auto& one) -> const PeerId& { return one->id; });
    return found == peers.end() ? nullptr : found->get();
}

}  // namespace parley::hub
