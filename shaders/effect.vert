#version 300 es
// One triangle over everything. Rows of pictures count from the top; the canvas is drawn upside down for that.

uniform float u_turned;  // 1: onto the canvas, 0: into a texture

out vec2 v_at;

void main() {
    vec2 corner = vec2(gl_VertexID == 1 ? 2.0 : 0.0, gl_VertexID == 2 ? 2.0 : 0.0);
    v_at = vec2(corner.x, mix(corner.y, 1.0 - corner.y, u_turned));
    gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}
