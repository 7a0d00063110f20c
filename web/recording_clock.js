// Beats for who draws a recording: in a hidden tab a worker's timer goes on when the page's own no longer does.
// A beat waits for the answer to the one before, and then as long as that took: a page that draws slowly still has half of
// its time for everything else.

let interval_ms = 0;
let timer;
let due_at = 0;
let beaten_at = 0;

function beat_at(time) {
    clearTimeout(timer);
    timer = setTimeout(beat, time - performance.now());
}

function beat() {
    beaten_at = performance.now();
    due_at = Math.max(due_at + interval_ms, beaten_at);
    postMessage(0);
}

// `data`: milliseconds between two beats; 0 ends them; null answers a beat.
addEventListener('message', ({ data }) => {
    const now = performance.now();
    if (data === null) {
        if (interval_ms > 0) beat_at(Math.max(due_at, 2 * now - beaten_at));
        return;
    }
    interval_ms = data;
    clearTimeout(timer);
    due_at = now;
    if (interval_ms > 0) beat();
});
