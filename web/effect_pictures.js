// Textures and shaders by their names, on a WebGL 2 canvas that is nowhere shown. It lives in a worker, where the page's
// module is not: a second module with a copy of its GL code would be larger than all that stands here.
import { shaders } from '/effect_shaders.js';

export class Pictures {
    // Throws `unsupported`.
    constructor() {
        this.canvas = new OffscreenCanvas(16, 16);
        this.gl = this.canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false });
        if (!this.gl) throw 'unsupported';
        this.programs = {};
        this.textures = {};
        this.targets = {};
        this.gl.pixelStorei(this.gl.UNPACK_ALIGNMENT, 1);
        this.gl.pixelStorei(this.gl.PACK_ALIGNMENT, 1);
    }

    get lost() { return this.gl.isContextLost(); }

    program(name) {
        const { gl } = this;
        if (this.programs[name]) return this.programs[name];
        const program = gl.createProgram();
        for (const [kind, source] of [[gl.VERTEX_SHADER, shaders['effect.vert']], [gl.FRAGMENT_SHADER, shaders[`${name}.frag`]]]) {
            const shader = gl.createShader(kind);
            gl.shaderSource(shader, source);
            gl.compileShader(shader);
            gl.attachShader(program, shader);
        }
        gl.linkProgram(program);
        if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw 'unsupported';
        return this.programs[name] = program;
    }

    texture(name) {
        const { gl } = this;
        if (this.textures[name]) return this.textures[name];
        const texture = gl.createTexture();
        gl.bindTexture(gl.TEXTURE_2D, texture);
        for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
        for (const size of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, size, gl.LINEAR);
        return this.textures[name] = texture;
    }

    // A texture of that size that can be drawn into.
    target(name, width, height) {
        const { gl } = this;
        const known = this.targets[name];
        if (known?.width === width && known?.height === height) return known;
        gl.bindTexture(gl.TEXTURE_2D, this.texture(name));
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
        const buffer = known?.buffer ?? gl.createFramebuffer();
        gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
        gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.texture(name), 0);
        return this.targets[name] = { buffer, width, height };
    }

    // `values`: what the shader is told; a name of a texture for a picture, else a number or numbers.
    draw(name, target, values) {
        const { gl } = this;
        const program = this.program(name);
        gl.useProgram(program);
        gl.bindFramebuffer(gl.FRAMEBUFFER, target?.buffer ?? null);
        gl.viewport(0, 0, target?.width ?? this.canvas.width, target?.height ?? this.canvas.height);
        let unit = 0;
        for (const [key, value] of Object.entries({ turned: target ? 0 : 1, ...values })) {
            const place = gl.getUniformLocation(program, `u_${key}`);
            if (typeof value === 'string') {
                gl.activeTexture(gl.TEXTURE0 + unit);
                gl.bindTexture(gl.TEXTURE_2D, this.texture(value));
                gl.uniform1i(place, unit++);
            } else if (key === 'scene' || key === 'backdrop') gl.uniform1i(place, value);
            else if (value.length === 3) gl.uniform3fv(place, value);
            else if (value.length === 2) gl.uniform2fv(place, value);
            else gl.uniform1f(place, value);
        }
        gl.activeTexture(gl.TEXTURE0);
        gl.drawArrays(gl.TRIANGLES, 0, 3);
    }

    upload(name, source) {
        const { gl } = this;
        gl.bindTexture(gl.TEXTURE_2D, this.texture(name));
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
    }
}
