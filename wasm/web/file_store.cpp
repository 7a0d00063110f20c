#include "web/file_store.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "web/file_download.hpp"
#include "web/file_pictures.hpp"

namespace parley::web {

using emscripten::val;
namespace input = core::input;

namespace {

// Written into the page when it is staged: a worker's address changes with its content.
constexpr const char* worker_address = "meta[name=parley-file-keeper]";

void file_store_bytes(int handle, int connection, val event) {
    if (auto* store = Handle<FileStore>::find(handle)) {
        store->on_bytes({static_cast<std::uint32_t>(connection)}, event);
    }
}
void file_store_worker(int handle, val event) {
    if (auto* store = Handle<FileStore>::find(handle)) store->on_worker(event);
}

EMSCRIPTEN_BINDINGS(file_store) {
    emscripten::function("file_store_bytes", &file_store_bytes);
    emscripten::function("file_store_worker", &file_store_worker);
}

val order_to(const char* what) {
    val order = val::object();
    order.set("what", what);
    return order;
}

std::string picture_name(core::IncomingId incoming) { return "incoming-" + std::to_string(incoming.value); }

}  // namespace

void FileStore::start_worker() {
    const val address = val::global("document").call<val>("querySelector", val(worker_address))["content"];
    worker_ = val::global("Worker").new_(address);
    worker_.call<void>("addEventListener", val("message"), callback("file_store_worker", handle_.number()));
}

void FileStore::receive(const core::output::ReceiveFile& order, const val& channel) {
    if (worker_.isNull()) start_worker();
    if (connections_.insert(order.connection).second) {
        const int connection = static_cast<int>(order.connection.value);
        channel.call<void>("addEventListener", val("message"),
                           callback("file_store_bytes", handle_.number(), connection));
    }
    val message = order_to("receive");
    message.set("incoming", order.incoming.value);
    message.set("connection", order.connection.value);
    message.set("file", order.file);
    message.set("size", static_cast<double>(order.size));
    worker_.call<void>("postMessage", message);
}

void FileStore::on_bytes(core::ConnectionId connection, const val& event) {
    const val bytes = event["data"];
    if (!bytes.instanceof(val::global("ArrayBuffer"))) return;
    val message = order_to("bytes");
    message.set("connection", connection.value);
    message.set("bytes", bytes);
    const val moved = val::array();
    moved.call<void>("push", bytes);
    worker_.call<void>("postMessage", message, moved);
}

void FileStore::drop(core::IncomingId incoming) {
    kept_.erase(incoming);
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
        kept_.insert_or_assign(incoming, said["kept"]);
        keep_picture(picture_name(incoming), said["kept"]);
        sink_(input::FileArrived{incoming, said["digest"].as<std::string>()});
    } else {
        using Reason = input::FileNotKept::Reason;
        sink_(input::FileNotKept{incoming, said["room"].isTrue() ? Reason::NoRoom : Reason::Failed});
    }
}

}  // namespace parley::web
