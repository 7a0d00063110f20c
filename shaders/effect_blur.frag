#version 300 es
// A bell curve along one direction. Two reads lie between pixels and take in both.
precision mediump float;

uniform sampler2D u_picture;
uniform vec2 u_step;  // along the direction

in vec2 v_at;
out vec4 o_color;

void main() {
    vec4 sum = texture(u_picture, v_at) * 0.1585;
    sum += (texture(u_picture, v_at + u_step * 1.458) + texture(u_picture, v_at - u_step * 1.458)) * 0.2544;
    sum += (texture(u_picture, v_at + u_step * 3.404) + texture(u_picture, v_at - u_step * 3.404)) * 0.1264;
    sum += (texture(u_picture, v_at + u_step * 5.354) + texture(u_picture, v_at - u_step * 5.354)) * 0.0399;
    o_color = sum;
}
