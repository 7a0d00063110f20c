// Takes the noise out of what a microphone hears, on the thread of sound: RNNoise, ten milliseconds at a time.

const block_size = 480;  // samples at 48 kHz, of RNNoise
const full_scale = 32_768;  // RNNoise counts like 16-bit sound

class NoiseFilter extends AudioWorkletProcessor {
    constructor({ processorOptions: { code } }) {
        super();
        let memory = null;
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), {
            env: {
                // Gives nothing back: what is returned would be made a number, of all that memory.
                emscripten_memcpy_big: (to, from, size) => {
                    new Uint8Array(memory.buffer).copyWithin(to, from, from + size);
                },
                emscripten_resize_heap: () => 0,
                __assert_fail: () => { throw new Error('RNNoise stopped'); },
            },
        });
        memory = exports.memory;
        exports.__wasm_call_ctors();
        this.exports = exports;
        this.filter = exports.rnnoise_create(0);
        this.address = exports.malloc(block_size * Float32Array.BYTES_PER_ELEMENT);
        this.block = new Float32Array(memory.buffer, this.address, block_size);
        this.heard = new Float32Array(block_size);
        this.clean = new Float32Array(block_size);
        this.at = 0;
        this.port.postMessage(this.filter ? '' : 'unsupported');
    }

    // What was heard a block ago goes out while the next block fills.
    process([[input]], [[output]]) {
        for (let sample = 0; sample < output.length; ++sample) {
            output[sample] = this.clean[this.at];
            this.heard[this.at] = input ? input[sample] * full_scale : 0;
            if (++this.at === block_size) this.filter_block();
        }
        return true;
    }

    filter_block() {
        this.block.set(this.heard);
        this.exports.rnnoise_process_frame(this.filter, this.address, this.address);
        for (let sample = 0; sample < block_size; ++sample) this.clean[sample] = this.block[sample] / full_scale;
        this.at = 0;
    }
}

registerProcessor('noise-filter', NoiseFilter);
