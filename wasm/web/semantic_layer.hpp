#pragma once

#include <emscripten/val.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/semantics.hpp"
#include "web/callback.hpp"
#include "web/semantic_tree.hpp"

namespace parley::web {

/// The DOM tree beside the canvas, inside the page's element `#layer`: what assistive technology, keyboards
/// and tests see and use. Elements lie where the canvas draws what they stand for, and are not seen
/// themselves, except text fields.
class SemanticLayer {
public:
    /// Called inside the browser's event handler: run a frame in it, so that what needs a user's gesture has one.
    /// Called at the end of apply() and focus() when they moved the focus: then only note the event for the next frame.
    using Sink = std::function<void(const ui::SemanticEvent&)>;

    explicit SemanticLayer(Sink sink);
    ~SemanticLayer();
    SemanticLayer(const SemanticLayer&) = delete;
    SemanticLayer& operator=(const SemanticLayer&) = delete;

    void apply(const std::vector<ui::SemanticPatch>& patches);
    /// Moves the keyboard's focus to the node's element.
    void focus(ui::SemanticId id);

    /// Has screen readers say `text` when they are done with what they say.
    void announce(const std::string& text);

    enum class Appearance {
        Hidden,  ///< the canvas shows everything; pointers reach it through the layer
        Plain,   ///< there is no canvas: the elements are seen and take pointers themselves
    };
    void show(Appearance appearance);

    void on_event(const emscripten::val& event);

private:
    void listen(const char* method);
    void send(ui::SemanticEvent::Kind kind, ui::SemanticId id);
    void send(ui::SemanticEvent event);
    void send_text(const emscripten::val& field, ui::SemanticId id);
    void on_click(const emscripten::val& event, const ui::SemanticNode& node);
    void on_key(const emscripten::val& event);
    void on_enter(const emscripten::val& event, const ui::SemanticNode& node);
    void release_held_back();

    Sink sink_;
    emscripten::val layer_;
    emscripten::val announcer_;
    SemanticTree tree_;
    ui::SemanticId composing_ = 0;  ///< the text field that an input method writes in, 0 for none
    Appearance appearance_ = Appearance::Hidden;
    bool applying_ = false;
    std::vector<ui::SemanticEvent> held_back_;  ///< what happened while patches were being applied
    Handle<SemanticLayer> handle_{*this};
    emscripten::val listener_;
};

}  // namespace parley::web
