#include "app/platform.hpp"
#include "web/page_start.hpp"
#include "web/storage.hpp"

// What is carried out of what the core asks for the chat's sake.

namespace parley::app {

namespace output = core::output;

void Platform::run(const output::StoreDraft& order) {
    web::write_storage(web::StorageArea::Tab, draft_storage_key, web::text_of(order));
}

void Platform::run(const output::PickFiles& /*order*/) { file_sources_.pick(); }
void Platform::run(const output::DropReceived& order) { file_store_.drop(order.incoming); }
void Platform::run(const output::SaveReceived& order) { file_store_.save(order); }
void Platform::run(const output::GuardPage& order) { guard_.set(order.mode); }

void Platform::run(const output::StopSending& order) { file_senders_.erase({order.connection, order.source}); }

void Platform::run(web::PeerConnection& connection, const output::SendFile& order) {
    auto source = file_sources_.find(order.source);
    if (source == nullptr) return;
    file_senders_[{order.connection, order.source}] =
        std::make_unique<web::FileSender>(order, connection.file_channel(), std::move(source), sink_);
}

void Platform::run(web::PeerConnection& connection, const output::ReceiveFile& order) {
    file_store_.receive(order, connection.file_channel());
}

void Platform::forget_files(core::ConnectionId connection) {
    file_store_.forget(connection);
    std::erase_if(file_senders_, [connection](const auto& entry) { return entry.first.first == connection; });
}

}  // namespace parley::app
