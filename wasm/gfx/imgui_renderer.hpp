#pragma once

struct ImDrawData;

namespace parley::gfx {

/// Draws what Dear ImGui made of a frame, with ImGui's own OpenGL ES 3 backend. Lives as long as one GL
/// context: destroy it when the context is lost and make another when it is back; every texture is then
/// uploaded again from ImGui's copy.
class ImguiRenderer {
public:
    /// Needs a current GL context and a current ImGui context.
    ImguiRenderer();
    ~ImguiRenderer();
    ImguiRenderer(const ImguiRenderer&) = delete;
    ImguiRenderer& operator=(const ImguiRenderer&) = delete;

    void draw(ImDrawData& data);
};

}  // namespace parley::gfx
