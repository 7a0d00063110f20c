#pragma once

#include <cstdint>
#include <vector>

#include "ui/frame.hpp"

struct ImDrawData;

namespace parley::gfx {

struct Target;

/// A number that differs when the pixels would: of everything that Renderer::draw looks at. Two frames with the same
/// number give the same picture, as long as no texture waits to be uploaded.
std::uint64_t fingerprint(const std::vector<ui::TileFrame>& tiles, const ImDrawData& data, const Target& target);

/// Whether the frame brings texture changes (new glyphs), which must reach the GPU.
bool brings_textures(const ImDrawData& data);

}  // namespace parley::gfx
