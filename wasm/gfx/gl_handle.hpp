#pragma once

#include <GLES3/gl3.h>

#include <utility>

/// Names of GL objects that delete what they name. Deleting after the context was lost is allowed and does
/// nothing (WebGL 1.0 section 5.14).
namespace parley::gfx {

template <typename Deleter>
class GlHandle {
public:
    GlHandle() = default;
    explicit GlHandle(GLuint name) : name_(name) {}
    ~GlHandle() {
        if (name_ != 0) Deleter{}(name_);
    }
    GlHandle(GlHandle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlHandle& operator=(GlHandle&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }

    GLuint name() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    GLuint name_ = 0;
};

struct DeleteBuffer {
    void operator()(GLuint name) const { glDeleteBuffers(1, &name); }
};
struct DeleteVertexArray {
    void operator()(GLuint name) const { glDeleteVertexArrays(1, &name); }
};
struct DeleteShader {
    void operator()(GLuint name) const { glDeleteShader(name); }
};
struct DeleteProgram {
    void operator()(GLuint name) const { glDeleteProgram(name); }
};

using Buffer = GlHandle<DeleteBuffer>;
using VertexArray = GlHandle<DeleteVertexArray>;
using Shader = GlHandle<DeleteShader>;
using Program = GlHandle<DeleteProgram>;

inline Buffer make_buffer() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return Buffer(name);
}

inline VertexArray make_vertex_array() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return VertexArray(name);
}

/// Compiles and links two GLSL ES 3.00 sources. The result is empty when the driver refuses them or the
/// context is lost in the meantime.
Program make_program(const char* vertex_source, const char* fragment_source);

}  // namespace parley::gfx
