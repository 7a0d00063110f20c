// Runs in the page before its own scripts: notes when what happened to its connections, its signalling and the
// pictures of others, in ms of the wall clock.
(() => {
    const now_ms = () => performance.timeOrigin + performance.now();
    const events = [];
    const frames_ms = [];
    const note = (what) => { events.push({ at_ms: now_ms(), what }); };
    window.probes.timeline = { events, frames_ms };

    let connections = 0;
    window.RTCPeerConnection = class extends window.RTCPeerConnection {
        constructor(...settings) {
            super(...settings);
            const name = `connection ${++connections}`;
            note(`${name} made`);
            this.addEventListener('connectionstatechange', () => note(`${name} ${this.connectionState}`));
            this.addEventListener('iceconnectionstatechange', () => note(`${name}: ICE ${this.iceConnectionState}`));
            this.addEventListener('signalingstatechange', () => note(`${name}: ${this.signalingState}`));
            this.addEventListener('icecandidate', ({ candidate }) => note(`${name}: candidate ${candidate?.candidate.split(' ').slice(2, 8).join(' ') ?? 'end'}`));
        }
        restartIce() {
            note('ICE restart');
            super.restartIce();
        }
        addIceCandidate(...settings) {
            note('candidate of the other');
            return super.addIceCandidate(...settings);
        }
    };

    window.WebSocket = class extends window.WebSocket {
        constructor(...settings) {
            super(...settings);
            note('socket made');
            this.addEventListener('open', () => note('socket open'));
            this.addEventListener('close', ({ code }) => note(`socket closed with ${code}`));
            this.addEventListener('message', ({ data }) => note(`server: ${JSON.parse(data).type}`));
        }
        send(data) {
            note(`to the server: ${JSON.parse(data).type}`);
            super.send(data);
        }
    };

    for (const type of ['online', 'offline']) window.addEventListener(type, () => note(type));
    navigator.connection?.addEventListener('change', () => note('network change'));

    // Every <video> that shows somebody else, also one that comes later.
    const followed = new WeakSet();
    const look = () => {
        for (const video of document.querySelectorAll('video')) {
            if (video.muted || !video.srcObject || followed.has(video)) continue;
            followed.add(video);
            const follow = (_, { presentationTime: at_ms }) => {
                frames_ms.push(performance.timeOrigin + at_ms);
                video.requestVideoFrameCallback(follow);
            };
            video.requestVideoFrameCallback(follow);
        }
    };
    setInterval(look, 100);
})();
