#include "gfx/imgui_renderer.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace parley::gfx {

namespace {

/// Nothing of the GPU is left: what is still wanted is asked for anew, what was on its way out is gone.
void forget_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        const bool leaving = texture->WantDestroyNextFrame || texture->Status == ImTextureStatus_WantDestroy;
        texture->SetStatus(leaving ? ImTextureStatus_Destroyed : ImTextureStatus_WantCreate);
    }
}

}  // namespace

ImguiRenderer::ImguiRenderer() { ImGui_ImplOpenGL3_Init("#version 300 es"); }

ImguiRenderer::~ImguiRenderer() {
    ImGui_ImplOpenGL3_Shutdown();
    forget_textures();
    // The interface goes on making frames while there is no context, and must go on loading glyphs.
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

void ImguiRenderer::draw(ImDrawData& data) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace parley::gfx
