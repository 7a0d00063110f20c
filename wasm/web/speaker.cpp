#include "web/speaker.hpp"

#include <emscripten/bind.h>

namespace parley::web {

using emscripten::val;

namespace {

void speaker_settled(val /*outcome*/) {}

EMSCRIPTEN_BINDINGS(speaker) { emscripten::function("speaker_settled", &speaker_settled); }

}  // namespace

void use_speaker(const val& player, const std::string& device) {
    if (player["setSinkId"].isUndefined()) return;
    const val settled = val::module_property("speaker_settled");
    player.call<val>("setSinkId", device).call<void>("then", settled, settled);
}

}  // namespace parley::web
