#!/usr/bin/env node
// Prints sealing_vectors.json: what is sealed and who signed, right and wrong, for every implementation to check. Made
// with Node's own cryptography, so that neither the page nor the native reference is its own witness. The signing keys
// are new each time, so a new file is as good as the old one but not the same.

import { createCipheriv, createHash, generateKeyPairSync, hkdfSync, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

const mark = Buffer.from([0]);
const plaintext_max = 256 * 1024;

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest();
const bytes = (first, count) => Buffer.from(Array.from({ length: count }, (_, index) => (first + index) % 256));
const base64url = (part) => Buffer.from(part).toString('base64url');

function base32(digest, alphabet, count) {
    const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    return Array.from({ length: count }, (_, index) => alphabet[parseInt(bits.slice(5 * index, 5 * index + 5), 2)]).join('');
}

function room_of(key) {
    const access = Buffer.from(hkdfSync('sha256', key, '', 'parley.v1 access', 32));
    const letters = base32(sha256('parley.v1 room', sha256(access)), '0123456789abcdefghjkmnpqrstvwxyz', 12);
    return { key: base64url(key), access: base64url(access), room: letters.match(/.{4}/g).join('-') };
}

const peer_of = (public_key, secret_hash) => base32(sha256('parley.v1 id', public_key, secret_hash), 'abcdefghijklmnopqrstuvwxyz234567', 26);

// `repeat`: the plaintext is that many times `text`, so that the file stays small.
function sealed({ title, key, room, packed = 'plain', text, repeat = 1, counter = '1', plaintext = text.repeat(repeat), ...context }) {
    const run_bytes = Buffer.from(context.run, 'base64url');
    const info = `parley.v1 seal|${context.kind}|${context.from}|${context.to || '*'}|${context.run}`;
    const key_bytes = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), sha256(room), info, 32));
    const counter_bytes = Buffer.alloc(8);
    counter_bytes.writeBigUInt64BE(BigInt(counter));
    const cipher = createCipheriv('aes-256-gcm', key_bytes, Buffer.concat([Buffer.alloc(4), counter_bytes]));
    cipher.setAAD(Buffer.from(info));
    const input = packed === 'plain' ? Buffer.from(plaintext) : Buffer.concat([mark, deflateRawSync(plaintext)]);
    const ciphertext = Buffer.concat([cipher.update(input), cipher.final(), cipher.getAuthTag()]);
    const text_sealed = base64url(Buffer.concat([Buffer.from([1]), run_bytes, counter_bytes, ciphertext]));
    return { title, key, room, ...context, counter, packed, text, repeat, sealed: text_sealed };
}

function flipped(text, at) {
    const all = Buffer.from(text, 'base64url');
    all[at < 0 ? all.length + at : at] ^= 1;
    return base64url(all);
}

function rewritten(text, at, part) {
    const all = Buffer.from(text, 'base64url');
    part.copy(all, at);
    return base64url(all);
}

const changed = (vector, title, change) => {
    const { packed, text, repeat, ...rest } = vector;
    return { ...rest, title, ...change };
};

const first = room_of(bytes(0, 16));
const second = room_of(bytes(100, 16));
const [ann, ben, cat] = [1, 2, 3].map((number) => peer_of(bytes(number, 65), bytes(number, 32)));
const [run, later_run] = [base64url(bytes(40, 16)), base64url(bytes(60, 16))];
const base = { key: first.key, room: first.room, from: ann, to: '', run };
const message = { ...base, kind: 'message' };

const plain = sealed({ ...message, title: 'A message to everyone', text: '{"type":"chat","text":"Grüße, 世界 👋"}' });
const to_ben = sealed({ ...message, title: 'A message to one', to: ben, counter: '2', text: '{"type":"bye"}' });
const description = sealed({
    ...message, title: 'A deflated message', to: ben, counter: '3', packed: 'deflated', repeat: 200,
    text: 'a=candidate:1 1 udp 2113937151 10.0.0.1 54321 typ host\r\n',
});
const opened = [
    plain,
    to_ben,
    description,
    sealed({ ...base, title: 'A presence', kind: 'presence', text: '{"name":"Ann"}' }),
    sealed({ ...message, title: 'Nothing at all', counter: '4', text: '' }),
    sealed({ ...message, title: 'The highest counter', counter: '18446744073709551615', text: '{}' }),
    sealed({ ...message, title: 'A deflated nothing', counter: '5', packed: 'deflated', text: '' }),
    sealed({ ...message, title: 'The longest that may unfold', counter: '6', packed: 'deflated', text: 'a', repeat: plaintext_max }),
];
const refused = [
    ...[['version', 0], ['run', 1], ['counter', 24], ['ciphertext', 25], ['tag', -1]]
        .map(([part, at]) => changed(plain, `A flipped bit of the ${part}`, { sealed: flipped(plain.sealed, at) })),
    changed(plain, 'A counter that was rewritten', { counter: '2', sealed: rewritten(plain.sealed, 24, Buffer.from([2])) }),
    changed(plain, 'A run that was rewritten', { run: base64url(bytes(41, 16)), sealed: rewritten(plain.sealed, 1, bytes(41, 16)) }),
    changed(plain, 'Another room', { room: second.room, key: second.key }),
    changed(plain, 'Another key under the same room', { key: second.key }),
    changed(plain, 'The same key under another room', { room: second.room }),
    changed(to_ben, 'A swapped receiver', { to: cat }),
    changed(to_ben, 'A message to one as one to everyone', { to: '' }),
    changed(plain, 'A swapped sender', { from: ben }),
    changed(plain, 'A message replayed as a presence', { kind: 'presence' }),
    changed(plain, 'A replayed counter under another run', { run: later_run }),
    changed(plain, 'Another counter than that of the seal', { counter: '2' }),
    changed(plain, 'Cut off by a byte', { sealed: base64url(Buffer.from(plain.sealed, 'base64url').subarray(0, -1)) }),
    changed(plain, 'Cut off inside the tag', { sealed: plain.sealed.slice(0, 40) }),
    changed(plain, 'Padding', { sealed: `${plain.sealed}=` }),
    changed(plain, 'Nothing', { sealed: '' }),
    changed(sealed({ ...message, title: '', text: '\0neither JSON nor deflated' }), 'A mark without a deflated text'),
    changed(sealed({ ...message, title: '', text: '\0' }), 'A mark and nothing'),
    changed(sealed({ ...message, title: '', packed: 'deflated', text: 'a', repeat: plaintext_max + 1 }), 'One byte more than may unfold'),
    changed(sealed({ ...message, title: '', packed: 'deflated', text: 'a', repeat: 8 * 1024 * 1024 }), 'A bomb'),
    changed(sealed({ ...message, title: '', packed: 'plain', plaintext: Buffer.concat([mark, deflateRawSync('cut off'.repeat(40)).subarray(0, -2)]) }), 'A deflated text that is cut off'),
    changed(sealed({ ...message, title: '', packed: 'plain', plaintext: Buffer.concat([mark, deflateRawSync('whole'), Buffer.from('junk')]) }), 'Junk after a deflated text'),
];

function person(number) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const public_bytes = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    const secret_hash = sha256(bytes(number, 32));
    const identity = { sign: base64url(public_bytes), secret_hash: base64url(secret_hash), certificate_fingerprint: `sha-256 ${bytes(number, 32).toString('hex').toUpperCase().match(/../g).join(':')}` };
    const statement = `parley.v1 identity|${run}|${identity.sign}|${identity.secret_hash}|${identity.certificate_fingerprint}`;
    identity.signature = base64url(sign('sha256', Buffer.from(statement), { key: privateKey, dsaEncoding: 'ieee-p1363' }));
    return { peer: peer_of(public_bytes, secret_hash), run, identity };
}

const [honest, other] = [person(10), person(20)];
const claim = (title, change, identity = {}) => ({ title, ...honest, ...change, identity: { ...honest.identity, ...identity } });
const forged = [
    claim('Another\'s id', { peer: other.peer }),
    claim('Another\'s signature', {}, { signature: other.identity.signature }),
    claim('Another\'s fingerprint', {}, { certificate_fingerprint: other.identity.certificate_fingerprint }),
    claim('Another\'s secret', {}, { secret_hash: other.identity.secret_hash }),
    claim('Another\'s public key', {}, { sign: other.identity.sign }),
    claim('All of another\'s but the id', {}, other.identity),
    claim('Another run', { run: later_run }),
    claim('A public key that is no point of the curve', {}, { sign: base64url(bytes(4, 65)) }),
    claim('No public key', {}, { sign: '' }),
    claim('No signature', {}, { signature: '' }),
    claim('A signature that is no base64url', {}, { signature: '!' }),
    claim('A signature that is cut off', {}, { signature: honest.identity.signature.slice(0, -4) }),
];

console.log(JSON.stringify({ rooms: [first, second], opened, refused, genuine: [{ title: 'Who they say', ...honest }], forged }, null, 1));
