#pragma once

#include <cstdint>
#include <string>

#include "core/handles.hpp"

/// What is asked of files that go from one person to another.
namespace parley::core::output {

/// Lets the person choose files to send. Emitted while the person's gesture is being handled. Answered by FilesChosen,
/// or never.
struct PickFiles {};
/// Sends a file from there on to the other end of the connection; again: from another place. Answered by FileSending,
/// FileRead, SourceFailed, or nothing when the connection ends.
struct SendFile {
    ConnectionId connection;
    SourceId source;
    std::uint64_t from = 0;  ///< bytes
};
struct StopSending {
    ConnectionId connection;
    SourceId source;
};
/// Keeps what comes over the connection of the file that the other side numbers so; again: over another connection.
/// What is there already stays. Answered by FileArriving, FileArrived, FileNotKept.
struct ReceiveFile {
    IncomingId incoming;
    ConnectionId connection;
    std::uint32_t file = 0;
    std::uint64_t size = 0;  ///< bytes
};
/// What was kept of it is deleted, and nothing more is heard of it.
struct DropReceived {
    IncomingId incoming;
};
/// Offers a file that arrived to the person (a download). Emitted while the person's gesture is being handled.
struct SaveReceived {
    IncomingId incoming;
    std::string name;
};

}  // namespace parley::core::output
