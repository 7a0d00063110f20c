#include "web/semantic_layer.hpp"

#include <emscripten/bind.h>

#include <utility>

#include "web/semantic_keys.hpp"

namespace parley::web {

namespace {

using emscripten::val;
using ui::is_button;
using ui::SemanticEvent;
using ui::SemanticId;
using ui::SemanticNode;
using ui::SemanticPatch;
using ui::SemanticRole;

void semantic_event(int handle, val event) {
    if (SemanticLayer* layer = Handle<SemanticLayer>::find(handle)) layer->on_event(event);
}

val element_by_id(const char* id) { return val::global("document").call<val>("getElementById", val(id)); }

}  // namespace

EMSCRIPTEN_BINDINGS(parley_semantic_layer) { emscripten::function("semantic_event", &semantic_event); }

SemanticLayer::SemanticLayer(Sink sink)
    : sink_(std::move(sink)),
      layer_(element_by_id("layer")),
      announcer_(element_by_id("announcer")),
      tree_(layer_),
      listener_(callback("semantic_event", handle_.number())) {
    listen("addEventListener");
}

SemanticLayer::~SemanticLayer() { listen("removeEventListener"); }

void SemanticLayer::listen(const char* method) {
    // All of these bubble, so one listener serves every element.
    for (const char* type : {"click", "input", "focusin", "focusout", "compositionstart", "compositionend"})
        layer_.call<void>(method, val(type), listener_);
    // Escape means something also where no element has the focus.
    val::global("document").call<void>(method, val("keydown"), listener_);
}

void SemanticLayer::apply(const std::vector<SemanticPatch>& patches) {
    if (patches.empty()) return;
    applying_ = true;
    tree_.apply(patches, composing_);
    applying_ = false;
    if (tree_.find(composing_) == nullptr) composing_ = 0;
    release_held_back();
}

void SemanticLayer::focus(SemanticId id) {
    applying_ = true;
    tree_.focus(id);
    applying_ = false;
    release_held_back();
}

void SemanticLayer::release_held_back() {
    for (const SemanticEvent& event : std::exchange(held_back_, {})) sink_(event);
}

void SemanticLayer::announce(const std::string& text) {
    // A repeated text is said again only if the region changes.
    announcer_.set("textContent", val(""));
    announcer_.set("textContent", val(text));
}

void SemanticLayer::show(Appearance appearance) {
    appearance_ = appearance;
    layer_["classList"].call<void>("toggle", val("plain"), appearance == Appearance::Plain);
}

void SemanticLayer::on_event(const val& event) {
    const auto type = event["type"].as<std::string>();
    if (type == "keydown") return on_key(event);
    const val target = event["target"];
    const SemanticId id = SemanticTree::id_of(target);
    const SemanticNode* node = tree_.find(id);
    if (node == nullptr) return;
    if (type == "click") return on_click(event, *node);
    if (type == "input") return send_text(target, id);
    if (type == "compositionstart") composing_ = id;
    if (type == "compositionend") {
        composing_ = 0;
        return send_text(target, id);
    }
    if (type == "focusout") return send(SemanticEvent::Kind::Blur, id);
    if (type != "focusin") return;
    SemanticEvent focus{SemanticEvent::Kind::Focus, id, {}, target.call<bool>("matches", val(":focus-visible"))};
    send(std::move(focus));
}

void SemanticLayer::on_click(const val& event, const SemanticNode& node) {
    if (!is_button(node.role) && node.role != SemanticRole::Link) return;
    // With a canvas, a click that a pointer made has reached the interface through it already.
    if (appearance_ == Appearance::Hidden && event["detail"].as<int>() != 0) return;
    send(SemanticEvent::Kind::Activate, node.id);
}

void SemanticLayer::on_key(const val& event) {
    const SemanticId id = SemanticTree::id_of(event["target"]);
    const SemanticNode* node = tree_.find(id);
    if (is_enter(event, node)) return on_enter(event, *node);
    if (auto told = event_of_key(event, node, id)) send(std::move(*told));
}

void SemanticLayer::on_enter(const val& event, const SemanticNode& node) {
    if (node.multi_line && event["shiftKey"].as<bool>()) return;
    event.call<void>("preventDefault");
    send(SemanticEvent::Kind::Submit, node.id);
}

void SemanticLayer::send_text(const val& field, SemanticId id) {
    send(SemanticEvent{SemanticEvent::Kind::Input, id, field["value"].as<std::string>(), false});
}

void SemanticLayer::send(SemanticEvent::Kind kind, SemanticId id) { send(SemanticEvent{kind, id, {}, false}); }

void SemanticLayer::send(SemanticEvent event) {
    if (applying_) {
        held_back_.push_back(std::move(event));
    } else {
        sink_(event);
    }
}

}  // namespace parley::web
