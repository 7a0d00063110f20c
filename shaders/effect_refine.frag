#version 300 es
// The small mask made large: where neighbours differ, those count whose colour is like the pixel's own, so that the
// edge of the mask comes to lie on the edge of the person (joint bilateral upsampling).
precision mediump float;

uniform sampler2D u_mask;
uniform sampler2D u_camera;
uniform vec2 u_step;  // from one pixel of the mask to the next

in vec2 v_at;
out vec4 o_color;

void main() {
    vec3 own = texture(u_camera, v_at).rgb;
    float sum = 0.0;
    float weights = 0.0;
    for (int down = -1; down <= 1; ++down) {
        for (int right = -1; right <= 1; ++right) {
            vec2 there = v_at + vec2(float(right), float(down)) * u_step;
            vec3 difference = texture(u_camera, there).rgb - own;
            float distant = float(right * right + down * down);
            float weight = exp(-distant * 0.6 - dot(difference, difference) * 40.0);
            sum += texture(u_mask, there).r * weight;
            weights += weight;
        }
    }
    o_color = vec4(sum / weights, 0.0, 0.0, 1.0);
}
