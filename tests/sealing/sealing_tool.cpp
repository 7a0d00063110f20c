// Seals and opens for a browser test: one JSON object a line in, one a line out.
//
//   {"do":"seal", key, room, kind, from, to, run, counter, packed, text}   gives {"sealed":...}
//   {"do":"open", key, room, kind, from, to, run, counter, sealed}         gives {"text":...}, or null for what it
//   refuses
//   {"do":"verify", peer, run, identity}                                   gives {"genuine":...}
//   {"do":"room", key}                                                     gives {"room":..., "access":...}

#include <iostream>
#include <string>

#include "tests/sealing/json.hpp"

namespace {

using nlohmann::json;
namespace reference = parley::reference;

json answer(const json& order) {
    const std::string task = order.at("do");
    if (task == "seal") {
        return {{"sealed", reference::seal(reference::stream_in(order), reference::counter_in(order),
                                           reference::packing_in(order), order.at("text").get<std::string>())}};
    }
    if (task == "open") {
        const auto text = reference::open(reference::stream_in(order), reference::counter_in(order),
                                          order.at("sealed").get<std::string>());
        return {{"text", text ? json(*text) : json(nullptr)}};
    }
    if (task == "verify") return {{"genuine", reference::is_genuine(reference::claim_in(order))}};
    const auto room = reference::room_of(reference::from_base64url(order.at("key").get<std::string>()).value());
    return {{"room", room.id}, {"access", room.access}};
}

}  // namespace

int main() {
    for (std::string line; std::getline(std::cin, line);) std::cout << answer(json::parse(line)).dump() << std::endl;
}
