#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The semantic layer as values: what each frame shows, said once more for assistive technology, keyboards,
/// selection and tests. `wasm/web` turns it into DOM elements and does nothing else with it.
namespace parley::ui {

enum class SemanticRole : std::uint8_t {
    Main,
    Region,
    Heading,
    Text,
    Status,  ///< polite live text that is also on the canvas
    Alert,   ///< assertive live text
    Group,
    Toolbar,
    List,
    ListItem,
    Button,
    ToggleButton,  ///< has `pressed`
    Switch,        ///< on or off: has `pressed`
    TextField,     ///< a real <input> or <textarea>, with its own text and caret over the drawn frame
    Meter,
    Progress,
    Dialog,
    Link,
    Menu,
    MenuItem,       ///< does something, and the menu is gone
    MenuItemRadio,  ///< one of several: has `pressed`
    Image,          ///< shown by the document, over the canvas: `value` says what of; without it the canvas shows it
    Slider,         ///< a real <input type=range>: has `value_now`, `value_min`, `value_max`, `value_step`
};

/// Whether what has the role is pressed and does something where it stands.
constexpr bool is_button(SemanticRole role) {
    return role == SemanticRole::Button || role == SemanticRole::ToggleButton || role == SemanticRole::Switch ||
           role == SemanticRole::MenuItem || role == SemanticRole::MenuItemRadio;
}

/// CSS pixels from the page's top left corner.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// The same node in two frames has the same id; ids are unique in a frame.
using SemanticId = std::uint32_t;

/// A part of a node's name, in bytes.
struct TextSpan {
    std::size_t begin = 0, end = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct SemanticNode {
    SemanticId id = 0;
    SemanticId parent = 0;  ///< 0: the layer itself; a parent stands before its children
    SemanticRole role = SemanticRole::Text;
    Rect rect;
    std::string name;          ///< accessible name; the text itself for Text, Status, Alert and Heading
    std::string value;         ///< text of a TextField; number of a Meter as text
    std::string description;   ///< said after the name
    std::string placeholder;   ///< TextField only
    std::string shortcut;      ///< Button: the key that does the same, as in aria-keyshortcuts
    std::string autocomplete;  ///< TextField only: a token of HTML's autofill section, "off" for none
    std::optional<bool> pressed;
    std::optional<bool> expanded;         ///< Button: it opens a menu, which is there or not
    int level = 0;                        ///< Heading: 1 to 6
    int max_length = 0;                   ///< TextField: characters, 0 for no bound
    float value_now = 0, value_max = 0;   ///< Meter, Progress and Slider
    float value_min = 0, value_step = 1;  ///< Slider
    float font_size = 0;                  ///< TextField, selectable Text: CSS pixels
    float line_height = 0;                ///< several lines of a TextField, selectable Text: CSS pixels
    float text_inset = 0;                 ///< TextField: CSS pixels of padding left and right of the text
    std::uint32_t text_rgba = 0;          ///< TextField: colour of text and caret, 0xRRGGBBAA; a placeholder is paler
    std::uint32_t revision = 0;        ///< TextField: rises when the interface itself writes the text, not the person
    std::vector<TextSpan> links = {};  ///< selectable Text: parts that are addresses; they open a page of their own
    float clipped_above = 0, clipped_below = 0;  ///< CSS pixels of the rectangle that are scrolled out of sight
    bool multi_line = false;                     ///< TextField: takes several lines; Enter alone still submits
    bool selectable = false;                     ///< Text that lies exactly on its drawn words, to be marked and copied
    bool disabled = false;
    bool inert = false;      ///< nothing in it can be reached or is said: a dialog lies over it
    bool hidden = false;     ///< kept in place but not shown or reachable
    bool autofocus = false;  ///< takes the focus when it appears
    /// ListItem of a list of which only a part is there (WAI-ARIA 1.2, aria-posinset and aria-setsize): from 1; 0 where
    /// everything is.
    int position = 0, set_size = 0;
    friend bool operator==(const SemanticNode&, const SemanticNode&) = default;
};

/// One change to the layer. Removes come first and take everything inside along, then parents before children.
/// A node that moves is removed and inserted again with all that is in it.
struct SemanticPatch {
    enum class Kind : std::uint8_t { Remove, Insert, Update } kind = Kind::Insert;
    SemanticNode node;      ///< Remove: only `id` counts
    SemanticId before = 0;  ///< Insert: the following sibling, 0 for last
};

/// The changes that turn a layer showing `previous` into one showing `next`.
std::vector<SemanticPatch> diff(const std::vector<SemanticNode>& previous, const std::vector<SemanticNode>& next);

/// What happened to an element of the layer, as an input of the next frame.
struct SemanticEvent {
    enum class Kind : std::uint8_t {
        Activate,
        Input,
        Submit,
        Focus,
        Blur,
        Dismiss,  ///< Escape, wherever the focus is; has no id
        PageUp,   ///< the key, in the element that has the focus; so are the next
        PageDown,
        Up,
        Down,
        Home,
        End,
        Key,    ///< any other one alone, as `value`, where it is not the element's own
        KeyUp,  ///< of the space bar; with an empty `value` the page looks away, and is told of no key any more
    } kind = Kind::Activate;
    SemanticId id = 0;
    std::string value;           ///< Input: the whole text of the field, or the number of the slider. Key: its name
    bool focus_visible = false;  ///< Focus: the browser would draw a focus ring (keyboard)
};

}  // namespace parley::ui
