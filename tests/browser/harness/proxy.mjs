// Stands between the pages and a server, passes every byte on and keeps it.

import { once } from 'node:events';
import { connect, createServer } from 'node:net';

import { unmasked_payloads } from './websocket_frames.mjs';

export class Proxy {
    #listener;
    #connections = [];
    #refused;
    origin;

    static async start(server_origin) {
        const { hostname, port } = new URL(server_origin);
        const proxy = new Proxy();
        proxy.#listener = createServer((from_page) => proxy.#pass_on(from_page, connect(Number(port), hostname)));
        proxy.#listener.listen(0, '127.0.0.1');
        await once(proxy.#listener, 'listening');
        proxy.origin = `http://127.0.0.1:${proxy.#listener.address().port}`;
        return proxy;
    }

    // All bytes of both directions of every connection, as they went over the wire.
    everything() { return this.#connections.flatMap(({ up, down }) => [Buffer.concat(up), Buffer.concat(down)]); }

    // What was said over WebSockets: the payloads from pages to the server (`up`), and those to pages (`down`).
    signals() {
        const sockets = this.#connections
            .map(({ up, down }) => ({ up: Buffer.concat(up), down: Buffer.concat(down) }))
            .filter(({ down }) => down.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101')));
        return {
            up: sockets.flatMap(({ up }) => unmasked_payloads(up)),
            down: sockets.flatMap(({ down }) => unmasked_payloads(down)),
        };
    }

    // A connection on which a page says what matches is cut instead of being passed on.
    refuse(pattern) { this.#refused = pattern; }

    stop() { this.#listener.close(); }

    #pass_on(from_page, from_server) {
        const connection = { up: [], down: [] };
        from_page.on('data', (data) => {
            if (!this.#refused?.test(data.toString('latin1'))) return;
            from_page.destroy();
            from_server.destroy();
        });
        this.#connections.push(connection);
        const pass = (source, target, kept) => {
            source.on('data', (data) => {
                kept.push(data);
                target.write(data);
            });
            source.on('end', () => target.end());
            // The other half learns of a broken connection by its own end.
            source.on('error', () => target.destroy());
        };
        pass(from_page, from_server, connection.up);
        pass(from_server, from_page, connection.down);
    }
}
