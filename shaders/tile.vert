#version 300 es

// One instance is one tile; its four corners come from gl_VertexID, so that there is no vertex buffer.
uniform vec2 surface_size;    // CSS pixels
uniform float pixel_ratio;    // device pixels for each CSS pixel

layout(location = 0) in vec4 rect;         // x, y, width, height in CSS pixels from the top left
layout(location = 1) in vec2 radius_ring;  // corner radius, ring width
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 outside;
layout(location = 4) in vec4 ring;
layout(location = 5) in vec4 hole;         // as rect; no width for none

out vec2 from_center;
flat out vec2 half_size;
flat out vec2 tile_radius_ring;
flat out vec4 tile_fill;
flat out vec4 tile_outside;
flat out vec4 tile_ring;
flat out vec4 tile_hole;  // its middle, from the tile's, and half its size

void main() {
    half_size = rect.zw * 0.5;
    tile_radius_ring = vec2(min(radius_ring.x, min(half_size.x, half_size.y)), radius_ring.y);
    tile_fill = fill;
    tile_outside = outside;
    tile_ring = ring;
    tile_hole = vec4(hole.xy + hole.zw * 0.5 - rect.xy - half_size, hole.zw * 0.5);

    // The quad reaches past the tile by the ring and by one device pixel for its soft edge.
    vec2 reach = half_size + radius_ring.y + 1.0 / pixel_ratio;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    from_center = corner * reach;

    vec2 position = (rect.xy + half_size + from_center) / surface_size;
    gl_Position = vec4(position.x * 2.0 - 1.0, 1.0 - position.y * 2.0, 0.0, 1.0);
}
