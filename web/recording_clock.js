// Beats for who draws a recording: in a hidden tab a worker's timer goes on when the page's own no longer does.

let timer;

// `data`: milliseconds between two beats; 0 ends them.
addEventListener('message', ({ data }) => {
    clearInterval(timer);
    if (data > 0) timer = setInterval(() => postMessage(0), data);
});
