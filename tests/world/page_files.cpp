#include <algorithm>
#include <utility>

#include "core/overload.hpp"
#include "tests/world/page.hpp"

// What a page does with files: their bytes are only counted, and a digest names what they are of.

namespace parley::world {
namespace {

using namespace core;

constexpr std::uint64_t piece_max = 256 * 1024;
constexpr TimeMs piece_ms = 20;
constexpr TimeMs stuck_ms = 100;  ///< how soon a channel that carries nothing is tried again

// Whoever has nothing of it needs no piece to know its digest.
std::string digest_of(std::uint64_t size, const std::string& source) {
    return size == 0 ? "digest of nothing" : "digest of " + source;
}

}  // namespace

std::string Page::choose_file(std::uint64_t size) {
    const SourceId source{static_cast<std::uint32_t>(sources_.size() + 1)};
    sources_[source] = size;
    std::string title = "<file " + std::to_string(source.value) + " of " + run_ + ">";
    put(input::FilesChosen{{{source, title, "text/plain", size}}});
    return title;
}

void Page::carry_out_on_file(const Output& output) {
    std::visit(Overload{[&](const output::SendFile& order) {
                            find(order.connection);
                            if (order.from > sources_.at(order.source))
                                nature_.journal.fault(name + " sends past an end");
                            Sending& sending = sending_[{order.connection, order.source}];
                            sending.at = order.from;
                            nature_.timeline.after(0, [this, way = std::pair(order.connection, order.source),
                                                       turn = ++sending.turn] { send_pieces(way, turn); });
                        },
                        [&](const output::StopSending& order) {
                            find(order.connection);
                            ++sending_[{order.connection, order.source}].turn;
                        },
                        [&](const output::ReceiveFile& order) {
                            find(order.connection);
                            using Reason = input::FileNotKept::Reason;
                            if (!keeps_files)
                                return after_promise(input::FileNotKept{order.incoming, Reason::NotReady});
                            Kept& kept = kept_[order.incoming];
                            kept.connection = order.connection;
                            kept.file = order.file;
                            kept.size = order.size;
                            if (kept.size == 0) finish(order.incoming);
                        },
                        [&](const output::DropReceived& order) {
                            if (kept_.erase(order.incoming) == 0)
                                nature_.journal.fault(name + " drops what is not there");
                        },
                        [&](const output::SaveReceived& order) {
                            const auto found = kept_.find(order.incoming);
                            if (found == kept_.end() || !found->second.finished)
                                nature_.journal.fault(name + " saves half a file");
                        },
                        [](const auto&) {}},
               output);
}

void Page::send_pieces(std::pair<ConnectionId, SourceId> way, int turn) {
    if (gone_ || !open_connections_.contains(way.first) || sending_.at(way).turn != turn) return;
    Sending& sending = sending_.at(way);
    const std::uint64_t size = sources_.at(way.second);
    const FakeConnection::Piece piece{way.second.value, sending.at, std::min(piece_max, size - sending.at),
                                      run_ + '/' + std::to_string(way.second.value)};
    TimeMs pause_ms = stuck_ms;
    if (!asleep_ && !stuck_files.contains(way.second) && (piece.size == 0 || made_.at(way.first)->send_piece(piece))) {
        pause_ms = piece_ms;
        sending.at += piece.size;
        put(input::FileSending{way.first, way.second, sending.at});
        if (sending.at == size) {
            return after_promise(input::FileRead{way.first, way.second, digest_of(size, piece.source)});
        }
    }
    nature_.timeline.after(pause_ms, [this, way, turn] { send_pieces(way, turn); });
}

void Page::take(ConnectionId connection, const FakeConnection::Piece& piece) {
    if (gone_ || asleep_) return;
    for (auto& [incoming, kept] : kept_) {
        if (kept.connection != connection || kept.file != piece.file || kept.finished) continue;
        if (piece.from > kept.moved || piece.from + piece.size <= kept.moved) continue;  // a gap, or old
        kept.moved = piece.from + piece.size;
        kept.source = std::exchange(damages, false) ? "something else" : piece.source;
        put(input::FileArriving{incoming, kept.moved});
        if (kept.moved == kept.size) finish(incoming);
        return;
    }
}

void Page::finish(IncomingId incoming) {
    Kept& kept = kept_.at(incoming);
    if (std::exchange(kept.finished, true)) return;
    nature_.timeline.after(nature_.dice.draw(promise), [this, incoming] {
        const auto found = kept_.find(incoming);
        if (found != kept_.end())
            put(input::FileArrived{incoming, digest_of(found->second.size, found->second.source)});
    });
}

}  // namespace parley::world
