// The module that finds the person in a picture and follows the light (wasm/effects), in the worker that draws.

// What light alone is judged from, px.
const small_width = 64;
const small_height = 36;

// Promise of the module with a model, or without one where `model` is null. Throws `unsupported` or `not-loaded`.
export async function load_segmenter(model) {
    const [code, weights] = await Promise.all([bytes_of('/effects.wasm'), model ? bytes_of(model) : null]);
    const exports = await instantiate(code);
    if (weights) {
        const room = exports.model_room(weights.byteLength);
        new Uint8Array(exports.memory.buffer, room, weights.byteLength).set(new Uint8Array(weights));
        if (exports.load_model() !== 1) throw 'not-loaded';
    } else {
        exports.use_pictures_of(small_width, small_height);
    }
    const width = exports.picture_width() || small_width;
    const height = exports.picture_height() || small_height;
    const picture = exports.picture();
    const mask = exports.mask();
    // Views are made anew each time: memory that grows leaves the earlier ones empty.
    return {
        width,
        height,
        has_model: weights !== null,
        picture: () => new Uint8Array(exports.memory.buffer, picture, width * height * 4),
        mask: () => new Uint8Array(exports.memory.buffer, mask, width * height),
        find_person: exports.find_person,
        look_at_light: exports.look_at_light,
        gamma: exports.light_gamma,
        gain: () => [0, 1, 2].map((channel) => exports.light_gain(channel)),
    };
}

async function bytes_of(address) {
    const answer = await fetch(address).catch(() => null);
    const bytes = answer?.ok ? await answer.arrayBuffer().catch(() => null) : null;
    if (!bytes) throw 'not-loaded';
    return bytes;
}

async function instantiate(code) {
    try {
        const module = await WebAssembly.compile(code);
        // It asks its surroundings for nothing that it needs: what is named there answers with 0.
        const imports = {};
        for (const { module: from, name } of WebAssembly.Module.imports(module)) {
            imports[from] ??= {};
            imports[from][name] = () => 0;
        }
        const { exports } = await WebAssembly.instantiate(module, imports);
        exports._initialize?.();
        return exports;
    } catch {
        throw 'unsupported';  // most often a browser without WebAssembly SIMD
    }
}
