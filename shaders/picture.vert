#version 300 es

// A picture in a recording: one rectangle, whose four corners come from gl_VertexID.
uniform vec2 surface_size;  // pixels
uniform vec4 place;         // x, y, width, height in pixels from the top left
uniform vec4 part;          // of the picture that is shown: x, y, width, height from its top left, each 0 to 1

out vec2 from_center;
out vec2 picture_point;
flat out vec2 half_size;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    half_size = place.zw * 0.5;
    from_center = (corner * 2.0 - 1.0) * half_size;
    picture_point = part.xy + corner * part.zw;
    vec2 position = (place.xy + corner * place.zw) / surface_size;
    gl_Position = vec4(position.x * 2.0 - 1.0, 1.0 - position.y * 2.0, 0.0, 1.0);
}
