// What Parley's relay is compared with: rooms over `ws`, which parse every message and send it on, and do nothing else.

import { createServer } from 'node:http';
import { createRequire } from 'node:module';

// The browser driver brings it, and its lock file pins it.
const { WebSocketServer } = createRequire(new URL('../../browser/package.json', import.meta.url))('ws');

const rooms = new Map();
let last_id = 0;

function enter(socket, room_name) {
    const id = `peer-${++last_id}`;
    const room = rooms.get(room_name) ?? new Map();
    rooms.set(room_name, room);
    room.set(id, socket);
    socket.place = { id, room };
    socket.on('close', () => room.delete(id));
    socket.send(JSON.stringify({ type: 'joined', peer: id }));
}

function relay({ id, room }, { to, body }) {
    const text = JSON.stringify({ type: 'message', from: id, body });
    if (to !== undefined) return room.get(to)?.send(text);
    for (const [other, socket] of room) if (other !== id) socket.send(text);
}

const http = createServer();
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => {
    socket.on('message', (data) => {
        const message = JSON.parse(data);
        if (message.type === 'join') enter(socket, message.room);
        if (message.type === 'send') relay(socket.place, message);
    });
});
http.listen(0, '127.0.0.1', () => console.log(`Ready at http://127.0.0.1:${http.address().port}`));
