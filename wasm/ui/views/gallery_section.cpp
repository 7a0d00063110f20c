#include "ui/views/gallery_section.hpp"

#include <string>

#include "ui/components/text.hpp"

namespace parley::ui {

void gallery_section(Context& context, Stack& stack, std::string_view name) {
    stack.add(space::xl, type::heading.line_height, [&context, name](const Rect& row) {
        heading(context, std::string("section ").append(name), row, name, 2, type::heading);
    });
}

}  // namespace parley::ui
