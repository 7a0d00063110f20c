// Runs in the page before its own scripts: notes how long after a key or a pointer's release the first frame drawn since
// then was finished, in milliseconds from the event's own time stamp.
(() => {
    let asked_at_ms = 0;
    let drawn_before = 0;
    window.probes.input_to_frame_ms = [];
    const note = (event) => {
        asked_at_ms = event.timeStamp;
        drawn_before = window.probes.frames_drawn;
    };
    for (const type of ['keydown', 'pointerup']) window.addEventListener(type, note, { capture: true });

    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => request((time) => {
        draw(time);
        if (asked_at_ms === 0 || window.probes.frames_drawn === drawn_before) return;
        window.probes.input_to_frame_ms.push(performance.now() - asked_at_ms);
        asked_at_ms = 0;
    });
})();
