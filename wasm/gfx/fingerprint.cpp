#include "gfx/fingerprint.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "gfx/renderer.hpp"

namespace parley::gfx {
namespace {

/// Multiply and fold, eight bytes at a time (the mixing step of wyhash). Not for adversaries.
class Hash {
public:
    void add(const void* bytes, std::size_t size) {
        const auto* at = static_cast<const unsigned char*>(bytes);
        for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            mix(word);
        }
        std::uint64_t rest = size;
        std::memcpy(&rest, at, size);
        mix(rest);
    }
    template <class Value>
    void add_value(const Value& value) {
        add(&value, sizeof value);
    }

    [[nodiscard]] std::uint64_t value() const { return state_; }

private:
    void mix(std::uint64_t word) {
        state_ = (state_ ^ word) * 0x9E3779B97F4A7C15ULL;
        state_ ^= state_ >> 32U;
    }

    std::uint64_t state_ = 0x243F6A8885A308D3ULL;
};

}  // namespace

std::uint64_t fingerprint(const std::vector<ui::TileFrame>& tiles, const ImDrawData& data, const Target& target) {
    Hash hash;
    hash.add_value(target.width_px);
    hash.add_value(target.height_px);
    hash.add_value(data.DisplaySize);
    for (const ui::TileFrame& tile : tiles) {
        hash.add_value(tile.rect);
        hash.add_value(tile.hole);
        for (const float number : {tile.corner_radius, tile.ring_width}) hash.add_value(number);
        for (const std::uint32_t color : {tile.fill_rgba, tile.outside_rgba, tile.ring_rgba}) hash.add_value(color);
    }
    for (const ImDrawList* list : data.CmdLists) {
        hash.add(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        hash.add(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            hash.add_value(command.ClipRect);
            hash.add_value(command.ElemCount);
            hash.add_value(command.GetTexID());
        }
    }
    return hash.value();
}

bool brings_textures(const ImDrawData& data) {
    return data.Textures != nullptr && std::ranges::any_of(*data.Textures, [](const ImTextureData* texture) {
               return texture->Status != ImTextureStatus_OK;
           });
}

}  // namespace parley::gfx
