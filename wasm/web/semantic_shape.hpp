#pragma once

#include "ui/semantics.hpp"

namespace parley::web {

/// What element stands for a node (HTML, WAI-ARIA 1.2).
struct ElementShape {
    const char* tag;
    const char* role;  ///< null where the tag has it
};

ElementShape element_shape(const ui::SemanticNode& node);

}  // namespace parley::web
