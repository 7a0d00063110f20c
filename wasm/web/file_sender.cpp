#include "web/file_sender.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <string>
#include <utility>

#include "web/bytes.hpp"
#include "web/web_crypto.hpp"

namespace parley::web {

using emscripten::val;

namespace {

constexpr double piece_size = 1024 * 1024;
constexpr double frame_size = 32 * 1024;
constexpr int header_size = 16;
constexpr int offset_place = 8;
constexpr int digest_size = 32;
constexpr double piled_up = 1024 * 1024;  // bytes that wait in the channel
constexpr double report_every_ms = 100;

template <class... Arguments>
void tell(int handle, void (FileSender::*what)(Arguments...), Arguments... arguments) {
    if (auto* sender = Handle<FileSender>::find(handle)) (sender->*what)(arguments...);
}

void file_sender_read(int handle, val buffer) { tell<const val&>(handle, &FileSender::on_read, buffer); }
void file_sender_hashed(int handle, val digest) { tell<const val&>(handle, &FileSender::on_hashed, digest); }
void file_sender_finished(int handle, val digest) { tell<const val&>(handle, &FileSender::on_finished, digest); }
void file_sender_failed(int handle, val /*error*/) { tell(handle, &FileSender::on_failed); }
void file_sender_channel(int handle, val /*event*/) { tell(handle, &FileSender::on_channel); }

EMSCRIPTEN_BINDINGS(file_sender) {
    emscripten::function("file_sender_read", &file_sender_read);
    emscripten::function("file_sender_hashed", &file_sender_hashed);
    emscripten::function("file_sender_finished", &file_sender_finished);
    emscripten::function("file_sender_failed", &file_sender_failed);
    emscripten::function("file_sender_channel", &file_sender_channel);
}

val digest_of(const val& bytes) { return subtle().call<val>("digest", val("SHA-256"), bytes); }
double now_ms() { return val::global("performance").call<double>("now"); }

}  // namespace

FileSender::FileSender(const core::output::SendFile& order, val channel, std::shared_ptr<FileSource> source, Sink sink)
    : order_(order),
      channel_(std::move(channel)),
      source_(std::move(source)),
      sink_(std::move(sink)),
      listener_(callback("file_sender_channel", handle_.number())) {
    // What was never hashed is read first, even where nobody needs its bytes any more.
    piece_ = std::min(source_->digests.size(), static_cast<std::size_t>(static_cast<double>(order_.from) / piece_size));
    listen("addEventListener");
    read_next();
}

FileSender::~FileSender() { listen("removeEventListener"); }

void FileSender::listen(const char* method) {
    for (const char* type : {"open", "bufferedamountlow"}) channel_.call<void>(method, val(type), listener_);
}

double FileSender::piece_begin() const { return static_cast<double>(piece_) * piece_size; }

void FileSender::read_next() {
    at_ = 0;
    bytes_ = val::null();
    if (piece_begin() >= source_->size) return finish();
    source_->file.call<val>("slice", piece_begin(), piece_begin() + piece_size)
        .call<val>("arrayBuffer")
        .call<void>("then", callback("file_sender_read", handle_.number()),
                    callback("file_sender_failed", handle_.number()));
}

void FileSender::on_read(const val& buffer) {
    bytes_ = val::global("Uint8Array").new_(buffer);
    // Cannot fail.
    if (source_->digests.size() == piece_) {
        digest_of(buffer).call<void>("then", callback("file_sender_hashed", handle_.number()));
    } else {
        send_frames();
    }
}

void FileSender::on_hashed(const val& digest) {
    if (source_->digests.size() == piece_) source_->digests.push_back(val::global("Uint8Array").new_(digest));
    send_frames();
}

void FileSender::on_failed() { sink_(core::input::SourceFailed{order_.source}); }
void FileSender::on_channel() {
    if (!bytes_.isNull() && source_->digests.size() > piece_) send_frames();
}

void FileSender::send_frames() {
    const auto length = bytes_["length"].as<double>();
    at_ = std::max(at_, std::min(length, static_cast<double>(order_.from) - piece_begin()));
    const bool open = channel_["readyState"].as<std::string>() == "open";
    while (open && at_ < length && channel_["bufferedAmount"].as<double>() < piled_up) {
        const double end = std::min(length, at_ + frame_size);
        send_frame(piece_begin() + at_, at_, end);
        at_ = end;
    }
    if (at_ < length) return report();
    ++piece_;
    read_next();
    report();
}

void FileSender::send_frame(double offset, double begin, double end) {
    const val frame = val::global("Uint8Array").new_(header_size + end - begin);
    const val header = val::global("DataView").new_(frame["buffer"]);
    header.call<void>("setUint32", 0, order_.source.value);
    header.call<void>("setFloat64", offset_place, offset);
    frame.call<void>("set", bytes_.call<val>("subarray", begin, end), header_size);
    channel_.call<void>("send", frame);
}

void FileSender::finish() {
    const auto& digests = source_->digests;
    const val all = val::global("Uint8Array").new_(digest_size * static_cast<int>(digests.size()));
    for (std::size_t index = 0; index < digests.size(); ++index) {
        all.call<void>("set", digests[index], digest_size * static_cast<int>(index));
    }
    digest_of(all).call<void>("then", callback("file_sender_finished", handle_.number()));
}

void FileSender::on_finished(const val& digest) {
    sink_(core::input::FileRead{order_.connection, order_.source, encode_base64url(to_bytes(digest))});
}

void FileSender::report() {
    if (now_ms() < reported_at_ms_ + report_every_ms) return;
    reported_at_ms_ = now_ms();
    const double gone = std::max(0.0, piece_begin() + at_ - channel_["bufferedAmount"].as<double>());
    sink_(core::input::FileSending{order_.connection, order_.source, static_cast<std::uint64_t>(gone)});
}

}  // namespace parley::web
