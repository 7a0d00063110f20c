#pragma once

// Dear ImGui without what Parley does not use: its demo, its debug windows, its embedded font and its files.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
#define IMGUI_USE_WCHAR32
// A frame may hold more than 65,536 corners: a screenful of small text at twice the size, the gallery.
#define ImDrawIdx unsigned int

// Names the hook through which font_loader.cpp becomes the only loader; FreeType itself is never linked, and
// the bundled TrueType reader falls away.
#define IMGUI_ENABLE_FREETYPE
