// The least that a call between two needs, in plain JavaScript on the same server: what Parley is measured against.

const text = new TextEncoder();
const encode = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const decode = (word) => Uint8Array.from(atob(word.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const hash = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));

// The link's key gives the proof of access, and that gives the room.
async function prepare_join() {
    const key = await crypto.subtle.importKey('raw', decode(location.hash.slice(1)), 'HKDF', false, ['deriveBits']);
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode('parley.v1 access') };
    const access = new Uint8Array(await crypto.subtle.deriveBits(derivation, key, 256));
    const digest = await hash(text.encode('parley.v1 room'), await hash(access));
    const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const letters = bits.slice(0, 60).match(/.{5}/g).map((five) => '0123456789abcdefghjkmnpqrstvwxyz'[parseInt(five, 2)]);
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    const sign = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    return {
        type: 'join',
        room: letters.join('').match(/.{4}/g).join('-'),
        access: encode(access),
        secret: encode(crypto.getRandomValues(new Uint8Array(32))),
        sign: encode(sign),
        presence: encode(text.encode('{"name":"Bare"}')),
    };
}

function join(first_frame, stream) {
    const socket = new WebSocket(`ws://${location.host}/signal`, 'parley.v1');
    let connection;
    let sent = 0;
    let ice_servers = [];
    const tell = (to, thing) => {
        const body = encode(text.encode(JSON.stringify(thing)));
        socket.send(JSON.stringify({ type: 'send', n: ++sent, to, body }));
    };
    const connect = (peer) => {
        connection = new RTCPeerConnection({ iceServers: ice_servers, bundlePolicy: 'max-bundle' });
        connection.onicecandidate = ({ candidate }) => candidate && tell(peer, { candidate });
        connection.ontrack = ({ streams }) => { document.getElementById('other').srcObject = streams[0]; };
        for (const track of stream.getTracks()) connection.addTrack(track, stream);
    };
    const describe = async (peer) => {
        await connection.setLocalDescription();
        tell(peer, { description: connection.localDescription });
    };
    const hear = async (peer, { candidate, description }) => {
        if (candidate) return connection.addIceCandidate(candidate);
        if (description.type === 'offer') connect(peer);
        await connection.setRemoteDescription(description);
        if (description.type === 'offer') await describe(peer);
    };
    let turn = Promise.resolve();
    socket.onopen = () => socket.send(JSON.stringify(first_frame));
    socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === 'joined') {
            ice_servers = message.ice?.servers ?? [];
            document.getElementById('join').textContent = 'Joined';
        }
        if (message.type === 'peers' && message.peers.length > 0) {
            connect(message.peers[0].peer);
            describe(message.peers[0].peer);
        }
        if (message.type === 'message') {
            const thing = JSON.parse(new TextDecoder().decode(decode(message.body)));
            turn = turn.then(() => hear(message.from, thing));
        }
    };
}

const [first_frame, stream] = await Promise.all([
    prepare_join(),
    navigator.mediaDevices.getUserMedia({ audio: true, video: { width: { ideal: 1280 }, height: { ideal: 720 } } }),
]);
document.getElementById('own').srcObject = stream;
const button = document.getElementById('join');
button.onclick = () => {
    button.disabled = true;
    join(first_frame, stream);
};
button.disabled = false;
