#include "web/recording_store.hpp"

#include <emscripten/bind.h>

#include <utility>

#include "web/file_download.hpp"
#include "web/worker.hpp"

namespace parley::web {

using core::RecordingId;
using core::recording::Fault;
using emscripten::val;
namespace input = core::input;

namespace {

void recording_store_answer(int handle, val event) {
    if (auto* store = Handle<RecordingStore>::find(handle)) store->on_answer(event);
}

EMSCRIPTEN_BINDINGS(recording_store) { emscripten::function("recording_store_answer", &recording_store_answer); }

std::uint64_t count(const val& number) { return static_cast<std::uint64_t>(number.as<double>()); }

/// The errors of the File System standard.
Fault fault_of(const std::string& error) {
    if (error == "QuotaExceededError") return Fault::Full;
    if (error == "SecurityError" || error == "NotAllowedError" || error == "TypeError") return Fault::NoStorage;
    return Fault::Storage;
}

}  // namespace

RecordingStore::RecordingStore(Sinks sinks)
    : sinks_(std::move(sinks)), worker_(start_worker("parley-recording-store")) {
    if (worker_.isNull()) return;
    worker_.call<void>("addEventListener", val("message"), callback("recording_store_answer", handle_.number()));
}

void RecordingStore::order(const char* what, RecordingId recording, const std::string& file) {
    if (worker_.isNull()) return on_failed(what, recording, "NotAllowedError");
    val order = val::object();
    order.set("order", std::string(what));
    order.set("recording", recording.value);
    order.set("file", file);
    worker_.call<void>("postMessage", order);
}

void RecordingStore::find(std::vector<core::recording::Format> formats) {
    formats_ = std::move(formats);
    order("find", {});
}

void RecordingStore::open(RecordingId recording, const std::string& file) { order("open", recording, file); }
void RecordingStore::close(RecordingId recording) { order("close", recording); }
void RecordingStore::abandon(RecordingId recording) { order("abandon", recording); }
void RecordingStore::offer(RecordingId recording, const std::string& file) { order("offer", recording, file); }
void RecordingStore::discard(RecordingId recording, const std::string& file) { order("discard", recording, file); }

void RecordingStore::write(RecordingId recording, const val& chunk) {
    if (worker_.isNull()) return;
    val order = val::object();
    order.set("order", "write");
    order.set("recording", recording.value);
    order.set("chunk", chunk);
    worker_.call<void>("postMessage", order);
}

void RecordingStore::on_answer(const val& event) {
    const val said = event["data"];
    const auto answer = said["answer"].as<std::string>();
    const RecordingId recording{said["recording"].as<unsigned>()};
    if (answer == "find") return on_found(said["files"]);
    if (answer == "open") return sinks_.opened(recording, count(said["free"]));
    if (answer == "write")
        return sinks_.core(input::RecorderProgressed{recording, count(said["bytes"]), count(said["free"])});
    if (answer == "close") return sinks_.core(input::RecorderStopped{recording, count(said["bytes"])});
    if (answer == "offer") {
        offer_blob(said["file"].as<std::string>(), said["content"]);
        return sinks_.core(input::RecordingOffered{recording, input::RecordingOffered::Outcome::Offered});
    }
    if (answer == "failed") on_failed(said["order"].as<std::string>(), recording, said["error"].as<std::string>());
}

void RecordingStore::on_found(const val& files) {
    input::RecordingsFound found{.formats = formats_, .files = {}};
    for (int index = 0; index < files["length"].as<int>(); ++index)
        found.files.push_back({files[index]["file"].as<std::string>(), count(files[index]["bytes"])});
    sinks_.core(std::move(found));
}

void RecordingStore::on_failed(const std::string& order, RecordingId recording, const std::string& error) {
    // A browser without such files records nothing.
    if (order == "find") sinks_.core(input::RecordingsFound{});
    if (order == "open" || order == "write" || order == "close") sinks_.failed(recording, fault_of(error));
    if (order == "offer") sinks_.core(input::RecordingOffered{recording, input::RecordingOffered::Outcome::Missing});
}

}  // namespace parley::web
