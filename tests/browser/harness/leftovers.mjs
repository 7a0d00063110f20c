// What a page holds: for telling what a call leaves behind when it ends.

// Runs in the page before its own scripts: counts the objects of WebGL and finds the memory of the WebAssembly.
export const leftovers_probe = `(() => {
    const held = { gl_objects: 0, memory: null };
    Object.defineProperty(window, 'held', { value: held });
    const gl = WebGL2RenderingContext.prototype;
    for (const kind of ['Buffer', 'Framebuffer', 'Program', 'Renderbuffer', 'Shader', 'Texture', 'VertexArray']) {
        for (const [verb, change] of [['create', 1], ['delete', -1]]) {
            const plain = gl[verb + kind];
            gl[verb + kind] = function (...given) {
                if (verb === 'create' || given[0]) held.gl_objects += change;
                return plain.apply(this, given);
            };
        }
    }
    for (const way of ['instantiate', 'instantiateStreaming']) {
        const plain = WebAssembly[way];
        WebAssembly[way] = async (...given) => {
            const made = await plain.apply(WebAssembly, given);
            held.memory ??= Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
            return made;
        };
    }
})();`;

// Runs in the page. What has ended is dropped from the probes, so that they keep nothing alive themselves.
function count_in_page() {
    const { probes, held } = window;
    const keep = (list, lives) => list.splice(0, list.length, ...list.filter(lives));
    keep(probes.connections, (connection) => connection.connectionState !== 'closed');
    keep(probes.captured_tracks, (track) => track.readyState === 'live');
    return {
        connections: probes.connections.length,
        tracks: probes.captured_tracks.length,
        elements: document.querySelectorAll('*').length,
        videos: document.querySelectorAll('video').length,
        gl_objects: held.gl_objects,
        wasm_bytes: held.memory.buffer.byteLength,
    };
}

// What `person`, who was given the probe, holds after everything that can be let go was.
export async function leftovers(person) {
    const counts = await person.evaluate(count_in_page);
    for (let round = 0; round < 2; round++) await person.session.send('HeapProfiler.collectGarbage');
    await person.session.send('Performance.enable');
    const { metrics } = await person.session.send('Performance.getMetrics');
    const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
    return { ...counts, listeners: metric('JSEventListeners'), nodes: metric('Nodes'), heap_bytes: metric('JSHeapUsedSize') };
}

// Leaves the call of two and comes back, `times` over; ends where it began, in the call.
export async function leave_and_rejoin(person, other, other_name, times) {
    for (let time = 0; time < times; time++) {
        await person.click_button('Leave call');
        await person.click_button('Rejoin');
        await person.sees_person(other_name);
        await person.sees_moving_picture(await person.other_video());
    }
}
