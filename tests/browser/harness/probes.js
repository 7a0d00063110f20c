// Runs in every page before its own scripts: notes what the tests ask about and changes nothing that the page sees.
(() => {
    const probes = {
        connections: [],
        offers_made: 0,
        frames_drawn: 0,
        captured_tracks: [],
        policy_violations: [],
        last_release_ms: 0,
    };
    Object.defineProperty(window, 'probes', { value: probes });

    if (window.RTCPeerConnection) {
        window.RTCPeerConnection = class RTCPeerConnection extends window.RTCPeerConnection {
            constructor(...settings) {
                super(...settings);
                probes.connections.push(this);
                this.addEventListener('signalingstatechange', () => {
                    if (this.signalingState === 'have-local-offer') probes.offers_made++;
                });
            }
        };
    }

    const devices = navigator.mediaDevices;
    if (devices) {
        const capture = devices.getUserMedia.bind(devices);
        devices.getUserMedia = async (...constraints) => {
            const stream = await capture(...constraints);
            probes.captured_tracks.push(...stream.getTracks());
            return stream;
        };
    }

    // A frame is a task in which something was drawn, however many calls that took.
    let frame_open = false;
    const frames = new MessageChannel();
    frames.port1.onmessage = () => { frame_open = false; };
    const note_drawing = () => {
        if (frame_open) return;
        frame_open = true;
        probes.frames_drawn++;
        frames.port2.postMessage(0);
    };
    const drawing = window.WebGL2RenderingContext?.prototype ?? {};
    for (const name of ['clear', 'drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
        const draw = drawing[name];
        if (!draw) continue;
        drawing[name] = function (...values) {
            note_drawing();
            return draw.apply(this, values);
        };
    }

    document.addEventListener('securitypolicyviolation', (event) => {
        probes.policy_violations.push(`${event.violatedDirective} ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
    });
    window.addEventListener('pointerup', (event) => {
        probes.last_release_ms = performance.timeOrigin + event.timeStamp;
    }, { capture: true });
})();
