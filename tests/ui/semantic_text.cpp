#include "tests/ui/semantic_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "ui/utf8.hpp"

namespace parley::ui::testing {

namespace {

using Nodes = std::vector<SemanticNode>;

constexpr std::size_t text_max = 80;
constexpr std::size_t children_max = 6;
constexpr std::size_t children_of_many = 3;

std::string_view name_of(SemanticRole role) {
    using enum SemanticRole;
    constexpr std::array<std::pair<SemanticRole, std::string_view>, 23> names = {{{Main, "main"},
                                                                                  {Region, "region"},
                                                                                  {Heading, "heading"},
                                                                                  {Text, "text"},
                                                                                  {Status, "status"},
                                                                                  {Alert, "alert"},
                                                                                  {Group, "group"},
                                                                                  {Toolbar, "toolbar"},
                                                                                  {List, "list"},
                                                                                  {ListItem, "listitem"},
                                                                                  {Button, "button"},
                                                                                  {ToggleButton, "toggle button"},
                                                                                  {Switch, "switch"},
                                                                                  {TextField, "textbox"},
                                                                                  {Meter, "meter"},
                                                                                  {Progress, "progressbar"},
                                                                                  {Dialog, "dialog"},
                                                                                  {Link, "link"},
                                                                                  {Menu, "menu"},
                                                                                  {MenuItem, "menuitem"},
                                                                                  {MenuItemRadio, "menuitemradio"},
                                                                                  {Image, "img"},
                                                                                  {Slider, "slider"}}};
    const auto found = std::ranges::find(names, role, &std::pair<SemanticRole, std::string_view>::first);
    return found == names.end() ? "?" : found->second;
}

/// One line, and not a long one.
std::string shortened(std::string_view text) {
    std::string result(cut_to(text, text_max));
    const bool cut = result.size() < text.size();
    std::ranges::replace(result, '\n', ' ');
    return cut ? result + "…" : result;
}

std::string quoted(std::string_view text) { return '"' + shortened(text) + '"'; }

std::string states_of(const SemanticNode& node) {
    std::string states;
    const auto add = [&states](std::string_view state) { states.append(", ").append(state); };
    const bool checked = node.role == SemanticRole::Switch || node.role == SemanticRole::MenuItemRadio;
    if (node.level > 0) add("level " + std::to_string(node.level));
    if (node.pressed) add((*node.pressed ? "" : "not ") + std::string(checked ? "checked" : "pressed"));
    if (node.expanded) add(*node.expanded ? "expanded" : "collapsed");
    if (node.disabled) add("disabled");
    if (node.autofocus) add("takes the focus");
    if (node.multi_line) add("several lines");
    if (node.set_size > 0) add(std::to_string(node.position) + " of " + std::to_string(node.set_size));
    if (!node.value.empty() && node.value != node.name) add("value " + quoted(node.value));
    if (!node.placeholder.empty() && node.placeholder != node.name) add("placeholder " + quoted(node.placeholder));
    if (!node.description.empty()) add("description " + quoted(node.description));
    if (!node.shortcut.empty()) add("key " + node.shortcut);
    if (node.inert) add("out of reach");
    return states;
}

void write(std::string& text, const Nodes& nodes, SemanticId parent, std::size_t depth) {
    std::vector<const SemanticNode*> children;
    for (const SemanticNode& node : nodes)
        if (node.parent == parent && !node.hidden) children.push_back(&node);
    const bool many = children.size() > children_max && children.front()->role == SemanticRole::ListItem;
    const std::size_t shown = many ? children_of_many : children.size();
    const std::string indent(2 * depth, ' ');
    for (std::size_t i = 0; i < shown; ++i) {
        const SemanticNode& node = *children[i];
        text += indent + std::string(name_of(node.role));
        if (!node.name.empty()) text += ' ' + quoted(node.name);
        text += states_of(node) + '\n';
        if (!node.inert) write(text, nodes, node.id, depth + 1);
    }
    if (shown < children.size()) text += indent + "and " + std::to_string(children.size() - shown) + " more\n";
}

}  // namespace

std::string text_of(const Nodes& nodes) {
    std::string text;
    write(text, nodes, 0, 0);
    return text;
}

}  // namespace parley::ui::testing
