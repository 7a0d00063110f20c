#version 300 es
// What is behind the person, and how much of it there is in each pixel: the person's own colours must not run into the
// blurred background.
precision mediump float;

uniform sampler2D u_camera;
uniform sampler2D u_mask;

in vec2 v_at;
out vec4 o_color;

void main() {
    float behind = 1.0 - smoothstep(0.1, 0.6, texture(u_mask, v_at).r);
    o_color = vec4(texture(u_camera, v_at).rgb * behind, behind);
}
