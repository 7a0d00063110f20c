// How well words can be read where they are drawn, from pixels alone: pure functions. A pixel is 0xRRGGBB; a block is its
// width and its pixels, row by row.

const frequent_share = 0.01;

const linear = (value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

// Relative luminance (WCAG 2.2).
export function luminance(pixel) {
    return 0.2126 * linear(pixel >> 16) + 0.7152 * linear((pixel >> 8) & 0xff) + 0.0722 * linear(pixel & 0xff);
}

export function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((first, second) => first - second);
    return (high + 0.05) / (low + 0.05);
}

// What of an image of RGBA bytes lies in `rectangle`.
export function block_in({ data, width, height }, rectangle) {
    const [left, top] = [Math.max(0, Math.ceil(rectangle.x)), Math.max(0, Math.ceil(rectangle.y))];
    const right = Math.max(left, Math.min(width, Math.floor(rectangle.x + rectangle.width)));
    const bottom = Math.min(height, Math.floor(rectangle.y + rectangle.height));
    const pixels = [];
    for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
            const at = (y * width + x) * 4;
            pixels.push((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
        }
    }
    return { width: right - left, pixels };
}

// The colours of `pixels` with their numbers, the commonest first.
export function colours_of(pixels) {
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    return [...counts].sort(([, first], [, second]) => second - first);
}

// The part of the block around everything that has not the colour of the ground.
export function trimmed({ width, pixels }, ground) {
    let [left, right, top, bottom] = [width, -1, Infinity, -1];
    pixels.forEach((pixel, at) => {
        if (pixel === ground) return;
        const [x, y] = [at % width, Math.floor(at / width)];
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    });
    const inside = (at) => at % width >= left && at % width <= right && at >= top * width && at < (bottom + 1) * width;
    return { width: Math.max(0, right - left + 1), pixels: pixels.filter((_, at) => inside(at)) };
}

// The contrast between the commonest colour, which is what words stand on, and that of the frequent ones around the words
// which differs most from it, which is theirs. Without words it is 1.
export function contrast_of_words(block) {
    if (block.pixels.length === 0) return 1;
    const [[ground]] = colours_of(block.pixels);
    const { pixels } = trimmed(block, ground);
    const frequent = colours_of(pixels).filter(([, count]) => count >= frequent_share * pixels.length);
    return Math.max(1, ...frequent.map(([pixel]) => contrast(ground, pixel)));
}

// WCAG 2.2, 1.4.3: first headings are drawn so large that they need less.
export function contrast_needed({ level }) {
    return level === 1 ? 3 : 4.5;
}
