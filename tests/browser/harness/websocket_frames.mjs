// Reads the frames of RFC 6455, section 5.2, out of one direction of a connection that began with an HTTP head.

const head_end = Buffer.from('\r\n\r\n');

// The payload of each whole frame, without its mask. Compressed frames are refused, for they would hide what they say.
export function unmasked_payloads(bytes) {
    const payloads = [];
    let at = bytes.indexOf(head_end) + head_end.length;
    for (;;) {
        const frame = read_frame(bytes, at);
        if (!frame) return payloads;
        payloads.push(frame.payload);
        at = frame.end;
    }
}

function read_frame(bytes, start) {
    if (start + 2 > bytes.length) return undefined;
    if (bytes[start] & 0x70) throw new Error('a frame uses an extension');
    const masked = (bytes[start + 1] & 0x80) !== 0;
    const short_length = bytes[start + 1] & 0x7f;
    const length_bytes = { 126: 2, 127: 8 }[short_length] ?? 0;
    const mask_start = start + 2 + length_bytes;
    const payload_start = mask_start + (masked ? 4 : 0);
    if (payload_start > bytes.length) return undefined;
    const length = length_bytes === 0 ? short_length : Number(BigInt(`0x${bytes.toString('hex', start + 2, mask_start)}`));
    const end = payload_start + length;
    if (end > bytes.length) return undefined;
    const mask = masked ? bytes.subarray(mask_start, payload_start) : Buffer.alloc(4);
    const payload = bytes.subarray(payload_start, end).map((value, index) => value ^ mask[index % 4]);
    return { payload: Buffer.from(payload), end };
}
