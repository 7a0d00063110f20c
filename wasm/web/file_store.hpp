#pragma once

#include <emscripten/val.h>

#include <map>
#include <set>
#include <utility>

#include "core/output/files.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The files of others: a worker (`web/file_keeper.js`) keeps their bytes, which pass through here unread.
class FileStore {
public:
    explicit FileStore(Sink sink) : sink_(std::move(sink)) {}

    /// `channel`: the connection's channel for files.
    void receive(const core::output::ReceiveFile& order, const emscripten::val& channel);
    void drop(core::IncomingId incoming);
    /// A download (HTML section 4.6.5). Works within a user's gesture.
    void save(const core::output::SaveReceived& order) const;
    void forget(core::ConnectionId connection) { connections_.erase(connection); }

    void on_bytes(core::ConnectionId connection, const emscripten::val& event);
    void on_worker(const emscripten::val& event);
    void on_error(const emscripten::val& event);

private:
    /// False: this browser starts none.
    bool find_worker();

    Sink sink_;
    emscripten::val worker_ = emscripten::val::null();  ///< a Worker, once there is a file
    std::set<core::ConnectionId> connections_;          ///< those that are listened to
    std::set<core::IncomingId> arriving_;               ///< what the worker has and is not whole
    std::map<core::IncomingId, emscripten::val> kept_;  ///< those that are whole, as Blobs
    Handle<FileStore> handle_{*this};
};

}  // namespace parley::web
