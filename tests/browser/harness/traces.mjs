// Every way in which a secret could stand in bytes that should not hold it.

// What base64 makes of `bytes` wherever they begin within a longer text, without the letters that their neighbours share.
function base64_forms(bytes) {
    return [0, 1, 2].map((before) => {
        const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replaceAll('=', '');
        const shared_at_end = (before + bytes.length) % 3 === 0 ? 0 : 1;
        return text.slice(Math.ceil((before * 8) / 6), text.length - shared_at_end);
    });
}

// The forms of `bytes`: as they are, percent-encoded, in UTF-16, in hexadecimal, in base64 and in base64url.
function forms(bytes) {
    const base64 = base64_forms(bytes);
    const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
    const hex = bytes.toString('hex');
    const percent_encoded = encodeURIComponent(bytes.toString('utf8'));
    const texts = [percent_encoded, hex, hex.toUpperCase(), ...base64, ...base64url];
    return [bytes, Buffer.from(bytes.toString('utf8'), 'utf16le'), ...texts.map((text) => Buffer.from(text))];
}

// Whether `secret` (text, or bytes) stands in any of `places` in any form. It has to be long enough not to be met by chance.
export function is_in(places, secret) {
    const bytes = Buffer.from(secret);
    if (bytes.length < 8) throw new Error(`${secret} is too short to mean anything where it is found`);
    return forms(bytes).some((form) => places.some((place) => place.includes(form)));
}
