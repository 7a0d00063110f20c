#version 300 es
// The camera's picture made small, for the network and for the light: four reads of four pixels each.
precision mediump float;

uniform sampler2D u_camera;
uniform vec2 u_step;  // from one small pixel to the next

in vec2 v_at;
out vec4 o_color;

void main() {
    vec2 quarter = u_step * 0.25;
    vec3 sum = texture(u_camera, v_at - quarter).rgb + texture(u_camera, v_at + quarter).rgb +
               texture(u_camera, v_at + vec2(quarter.x, -quarter.y)).rgb +
               texture(u_camera, v_at + vec2(-quarter.x, quarter.y)).rgb;
    o_color = vec4(sum * 0.25, 1.0);
}
