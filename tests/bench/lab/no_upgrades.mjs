// no_upgrades.mjs ADDRESS ORIGIN
//
// Stands before the server at ORIGIN, at a free port of ADDRESS, and hangs up on whoever asks for a WebSocket, as some
// offices' proxies do. Says its own origin.

import { connect, createServer } from 'node:net';

const [address, origin] = process.argv.slice(2);
const { hostname, port } = new URL(origin);

function pass_on(from_page) {
    const to_server = connect(Number(port), hostname);
    from_page.on('data', (data) => {
        if (/^upgrade: websocket/im.test(data.toString('latin1'))) from_page.destroy();
        else to_server.write(data);
    });
    to_server.pipe(from_page);
    for (const [one, other] of [[from_page, to_server], [to_server, from_page]]) {
        one.on('close', () => other.destroy());
        // The end of the other half follows from the own.
        one.on('error', () => one.destroy());
    }
}

const listener = createServer(pass_on);
listener.listen(0, address, () => console.log(`http://${address}:${listener.address().port}`));
