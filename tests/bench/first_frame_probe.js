// Runs in the page before its own scripts: notes when the first picture from somebody else was on the screen.
(() => {
    const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
    const is_remote = (stream) => stream?.getTracks().some((track) => !window.probes.captured_tracks.includes(track));
    window.probes.first_remote_frame_ms = 0;
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
        ...own,
        set(stream) {
            own.set.call(this, stream);
            if (!is_remote(stream) || !this.requestVideoFrameCallback) return;
            this.requestVideoFrameCallback(() => {
                window.probes.first_remote_frame_ms ||= performance.timeOrigin + performance.now();
            });
        },
    });
})();
