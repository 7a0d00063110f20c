#include "web/file_store.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <string>
#include <utility>

#include "web/file_download.hpp"
#include "web/file_pictures.hpp"
#include "web/worker.hpp"

namespace parley::web {

using emscripten::val;
namespace input = core::input;

namespace {

void file_store_bytes(int handle, int connection, val event) {
    if (auto* store = Handle<FileStore>::find(handle)) {
        store->on_bytes({static_cast<std::uint32_t>(connection)}, event);
    }
}
void file_store_worker(int handle, val event) {
    if (auto* store = Handle<FileStore>::find(handle)) store->on_worker(event);
}
void file_store_error(int handle, val event) {
    if (auto* store = Handle<FileStore>::find(handle)) store->on_error(event);
}

EMSCRIPTEN_BINDINGS(file_store) {
    emscripten::function("file_store_bytes", &file_store_bytes);
    emscripten::function("file_store_worker", &file_store_worker);
    emscripten::function("file_store_error", &file_store_error);
}

val order_to(const char* what) {
    val order = val::object();
    order.set("what", what);
    return order;
}

std::string picture_name(core::IncomingId incoming) { return "incoming-" + std::to_string(incoming.value); }

}  // namespace

bool FileStore::find_worker() {
    if (!worker_.isNull()) return true;
    worker_ = start_worker("parley-file-keeper");
    if (worker_.isNull()) return false;
    worker_.call<void>("addEventListener", val("message"), callback("file_store_worker", handle_.number()));
    worker_.call<void>("addEventListener", val("error"), callback("file_store_error", handle_.number()));
    return true;
}

void FileStore::receive(const core::output::ReceiveFile& order, const val& channel) {
    if (!find_worker()) return sink_(input::FileNotKept{order.incoming, input::FileNotKept::Reason::Failed});
    if (connections_.insert(order.connection).second) {
        const int connection = static_cast<int>(order.connection.value);
        channel.call<void>("addEventListener", val("message"),
                           callback("file_store_bytes", handle_.number(), connection));
    }
    arriving_.insert(order.incoming);
    val message = order_to("receive");
    message.set("incoming", order.incoming.value);
    message.set("connection", order.connection.value);
    message.set("file", order.file);
    message.set("size", static_cast<double>(order.size));
    worker_.call<void>("postMessage", message);
}

void FileStore::on_bytes(core::ConnectionId connection, const val& event) {
    const val bytes = event["data"];
    if (worker_.isNull() || !bytes.instanceof(val::global("ArrayBuffer"))) return;
    val message = order_to("bytes");
    message.set("connection", connection.value);
    message.set("bytes", bytes);
    const val moved = val::array();
    moved.call<void>("push", bytes);
    worker_.call<void>("postMessage", message, moved);
}

void FileStore::drop(core::IncomingId incoming) {
    kept_.erase(incoming);
    arriving_.erase(incoming);
    forget_picture(picture_name(incoming));
    if (worker_.isNull()) return;
    val message = order_to("drop");
    message.set("incoming", incoming.value);
    worker_.call<void>("postMessage", message);
}

void FileStore::save(const core::output::SaveReceived& order) const {
    const auto found = kept_.find(order.incoming);
    if (found != kept_.end()) offer_blob(order.name, found->second);
}

void FileStore::on_worker(const val& event) {
    const val said = event["data"];
    const core::IncomingId incoming{said["incoming"].as<std::uint32_t>()};
    const auto what = said["what"].as<std::string>();
    if (what == "moved") {
        sink_(input::FileArriving{incoming, static_cast<std::uint64_t>(said["moved"].as<double>())});
    } else if (what == "arrived") {
        arriving_.erase(incoming);
        kept_.insert_or_assign(incoming, said["kept"]);
        keep_picture(picture_name(incoming), said["kept"]);
        sink_(input::FileArrived{incoming, said["digest"].as<std::string>()});
    } else {
        using Reason = input::FileNotKept::Reason;
        arriving_.erase(incoming);
        sink_(input::FileNotKept{incoming, said["room"].isTrue() ? Reason::NoRoom : Reason::Failed});
    }
}

// What its script throws has a message, and the worker goes on. One whose script could not be loaded never will.
void FileStore::on_error(const val& event) {
    if (!event["message"].isUndefined()) return;
    worker_ = val::null();
    for (const core::IncomingId incoming : std::exchange(arriving_, {})) {
        sink_(input::FileNotKept{incoming, input::FileNotKept::Reason::NotReady});
    }
}

}  // namespace parley::web
