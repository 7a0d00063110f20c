#version 300 es
precision highp float;

uniform float pixel_ratio;

in vec2 from_center;
flat in vec2 half_size;
flat in vec2 tile_radius_ring;
flat in vec4 tile_fill;
flat in vec4 tile_outside;
flat in vec4 tile_ring;
flat in vec4 tile_hole;

out vec4 color;

// Signed distance to a rounded rectangle around the origin, negative inside, in CSS pixels.
float distance_to_tile(vec2 point, vec2 half_extent, float radius) {
    vec2 past = abs(point) - half_extent + radius;
    return length(max(past, 0.0)) + min(max(past.x, past.y), 0.0) - radius;
}

// How much of a device pixel lies inside an edge at this distance.
float coverage(float distance_inside) { return clamp(distance_inside * pixel_ratio + 0.5, 0.0, 1.0); }

// `over` on top of `under`, both premultiplied.
vec4 blend(vec4 under, vec4 over) { return over + under * (1.0 - over.a); }

vec4 premultiplied(vec4 straight, float amount) {
    float alpha = straight.a * amount;
    return vec4(straight.rgb * alpha, alpha);
}

void main() {
    float edge = distance_to_tile(from_center, half_size, tile_radius_ring.x);
    float box = distance_to_tile(from_center, half_size, 0.0);

    float inside = coverage(-edge);
    float corners = max(coverage(-box) - inside, 0.0);
    vec4 sum = premultiplied(tile_outside, corners);
    float in_hole = coverage(-distance_to_tile(from_center - tile_hole.xy, tile_hole.zw, tile_radius_ring.x));
    sum = blend(sum, premultiplied(tile_fill, tile_hole.z > 0.0 ? max(inside - in_hole, 0.0) : inside));

    // The ring starts one device pixel inside the edge: two soft edges that only touch would let the page
    // behind them shine through as a hairline.
    float ring_width = tile_radius_ring.y;
    float ring_amount = min(coverage(ring_width - edge), coverage(edge + 1.0 / pixel_ratio));
    sum = blend(sum, premultiplied(tile_ring, ring_width > 0.0 ? ring_amount : 0.0));

    // The blend function multiplies by alpha; what arrives in the canvas is premultiplied again.
    color = sum.a > 0.0 ? vec4(sum.rgb / sum.a, sum.a) : vec4(0.0);
}
