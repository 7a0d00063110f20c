// A moving picture that says which frame it is: a figure that sways over a soft background, and along the bottom edge
// the frame's number as ten large blocks, white for 1, with a second row that says the opposite. Compression, scaling
// and a lower frame rate leave it readable; a frame that is half old and half new contradicts itself.

export const number_bits = 10;
export const frame_count = 150;
const code_top = 0.72;
const [white, black] = [235, 16];

// What a camera sees is never smooth: a pattern that sways with the figure, and noise that is another in each frame. So
// many steps of brightness at most; the same for the same place and frame.
const pattern_depth = 24;
const noise_depth = 6;

function rough(x, y, index) {
    let bits = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(index, 1274126177);
    bits = Math.imul(bits ^ (bits >>> 13), 1103515245);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32 - 0.5;
}

function roughen(frame, width, height, index) {
    const { luma } = planes(frame, width, height);
    const shift = Math.round(sway_at(index) * height);
    for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
            luma[y * width + x] += pattern_depth * rough((x - shift) >> 2, y >> 2, 0) + noise_depth * rough(x, y, index + 1);
        }
    }
}

function sway_at(index) { return Math.sin((2 * Math.PI * index) / frame_count) * 0.08; }

function paint_picture(frame, width, height, index) {
    const { luma, blue, red } = planes(frame, width, height);
    const sway = sway_at(index);
    const inside = (x, y, centre_x, centre_y, radius) => (x - centre_x) ** 2 + (y - centre_y) ** 2 < radius ** 2;
    for (let y = 0; y < height; y++) {
        const down = y / height;
        for (let x = 0; x < width; x++) {
            const across = (x - width / 2) / height - sway;
            const head = inside(across, down, 0, 0.3, 0.14);
            const body = !head && inside(across / 1.3, down / 1.1, 0, 0.71, 0.25);
            luma[y * width + x] = head ? 170 : body ? 95 : 70 + 70 * down;
            if (y % 2 === 0 && x % 2 === 0) {
                const at = (y / 2) * (width / 2) + x / 2;
                blue[at] = head ? 112 : body ? 140 : 150 - 20 * down;
                red[at] = head ? 150 : body ? 118 : 110 + 10 * down;
            }
        }
    }
}

function paint_number(frame, width, height, index) {
    const { luma, blue, red } = planes(frame, width, height);
    const top = Math.round(height * code_top);
    for (let y = top; y < height; y++) {
        const opposite = (y - top) * 2 >= height - top;
        for (let x = 0; x < width; x++) {
            const bit = (index >> Math.floor((x * number_bits) / width)) & 1;
            luma[y * width + x] = (bit === 1) !== opposite ? white : black;
        }
    }
    blue.fill(128, (top / 2) * (width / 2));
    red.fill(128, (top / 2) * (width / 2));
}

function planes(frame, width, height) {
    const [luma_size, colour_size] = [width * height, (width * height) / 4];
    return {
        luma: frame.subarray(0, luma_size),
        blue: frame.subarray(luma_size, luma_size + colour_size),
        red: frame.subarray(luma_size + colour_size),
    };
}

// How much there is to be seen: smooth areas, which cost an encoder little, or what a camera gives.
export const Texture = { smooth: 'smooth', rough: 'rough' };

// The frames of an uncompressed YUV4MPEG2 film, header first.
export function* test_card(width, height, frames_per_second, texture = Texture.smooth) {
    yield Buffer.from(`YUV4MPEG2 W${width} H${height} F${frames_per_second}:1 Ip A1:1 C420jpeg\n`);
    for (let index = 0; index < frame_count; index++) {
        const frame = Buffer.alloc((width * height * 3) / 2);
        paint_picture(frame, width, height, index);
        if (texture === Texture.rough) roughen(frame, width, height, index);
        paint_number(frame, width, height, index);
        yield Buffer.from('FRAME\n');
        yield frame;
    }
}

// Runs in the page: the number on the picture that `element` shows now, or null when it shows none.
export function read_frame_number(element, bits, top) {
    if (!element || element.readyState < 2 || element.videoWidth === 0) return null;
    const [width, height] = [160, 90];
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context.drawImage(element, 0, 0, width, height);
    const brightness = (column, row) => {
        const x = Math.round(((column + 0.5) * width) / bits) - 2;
        const y = Math.round(height * (top + ((row + 0.5) * (1 - top)) / 2)) - 2;
        const { data } = context.getImageData(x, y, 4, 4);
        let sum = 0;
        for (let at = 0; at < data.length; at += 4) sum += data[at + 1];
        return sum / 16;
    };
    let number = 0;
    for (let bit = 0; bit < bits; bit++) {
        const difference = brightness(bit, 0) - brightness(bit, 1);
        if (Math.abs(difference) < 80) return null;
        if (difference > 0) number |= 1 << bit;
    }
    return number;
}

export const code_top_fraction = code_top;
