#version 300 es
precision mediump float;

uniform sampler2D picture;
uniform float corner_radius;

in vec2 from_center;
in vec2 picture_point;
flat in vec2 half_size;

out vec4 color;

void main() {
    vec2 past = abs(from_center) - half_size + corner_radius;
    float edge = length(max(past, 0.0)) + min(max(past.x, past.y), 0.0) - corner_radius;
    vec4 shown = texture(picture, picture_point);
    color = vec4(shown.rgb, shown.a * clamp(0.5 - edge, 0.0, 1.0));
}
