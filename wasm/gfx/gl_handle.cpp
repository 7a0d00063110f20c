#include "gfx/gl_handle.hpp"

namespace parley::gfx {

namespace {

Shader compile(GLenum kind, const char* source) {
    Shader shader(glCreateShader(kind));
    if (!shader) return shader;
    glShaderSource(shader.name(), 1, &source, nullptr);
    glCompileShader(shader.name());
    return shader;
}

}  // namespace

Program make_program(const char* vertex_source, const char* fragment_source) {
    const Shader vertex = compile(GL_VERTEX_SHADER, vertex_source);
    const Shader fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
    if (!vertex || !fragment) return {};
    Program program(glCreateProgram());
    if (!program) return program;
    glAttachShader(program.name(), vertex.name());
    glAttachShader(program.name(), fragment.name());
    glLinkProgram(program.name());
    // One question after linking answers for both compilations too, and asks the driver to wait only once.
    GLint linked = GL_FALSE;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &linked);
    return linked == GL_TRUE ? std::move(program) : Program();
}

}  // namespace parley::gfx
