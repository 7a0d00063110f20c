#version 300 es
// The picture that others see: the person in corrected light, before whatever was chosen.
precision mediump float;

uniform sampler2D u_camera;
uniform sampler2D u_mask;
uniform sampler2D u_behind;
uniform int u_backdrop;   // 0: what is there, 1: blurred, 2: another picture
uniform vec2 u_cover;     // how much of the other picture is seen, so that it fills everything
uniform float u_gamma;
uniform vec3 u_gain;

in vec2 v_at;
out vec4 o_color;

vec3 in_light(vec3 colour) { return min(pow(colour, vec3(u_gamma)) * u_gain, vec3(1.0)); }

void main() {
    vec3 camera = in_light(texture(u_camera, v_at).rgb);
    if (u_backdrop == 0) {
        o_color = vec4(camera, 1.0);
        return;
    }
    float person = texture(u_mask, v_at).r;
    if (u_backdrop == 1) {
        vec4 behind = texture(u_behind, v_at);
        vec3 blurred = in_light(behind.rgb / max(behind.a, 0.004));
        o_color = vec4(mix(blurred, camera, smoothstep(0.25, 0.75, person)), 1.0);
    } else {
        vec3 other = texture(u_behind, (v_at - 0.5) * u_cover + 0.5).rgb;
        o_color = vec4(mix(other, camera, smoothstep(0.4, 0.8, person)), 1.0);
    }
}
