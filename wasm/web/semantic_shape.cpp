#include "web/semantic_shape.hpp"

namespace parley::web {

using ui::SemanticRole;

ElementShape element_shape(const ui::SemanticNode& node) {
    switch (node.role) {
        case SemanticRole::Main:
            return {"main", nullptr};
        case SemanticRole::Region:
            return {"section", nullptr};
        case SemanticRole::Heading:
            return {"h2", nullptr};
        case SemanticRole::Text:
            return {"p", nullptr};
        case SemanticRole::Status:
            return {"p", "status"};
        case SemanticRole::Alert:
            return {"p", "alert"};
        case SemanticRole::Group:
            return {"div", "group"};
        case SemanticRole::Toolbar:
            return {"div", "toolbar"};
        // A list without bullets loses its role in Safari unless it is said.
        case SemanticRole::List:
            return {"ul", "list"};
        case SemanticRole::ListItem:
            return {"li", nullptr};
        case SemanticRole::Button:
        case SemanticRole::ToggleButton:
            return {"button", nullptr};
        case SemanticRole::Switch:
            return {"button", "switch"};
        case SemanticRole::TextField:
            return {node.multi_line ? "textarea" : "input", nullptr};
        case SemanticRole::Meter:
            return {"div", "meter"};
        case SemanticRole::Progress:
            return {"div", "progressbar"};
        case SemanticRole::Dialog:
            return {"div", "dialog"};
        case SemanticRole::Link:
            return {"a", nullptr};
        case SemanticRole::Menu:
            return {"div", "menu"};
        case SemanticRole::MenuItem:
            return {"button", "menuitem"};
        case SemanticRole::MenuItemRadio:
            return {"button", "menuitemradio"};
        case SemanticRole::Slider:
            return {"input", nullptr};
        case SemanticRole::Image:
            if (node.value.empty()) return {"div", "img"};
            return {"img", nullptr};
    }
    return {"div", nullptr};
}

}  // namespace parley::web
