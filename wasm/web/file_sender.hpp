#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>

#include "core/output/files.hpp"
#include "web/callback.hpp"
#include "web/file_sources.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Sends one file from one place on over one connection's channel for files (RTCDataChannel, W3C WebRTC section 6.2):
/// reads a mebibyte, hashes it once, and gives it to the channel in frames for as long as that does not pile up.
///
/// A frame: the file's number (4 bytes), 4 zero bytes, where it begins (a double), all big-endian, then its bytes.
class FileSender {
public:
    FileSender(const core::output::SendFile& order, emscripten::val channel, std::shared_ptr<FileSource> source,
               Sink sink);
    ~FileSender();
    FileSender(const FileSender&) = delete;
    FileSender& operator=(const FileSender&) = delete;

    void on_read(const emscripten::val& buffer);
    void on_hashed(const emscripten::val& digest);
    void on_finished(const emscripten::val& digest);
    void on_failed();
    /// The channel opened, or takes more again.
    void on_channel();

private:
    void listen(const char* method);
    void read_next();
    void send_frames();
    void send_frame(double offset, double begin, double end);
    void finish();
    /// May end this sender: nothing of it is touched afterwards.
    void report();
    [[nodiscard]] double piece_begin() const;

    core::output::SendFile order_;
    emscripten::val channel_;
    std::shared_ptr<FileSource> source_;
    Sink sink_;
    std::size_t piece_ = 0;                            ///< that is read or sent now
    double at_ = 0;                                    ///< bytes of it that were sent or passed over
    emscripten::val bytes_ = emscripten::val::null();  ///< a Uint8Array of the piece, or null
    double reported_at_ms_ = 0;
    Handle<FileSender> handle_{*this};
    emscripten::val listener_;
};

}  // namespace parley::web
