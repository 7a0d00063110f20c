#version 300 es
// Places that exist nowhere. Drawn once when one is chosen, not with every picture.
precision highp float;

uniform int u_scene;
uniform float u_aspect;  // width by height

in vec2 v_at;
out vec4 o_color;

// The height of a ridge of hills, from the top.
float ridge(float x, float seed, float height, float roughness) {
    return height + roughness * (sin(x * 2.3 + seed) * 0.5 + sin(x * 5.1 + seed * 1.7) * 0.3 + sin(x * 11.0 + seed * 3.1) * 0.1);
}

float soft_disc(vec2 at, vec2 centre, float radius, float edge) {
    return 1.0 - smoothstep(radius - edge, radius + edge, length(at - centre));
}

vec3 dawn(vec2 at) {
    vec3 colour = mix(vec3(0.36, 0.45, 0.68), vec3(0.98, 0.80, 0.66), smoothstep(0.0, 0.75, at.y));
    colour += vec3(0.35, 0.22, 0.10) * soft_disc(at, vec2(u_aspect * 0.72, 0.50), 0.05, 0.35);
    colour = mix(colour, vec3(1.0, 0.95, 0.86), soft_disc(at, vec2(u_aspect * 0.72, 0.50), 0.065, 0.004));
    for (int layer = 0; layer < 3; ++layer) {
        float depth = float(layer);
        float line = ridge(at.x * (1.0 + depth * 0.3), 1.0 + depth * 4.0, 0.62 + depth * 0.12, 0.09);
        vec3 hill = mix(vec3(0.62, 0.56, 0.66), vec3(0.20, 0.24, 0.36), depth / 2.0);
        colour = mix(colour, hill, smoothstep(line - 0.003, line + 0.003, at.y));
    }
    return colour;
}

vec3 lagoon(vec2 at) {
    vec3 sky = mix(vec3(0.45, 0.73, 0.87), vec3(0.88, 0.96, 0.96), smoothstep(0.0, 0.5, at.y));
    float waves = sin(at.y * 240.0 + sin(at.x * 9.0) * 2.5) * (1.0 - smoothstep(0.5, 0.95, at.y));
    vec3 water = mix(vec3(0.20, 0.66, 0.70), vec3(0.62, 0.88, 0.82), smoothstep(0.5, 0.82, at.y)) + waves * 0.02;
    vec3 sand = vec3(0.95, 0.89, 0.76);
    vec3 colour = mix(sky, water, smoothstep(0.498, 0.502, at.y));
    float shore = 0.84 + 0.03 * sin(at.x * 3.0 + 0.6);
    colour = mix(colour, vec3(0.97), smoothstep(shore - 0.02, shore - 0.005, at.y));
    return mix(colour, sand, smoothstep(shore, shore + 0.006, at.y));
}

vec3 evening(vec2 at) {
    vec3 colour = mix(vec3(0.05, 0.07, 0.18), vec3(0.33, 0.22, 0.42), smoothstep(0.0, 0.85, at.y));
    for (int light = 0; light < 14; ++light) {
        float number = float(light);
        vec2 centre = vec2(fract(number * 0.618 + 0.11) * u_aspect, 0.45 + fract(number * 0.377) * 0.5);
        vec3 warm = mix(vec3(1.0, 0.62, 0.30), vec3(0.55, 0.72, 1.0), fract(number * 0.73));
        float radius = 0.03 + 0.05 * fract(number * 0.47);
        colour += warm * soft_disc(at, centre, radius, 0.012) * (0.16 + 0.18 * fract(number * 0.91));
    }
    return colour;
}

vec3 studio(vec2 at) {
    vec3 wall = mix(vec3(0.93, 0.92, 0.90), vec3(0.70, 0.71, 0.73), length(at - vec2(u_aspect * 0.35, 0.25)) * 0.75);
    vec3 table = mix(vec3(0.56, 0.45, 0.36), vec3(0.44, 0.34, 0.27), at.x / u_aspect);
    vec2 lamp = vec2(u_aspect * 0.14, 0.32);
    wall += vec3(0.22, 0.16, 0.07) * soft_disc(at, lamp, 0.02, 0.42);
    float shelf = step(0.0, at.x - u_aspect * 0.68) * step(at.x, u_aspect * 0.96) * step(abs(at.y - 0.42), 0.012);
    vec3 colour = mix(wall, vec3(0.60, 0.50, 0.41), shelf);
    for (int book = 0; book < 6; ++book) {
        float number = float(book);
        float left = u_aspect * 0.70 + number * 0.05;
        float top = 0.408 - 0.10 - 0.05 * fract(number * 0.618);
        float inside = step(left, at.x) * step(at.x, left + 0.042) * step(top, at.y) * step(at.y, 0.408);
        colour = mix(colour, mix(vec3(0.30, 0.42, 0.50), vec3(0.80, 0.62, 0.50), fract(number * 0.37)), inside);
    }
    return mix(colour, table, smoothstep(0.898, 0.902, at.y));
}

void main() {
    vec2 at = vec2(v_at.x * u_aspect, v_at.y);
    vec3 colour = u_scene == 0 ? dawn(at) : u_scene == 1 ? lagoon(at) : u_scene == 2 ? evening(at) : studio(at);
    o_color = vec4(colour, 1.0);
}
