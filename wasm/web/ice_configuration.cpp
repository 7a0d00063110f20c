#include "web/ice_configuration.hpp"

namespace parley::web {

using emscripten::val;

val ice_configuration(core::output::CreateConnection::Paths paths, const std::vector<protocol::IceServer>& servers) {
    const val list = val::array();
    for (const auto& server : servers) {
        val entry = val::object();
        entry.set("urls", val::array(server.urls));
        if (server.username) entry.set("username", *server.username);
        if (server.credential) entry.set("credential", *server.credential);
        list.call<void>("push", entry);
    }
    val configuration = val::object();
    configuration.set("iceServers", list);
    configuration.set("bundlePolicy", "max-bundle");
    const bool relay_only = paths == core::output::CreateConnection::Paths::RelayOnly;
    configuration.set("iceTransportPolicy", relay_only ? "relay" : "all");
    return configuration;
}

}  // namespace parley::web
